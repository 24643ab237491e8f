import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { decodeMessage, fromUrl, readMessage } from '../../src/index';
import { mail } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

const MIB = 1 << 20;
const content = writeMsg({
  ...mail,
  attachments: [{ properties: [{ id: 0x3701, type: 0x0102, value: new Uint8Array(4 * MIB).fill(0x41) }] }],
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server | undefined;
let sent = 0;
let requests: IncomingMessage[] = [];

async function serve(answer: Answer): Promise<string> {
  sent = 0;
  requests = [];
  const started = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/calendar.msg`;
}

afterEach(() => server?.close());

/** Serves ranges as RFC 9110 says. */
function ranges(bytes: Uint8Array, etag: () => string = () => '"1"'): Answer {
  return ({ headers }, response) => {
    const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const start = Number(first);
    const end = Math.min(Number(last) + 1, bytes.length);
    if (start >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      return;
    }
    sent += end - start;
    response.writeHead(206, { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}`, etag: etag() });
    response.end(bytes.subarray(start, end));
  };
}

function whole(bytes: Uint8Array): Answer {
  return (_, response) => {
    sent += bytes.length;
    response.writeHead(200).end(bytes);
  };
}

test('where the server grants ranges, an attachment is not fetched', async () => {
  const message = await readMessage(fromUrl(await serve(ranges(content))));
  expect(JSON.stringify(message)).toBe(JSON.stringify(decodeMessage(content)));
  expect(message.anomalies).toEqual([]);
  expect(sent).toBeLessThan(content.length / 10);
});

test('where it does not, one request fetches everything', async () => {
  const message = await readMessage(fromUrl(await serve(whole(content))));
  expect(message.recipients).toHaveLength(decodeMessage(content).recipients.length);
  expect(requests).toHaveLength(1);
});

test('where the length of the whole is not told, everything is fetched', async () => {
  const url = await serve((request, response) => {
    if (request.headers.range === undefined) whole(content)(request, response);
    else response.writeHead(206).end(content.subarray(0, 65_536));
  });
  const message = await readMessage(fromUrl(url));
  expect(message.anomalies).toEqual([]);
  expect(requests).toHaveLength(2);
});

test('an attachment is fetched when it is asked for', async () => {
  const message = await readMessage(fromUrl(await serve(ranges(content))));
  expect(await message.attachments[0]?.read()).toHaveLength(4 * MIB);
});

test('headers go with every request', async () => {
  await readMessage(fromUrl(await serve(ranges(content)), { headers: { authorization: 'Bearer x' } }));
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.every(({ headers }) => headers.authorization === 'Bearer x')).toBe(true);
});

test('an answer that is no content says which status it has', async () => {
  const url = await serve((_, response) => response.writeHead(404).end('no such file'));
  await expect(readMessage(fromUrl(url))).rejects.toMatchObject({ name: 'HttpError', status: 404, url });
});

test('a file that changes while it is read is refused', async () => {
  let version = 0;
  const url = await serve(ranges(content, () => `"${version++}"`));
  await expect(readMessage(fromUrl(url))).rejects.toThrow('The file changed while it was read');
});

test('an empty file is refused as that', async () => {
  await expect(readMessage(fromUrl(await serve(ranges(new Uint8Array(0)))))).rejects.toMatchObject({
    code: 'file-empty',
  });
});

test('a signal ends the reading', async () => {
  const url = await serve(() => undefined); // never answers
  const signal = AbortSignal.timeout(50);
  await expect(readMessage(fromUrl(url, { signal }))).rejects.toMatchObject({ name: 'TimeoutError' });
});
