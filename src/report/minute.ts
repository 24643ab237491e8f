/** A moment in ISO 8601, for people: to the minute, `2004-03-15 14:00`. */
export function minuteOf(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}
