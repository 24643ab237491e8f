import { evidenceOf } from '../../evidence/index';
import type { Message } from '../../index';
import { affectedCopyOf, fitOf, headlineOf, meetingFacts } from '../../report/command';
import type { CheckedFile } from '../../report/command';
import type { PageLine } from '../judged';
import type { LinePlace } from '../unread-line';
import { evidenceNames } from './store-reading';

/** Characters of an item's recipients by which it is found. */
const MOST_PEOPLE = 1 << 20;

/** The line of an item that was judged; `pieces`: how many pieces of evidence were handed over. */
export function pageLine(file: CheckedFile, place: LinePlace, pieces: number): PageLine {
  const { path, message, diagnosis } = file;
  const { organizer, start, affected } = meetingFacts(message, diagnosis);
  const evidence = evidenceOf(message);
  return {
    kind: 'item',
    ...place,
    headword: headlineOf(diagnosis),
    subject: message.subject,
    organizer: organizer?.name ?? organizer?.address,
    start: start ?? undefined,
    people: peopleIn(message),
    unreached: affected.length,
    anomalies: message.anomalies.length + message.suppressedAnomalies,
    affected: affectedCopyOf(file),
    fits: Array.from({ length: pieces }, (_, piece) => piece).filter(
      (piece) => fitOf(path, diagnosis, piece) !== undefined,
    ),
    evidence: evidence && evidenceNames[evidence.kind],
  };
}

function peopleIn({ recipients }: Message): string {
  const lines: string[] = [];
  let length = 0;
  for (const { displayName = '', smtpAddress, emailAddress = '' } of recipients) {
    const line = `${displayName} ${smtpAddress ?? emailAddress}`.toLowerCase();
    length += line.length;
    if (length > MOST_PEOPLE) break;
    lines.push(line);
  }
  return lines.join('\n');
}
