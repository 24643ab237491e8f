// RFC 2045 6: how the bytes of a part are written in a mail

import { readUuencoded } from './uuencode';

/** Decodes the body of a part. What is not encoded comes back as it lies there, line ends included. */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return readUuencoded(body)[0]?.bytes ?? new Uint8Array(0);
    default:
      return body;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NO_DIGIT = 64;
const digitOf = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < NO_DIGIT; digit++) digitOf[DIGITS.charCodeAt(digit)] = digit;

const EQUALS = 0x3d;

/** RFC 2045 6.8: what is no digit is passed over. */
function decodeBase64(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    const digit = digitOf[byte] as number;
    if (byte === EQUALS) [bits, held] = [0, 0]; // what follows padding begins anew
    if (digit === NO_DIGIT) continue;
    bits = (bits << 6) | digit;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = (bits >> held) & 0xff;
    bits &= (1 << held) - 1;
  }
  return bytes.subarray(0, length);
}

const CR = 0x0d;
const LF = 0x0a;

/** RFC 2045 6.7: `=20` is a byte, and a line that ends in `=` goes on in the next. */
function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte !== EQUALS) bytes[length++] = byte;
    else if (body[at + 1] === LF) at += 1;
    else if (body[at + 1] === CR) at += body[at + 2] === LF ? 2 : 1;
    else {
      const value = hexValue(body[at + 1]) * 16 + hexValue(body[at + 2]);
      if (Number.isNaN(value)) bytes[length++] = byte;
      else {
        bytes[length++] = value;
        at += 2;
      }
    }
  }
  return bytes.subarray(0, length);
}

function hexValue(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & ~0x20;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : NaN;
}
