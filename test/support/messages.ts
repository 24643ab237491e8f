// Small messages for tests.

import type { WrittenMessage, WrittenProperty } from './msg-writer';

export const LONG = 0x0003;
export const STRING8 = 0x001e;
export const UNICODE = 0x001f;
export const SYSTIME = 0x0040;
export const BINARY = 0x0102;

export function text(id: number, value: string): WrittenProperty {
  return { id, type: UNICODE, value };
}

export function long(id: number, value: number): WrittenProperty {
  return { id, type: LONG, value };
}

/** A recipient row with a name, an SMTP address and a type. */
export function row(name: string, ...more: WrittenProperty[]): WrittenProperty[] {
  const address = `${name.toLowerCase()}@example.net`;
  return [long(0x0c15, 1), text(0x3001, name), text(0x3002, 'SMTP'), text(0x3003, address), ...more];
}

/** A mail to three people, with a body that lies in sectors of its own. */
export const mail: WrittenMessage = {
  properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'Hello'), text(0x1000, 'x'.repeat(6000))],
  recipients: [row('Ann'), row('Bob'), row('Cid')],
};
