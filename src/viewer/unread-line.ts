import type { Failure } from './failure';
import type { PageLine } from './judged';

/** Where a line's item lies in its store. */
export type LinePlace = Pick<PageLine, 'id' | 'folder' | 'isInSentItems'>;

/** The line of an item that could not be read. */
export function unreadLine(place: LinePlace, failure: Failure): PageLine {
  return {
    kind: 'item',
    ...place,
    headword: 'unreadable',
    subject: undefined,
    organizer: undefined,
    start: undefined,
    people: '',
    unreached: 0,
    anomalies: 0,
    affected: undefined,
    fits: [],
    evidence: undefined,
    failure,
  };
}
