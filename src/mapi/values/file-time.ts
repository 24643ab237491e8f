/**
 * What a FILETIME means. `zero`: the number 0; `none`: MAPI's "no date" (4501-01-01); `time`: a moment; `out-of-range`:
 * a number that is not a calendar date (2^63 ticks or more, or after the year 9999).
 */
export type FileTimeKind = 'zero' | 'none' | 'time' | 'out-of-range';

const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_MILLISECOND = 10_000n;
/** 1970-01-01 in ticks. */
export const UNIX_EPOCH = 116_444_736_000_000_000n;
/** The same in seconds. */
const UNIX_EPOCH_SECONDS = 11_644_473_600;
/** How much of an ISO 8601 moment comes before the fraction: `2004-03-03T10:15:00`. */
const SECONDS_LENGTH = 19;
/** 4501-01-01, which Outlook writes for "no date" ([MS-OXOCAL] 2.2.1.44.1 and elsewhere). */
export const NO_DATE = 0x0cb34557a3dd4000n;
/** 10000-01-01: the first moment without a four-digit year. */
const YEAR_10000 = 2_650_467_744_000_000_000n;

/** Where two halves are put together: one step, where shifting would make three numbers of 64 bits. */
const halves = new DataView(new ArrayBuffer(8));

/**
 * A PtypTime ([MS-OXCDATA] 2.11.1): 100-nanosecond ticks since 1601-01-01 UTC, all 64 bits of them. A `Date` could not
 * distinguish 0, "no date" (4501-01-01) and nonsense, and a double could not hold the ticks. `kind` says which it is;
 * `toDate()` returns a `Date` for a real moment.
 */
export class FileTime {
  constructor(
    /** The unsigned 64-bit number. */
    readonly ticks: bigint,
  ) {}

  /** A time from the two unsigned 32-bit halves of its ticks. */
  static fromHalves(low: number, high: number): FileTime {
    halves.setUint32(0, low, true);
    halves.setUint32(4, high, true);
    return new FileTime(halves.getBigUint64(0, true));
  }

  /**
   * Restores a `FileTime` that was cloned, sent to a worker or written as JSON, with `ticks` as a `bigint` or as
   * decimal text. Throws a `TypeError` for anything else.
   */
  static from(copy: { readonly ticks: bigint | string }): FileTime {
    const ticks = ticksOf((copy as { readonly ticks?: unknown } | null | undefined)?.ticks);
    if (ticks !== undefined) return new FileTime(ticks);
    throw new TypeError(
      'FileTime.from takes a copy of a FileTime: an object with ticks, a bigint or decimal text from 0 to 2^64 - 1',
    );
  }

  /** A time from a `Date`. */
  static fromDate(date: Date): FileTime {
    return new FileTime(BigInt(date.getTime()) * TICKS_PER_MILLISECOND + UNIX_EPOCH);
  }

  /** What the number means. It decides what `toDate` and `iso` give. */
  get kind(): FileTimeKind {
    if (this.ticks === 0n) return 'zero';
    if (this.ticks === NO_DATE) return 'none';
    return this.ticks >= YEAR_10000 ? 'out-of-range' : 'time';
  }

  /** UTC in ISO 8601 with seven decimals; null if `kind` is `out-of-range`. */
  get iso(): string | null {
    if (this.kind === 'out-of-range') return null;
    const fraction = (this.ticks % TICKS_PER_SECOND).toString().padStart(7, '0');
    const seconds = Number(this.ticks / TICKS_PER_SECOND) - UNIX_EPOCH_SECONDS;
    return `${new Date(seconds * 1000).toISOString().slice(0, SECONDS_LENGTH)}.${fraction}Z`;
  }

  /** The moment as a `Date`, to the millisecond; undefined for `zero`, `none` and `out-of-range`. */
  toDate(): Date | undefined {
    return this.kind === 'time'
      ? new Date(Number((this.ticks - UNIX_EPOCH) / TICKS_PER_MILLISECOND))
      : undefined;
  }

  /** The two halves as MFCMAPI shows them: `Low: 0x00000000 High: 0x00000000`. */
  toHalves(): string {
    const half = (value: bigint): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
    return `Low: ${half(this.ticks & 0xffffffffn)} High: ${half(this.ticks >> 32n)}`;
  }

  /** `iso`, or the two halves if the number is out of range. */
  toString(): string {
    return this.iso ?? `out of range (${this.toHalves()})`;
  }

  /** What Node's `console.log` shows: the time, and its `kind` if it is not a moment. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `FileTime ${this.toString()}${this.kind === 'time' ? '' : ` (${this.kind})`}`;
  }

  /**
   * The time for JSON: the ticks are decimal text, since JSON does not have 64-bit integers. `iso` is null if out of
   * range.
   */
  toJSON(): { ticks: string; kind: FileTimeKind; iso: string | null } {
    return { ticks: this.ticks.toString(), kind: this.kind, iso: this.iso };
  }
}

function ticksOf(ticks: unknown): bigint | undefined {
  const number = typeof ticks === 'string' && /^\d{1,20}$/.test(ticks) ? BigInt(ticks) : ticks;
  return typeof number === 'bigint' && number >= 0n && number < 1n << 64n ? number : undefined;
}
