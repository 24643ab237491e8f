const MILLISECONDS_PER_MINUTE = 60_000;
/** 1601-01-01 in milliseconds. */
const EPOCH = -11_644_473_600_000;

/** Minutes from 1601-01-01, as recurrences count, as local time in ISO 8601 without a zone: `2004-03-15T14:00`. */
export function momentOf(minutes: number): string {
  return new Date(EPOCH + minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 16);
}

/** The day of such a moment: `2004-03-15`. */
export function dateOf(minutes: number): string {
  return momentOf(minutes).slice(0, 10);
}

/** The minutes from 1601-01-01 to a day or a moment that `dateOf` or `momentOf` gives. */
export function minutesOf(moment: string): number {
  const [date = '', time = '00:00'] = moment.split('T');
  return (Date.parse(`${date}T${time}Z`) - EPOCH) / MILLISECONDS_PER_MINUTE;
}
