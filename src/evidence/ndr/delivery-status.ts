/** What the status code of a non-delivery report means (RFC 3463). */
export type StatusMeaning =
  /** 4.4.7: the message expired in the queue. This is generic: it says that the message was not sent, but not why. */
  'queue-expired' | 'other';

/** A status of a non-delivery report, for one recipient or for all. */
export interface DeliveryStatus {
  /**
   * Enhanced status code, such as `4.4.7`. If a report is an item and does not have one, it is made from
   * PR_NDR_DIAG_CODE, as in `diagnostic 48`, or is `unknown`.
   */
  readonly code: string;
  readonly meaning: StatusMeaning;
  /** The address, or the name if the report does not have an address. */
  readonly recipient: string | undefined;
  /** The action, such as `failed` or `delayed`; only structured reports have it. */
  readonly action: string | undefined;
  /** The line or field that contains the status. */
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
