// RFC 5322, https://www.rfc-editor.org/rfc/rfc5322, and MIME, https://www.rfc-editor.org/rfc/rfc2045

import type PostalMime from 'postal-mime';
import { FormatError } from '../damage/errors';
import { missingPackage } from '../damage/missing-package';

/** A part of a mail that is not its text. */
export interface MailPart {
  /** Lower-case, such as `text/calendar`. */
  readonly type: string;
  /** The file name that it was sent with. */
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

/** What is needed of a mail that was saved as .eml. */
export interface Mail {
  readonly subject: string | undefined;
  /** With its angle brackets, as it stands there. */
  readonly messageId: string | undefined;
  /** ISO 8601, or as it stands there. */
  readonly date: string | undefined;
  readonly from: string | undefined;
  readonly text: string;
  readonly parts: readonly MailPart[];
}

const MAX_DEPTH = 64;

/**
 * Takes a mail apart with postal-mime; embedded messages stay parts. Rejects with a `FormatError` (`mime-malformed`) if
 * that fails.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const parser = await loadLibrary();
  const options = { forceRfc822Attachments: true, maxNestingDepth: MAX_DEPTH } as const;
  try {
    const mail = await parser.parse(bytes, options);
    return {
      subject: mail.subject,
      messageId: mail.messageId,
      date: mail.date,
      from: mail.from?.address,
      text: mail.text ?? withoutTags(mail.html ?? ''),
      parts: mail.attachments.map(({ mimeType, filename, content }) => ({
        type: mimeType,
        name: filename ?? undefined,
        bytes: toBytes(content),
      })),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new FormatError('mime-malformed', `The mail cannot be taken apart: ${why}`, {
      path: '',
      offset: 0,
    });
  }
}

async function loadLibrary(): Promise<typeof PostalMime> {
  try {
    return (await import('postal-mime')).default;
  } catch {
    throw missingPackage('eml', '.eml', 'postal-mime@4.0.0');
  }
}

function toBytes(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function withoutTags(html: string): string {
  return html
    .replace(/<br[^<>]*>|<\/p>|<\/div>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
