import type { Person } from '../rules/rule';
import type { Letter } from './letter';
import { base64OfText, encodedHeader } from './encoded-header';

/**
 * The letter as a draft that a mail program opens for sending (RFC 5322, `X-Unsent: 1`): nothing of it is longer than a line
 * may be or outside of ASCII, and no text from a file can end a header.
 */
export function letterDraft({ to, subject, body }: Letter): string {
  const headers = [
    `To: ${to.map(mailbox).join(',\r\n ')}`,
    `Subject: ${encodedHeader(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return `${(to.length === 0 ? headers.slice(1) : headers).join('\r\n')}\r\n\r\n${base64Lines(body.replaceAll('\n', '\r\n'))}`;
}

function mailbox({ name, address = '' }: Person): string {
  return name === undefined || name.trim() === '' ? `<${address}>` : `${encodedHeader(name)} <${address}>`;
}

function base64Lines(text: string): string {
  const lines = base64OfText(text).match(/.{1,76}/g) ?? [];
  return lines.map((line) => `${line}\r\n`).join('');
}
