// Starts the endpoint on a port of its own, and uploads what people upload: sound files, damaged ones, none at all.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createEndpoint } from './endpoint.js';

const server = createEndpoint();
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const { port } = server.address() as AddressInfo;

async function upload(what: string, body: Uint8Array, query = ''): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/${query}`, {
    method: 'POST',
    body: Buffer.from(body),
  });
  console.log(what, answer.status, JSON.stringify(await answer.json()));
}

const sample = (name: string): Promise<Uint8Array> => readFile(`samples/${name}`);
for (const name of ['meetings/healthy-answered.msg', 'meetings/textbook-defect.msg'])
  await upload(name, await sample(name));
await upload('a text', new TextEncoder().encode('Dear sir or madam'));
await upload('nothing', new Uint8Array(0));
await upload('too much', new Uint8Array(2_000_000));
await upload('a mailbox', await sample('stores/mailbox.pst'));

const poisoned = [
  'malformed/cfb-directory-missing.msg',
  'malformed/cfb-directory-cycle.msg',
  'malformed/limit-embedded-depth.msg',
];
for (const name of poisoned) {
  await upload(name, await sample(name));
  await upload(`${name}, strictly`, await sample(name), '?strict');
}
const get = await fetch(`http://127.0.0.1:${port}/`);
console.log('GET', get.status, JSON.stringify(await get.json()));
server.close();
