/**
 * The fields of event 327, from its template: "The following call : %1 to the store failed. Error code : %2. MDB : %3.
 * FID : %4. MID : %5. File : %6." A field that the input does not have is undefined; an empty one is `''`.
 */
export interface StoreFailure {
  /** The function of the store that failed, such as `EcGetMime`. */
  readonly call: string | undefined;
  /** The error code as a signed 32-bit number, whether the text has it in decimal or as 0x80004005. */
  readonly code: number | undefined;
  /** MDB, the mailbox database: a GUID as written in the event. */
  readonly mdb: string | undefined;
  /** FID, the folder. */
  readonly fid: string | undefined;
  /** MID, the message. */
  readonly mid: string | undefined;
  /** The message's file. Dots, blanks and colons are part of its name. */
  readonly file: string | undefined;
}

export const noStoreFailure: StoreFailure = {
  call: undefined,
  code: undefined,
  mdb: undefined,
  fid: undefined,
  mid: undefined,
  file: undefined,
};

/** A failure by its insertion strings: %1 to %6 of the template. */
export function failureOfStrings(strings: readonly string[]): StoreFailure {
  const [call, code, mdb, fid, mid, file] = strings.map((text) => text.trim());
  return { call, code: code === undefined ? undefined : parseErrorCode(code), mdb, fid, mid, file };
}

/** The store's functions are called Ec…; whatever begins so is taken for one. */
export function isStoreCall(text: string | undefined): boolean {
  return text !== undefined && text.length < 64 && /^Ec[A-Z]\w*$/.test(text);
}

/** A 32-bit error code as a signed number: `-2147467259`, `2147500037` and `0x80004005` are the same. */
export function parseErrorCode(text: string): number | undefined {
  const digits = text.trim().replace('\u2212', '-');
  if (digits.length > 12) return undefined;
  if (!/^(-?\d+|0x[0-9a-f]{1,8})$/i.test(digits)) return undefined;
  const value = Number(digits);
  return value < -0x80000000 || value > 0xffffffff ? undefined : value | 0;
}
