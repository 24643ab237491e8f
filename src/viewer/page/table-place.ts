/** The message whose table a place such as `embedded[0].recipients[1].trackStatus` is in. */
export function tableOf(place: string): string {
  return (/^(?:embedded\[\d+\]\.?)*/.exec(place)?.[0] ?? '').replace(/\.$/, '');
}

/** The row or message that a place such as `recipients[1].trackStatus` is in. */
export function rowOf(place: string): string {
  return /^(?:embedded\[\d+\]\.)*(?:recipients\[\d+\])?/.exec(place)?.[0].replace(/\.$/, '') ?? '';
}
