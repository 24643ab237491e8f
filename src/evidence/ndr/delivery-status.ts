/** What the number of a non-delivery report says (RFC 3463). */
export type StatusMeaning =
  /** 4.4.7: the message expired in the queue. Generic: it says that the message was not sent, and not why. */
  'queue-expired' | 'other';

/** A status of a non-delivery report, for one recipient or for all. */
export interface DeliveryStatus {
  /**
   * Enhanced status code, such as `4.4.7`. Of a report that is an item and has none: `diagnostic 48` by its
   * PR_NDR_DIAG_CODE, or `unknown`.
   */
  readonly code: string;
  readonly meaning: StatusMeaning;
  /** The address, or the name where the report has no address. */
  readonly recipient: string | undefined;
  /** `failed`, `delayed` and the like; only structured reports have it. */
  readonly action: string | undefined;
  /** The line or the field that gives the status. */
  readonly text: string;
}

const LONGEST_TEXT = 500;

export function deliveryStatus(
  code: string,
  text: string,
  recipient?: string,
  action?: string,
): DeliveryStatus {
  const meaning = code === '4.4.7' ? 'queue-expired' : 'other';
  return { code, meaning, recipient, action, text: text.trim().slice(0, LONGEST_TEXT) };
}

/**
 * The enhanced status codes of a line: behind `#`, behind a reply code of SMTP, or alone in a field. An address of the
 * network or a version number is none.
 */
export function statusCodesOf(line: string): string[] {
  const matches = line.matchAll(/(^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/g);
  return [...matches].flatMap((match) => {
    const before = line.slice(Math.max(0, match.index - 8), match.index + (match[1]?.length ?? 0));
    return /(#|[245]\d\d[ -]|^)\s{0,2}$/.test(before) ? [match[2] ?? ''] : [];
  });
}
