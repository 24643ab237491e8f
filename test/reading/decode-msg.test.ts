import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { samples as built } from '../../samples/build/meetings';
import { decodeMessage } from '../../src/index';
import type { Message } from '../../src/index';
import { decodeMsg } from '../../src/only-msg';
import { BINARY, long, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { writeTnef } from '../support/tnef-writer';

const samples = new URL('../../samples/', import.meta.url);
const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(msg|oft)$/i.test(path),
);
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, samples)));

/** What a decoder gives of a file: the message with its damage, or the error. */
function outcome(decode: (bytes: Uint8Array) => Message, bytes: Uint8Array): unknown {
  try {
    const message = decode(bytes);
    return { json: message.toJSON(), anomalies: message.anomalies };
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
}

/** Whether a message carries a file of another format, which alone may be read otherwise. */
function carriesOtherFormat({ anomalies }: Message): boolean {
  return anomalies.some(
    ({ code, message }) => code === 'attached-file-unread' && message.includes('is not read here'),
  );
}

test('gives of every .msg what decodeMessage gives', () => {
  let equal = 0;
  for (const path of files) {
    const bytes = bytesOf(path);
    const own = outcome(decodeMsg, bytes);
    const all = outcome(decodeMessage, bytes);
    if ('code' in (all as object) && !('json' in (own as object))) {
      expect((own as { code: string }).code, path).toBe((all as { code: string }).code);
      continue;
    }
    if (carriesOtherFormat(decodeMsg(bytes))) continue;
    expect(own, path).toEqual(all);
    equal += 1;
  }
  expect(equal).toBeGreaterThan(100);
});

test('says which attached message it does not read', () => {
  const tnef = writeTnef(describeMeeting(built['textbook-defect']!.meeting));
  const bytes = writeMsg({
    properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'FW: see attached')],
    attachments: [
      {
        properties: [long(0x3705, 1), text(0x3707, 'winmail.dat'), { id: 0x3701, type: BINARY, value: tnef }],
      },
    ],
  });
  expect(decodeMsg(bytes).anomalies).toEqual([
    expect.objectContaining({ code: 'attached-file-unread', path: 'attachments[0]' }),
  ]);
  expect(decodeMessage(bytes).anomalies).toEqual([]);
});

test('refuses what is no .msg, and says what reads it', () => {
  const tnef = bytesOf('field/eml-binary-part/defect-body.tnef');
  expect(() => decodeMsg(tnef)).toThrow(
    expect.objectContaining({
      code: 'message-unrecognized',
      message: expect.stringContaining('decodeMessage') as string,
    }),
  );
});
