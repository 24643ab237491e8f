import type { AffectedMeeting } from './affected-meetings';
import { minuteOf } from './minute';

type Certainty = Pick<AffectedMeeting, 'verdict' | 'isSent'>;

/** What precedes the people of an affected meeting. Only what evidence confirms is stated as a fact. */
export function unreachedLabel({ verdict, isSent }: Certainty): string {
  if (verdict === 'confirmed') return 'not reached';
  return isSent ? 'not reached if the server was unpatched' : 'not reached if an unpatched server sent it';
}

/** Which occurrences of a series are affected, if the series itself is not; empty: it is. */
export function occurrencesNote({ occurrences }: Pick<AffectedMeeting, 'occurrences'>): string {
  if (occurrences.length === 0) return '';
  return `only the ${occurrences.length === 1 ? 'occurrence' : 'occurrences'} of ${occurrences.map(minuteOf).join('; ')} (UTC)`;
}
