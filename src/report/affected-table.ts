import { plural, who } from '../rules/wording';
import type { AffectedMeeting } from './affected-meetings';
import { andMore, DEFAULT_WIDTH, displayWidth, fitted, padEnd, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';
import { minuteOf } from './minute';
import { reportedName } from './reported';
import { occurrencesNote, unreachedLabel } from './unreached-label';

/** How many meetings, people of each, copies and sentences are listed. */
const MOST = { meetings: 20, people: 10, copies: 3, evidence: 2 };
const GAP = '  ';
const INDENT = ' '.repeat(4);
/** Of what verdict and start leave of a line. */
const ORGANIZER_SHARE = 0.4;
/** Where subject and organizer have less, there is the date and the subject. */
const NARROW = 24;
/** Of a start. */
const DATE = 11;

/**
 * The meetings whose changes do not reach somebody, the worst and latest first: a line each with verdict, start, subject
 * and organizer, fitted to the width, and below it whom, and where its copies are. Empty: there is none.
 */
export function formatAffected(meetings: readonly AffectedMeeting[], options: LayoutOptions = {}): string {
  if (meetings.length === 0) return '';
  const { width = DEFAULT_WIDTH } = options;
  const shown = meetings.slice(0, MOST.meetings);
  const rest = meetings.length - shown.length;
  return [
    wrap('', `Affected meetings (${meetings.length}), the worst and latest first`, width),
    ...tableOf(shown, width),
    ...(rest > 0 ? [`  …${andMore(rest, options)}`] : []),
  ].join('\n');
}

function tableOf(meetings: readonly AffectedMeeting[], width: number): string[] {
  const all = [heads, ...meetings.map(cellsOf)];
  const widths = widthsOf(all, width);
  const lines = all.map((cells) => {
    const padded = widths.map((columns, column) => padEnd(fitted(cells[column] ?? '', columns), columns));
    return `  ${padded.join(GAP)}`.trimEnd();
  });
  return lines.flatMap((line, index) => {
    const meeting = meetings[index - 1];
    return meeting === undefined ? [line] : [line, ...linesBelow(meeting, width)];
  });
}

/** How wide the columns are: verdict and start are whole, the others share the rest. A narrow terminal has no organizer. */
function widthsOf(rows: readonly (readonly string[])[], width: number): number[] {
  const widest = (column: number): number =>
    Math.max(...rows.map((cells) => displayWidth(cells[column] ?? '')));
  const [verdict, start, subject, organizer] = [widest(0), widest(1), widest(2), widest(3)];
  const left = width - INDENT.length - verdict - start - GAP.length;
  if (left < NARROW)
    return [verdict, Math.min(start, DATE), Math.max(left + start - Math.min(start, DATE), 1)];
  const second = Math.min(
    organizer,
    Math.max(left - GAP.length - subject, Math.floor(left * ORGANIZER_SHARE)),
  );
  return [verdict, start, Math.min(subject, left - GAP.length - second), second];
}

const heads = ['VERDICT', 'START (UTC)', 'SUBJECT', 'ORGANIZER'];

function cellsOf({ verdict, start, subject, organizer }: AffectedMeeting): string[] {
  return [
    verdict ?? 'found',
    start === null ? '(unknown)' : minuteOf(start),
    subject === null ? '(no subject)' : visible(subject),
    visible(organizer?.name ?? organizer?.address ?? '(unknown)'),
  ];
}

function linesBelow(meeting: AffectedMeeting, width: number): string[] {
  const { attendees, copies, evidence } = meeting;
  const occurrences = occurrencesNote(meeting);
  const list = <T>(all: readonly T[], most: number, words: (each: T) => string): string => {
    const names = all.slice(0, most).map((each) => visible(words(each)));
    return `${names.join('; ')}${andMore(all.length - names.length, {})}`;
  };
  return [
    ...(occurrences === '' ? [] : [wrap(INDENT, occurrences, width)]),
    wrap(INDENT, `${unreachedLabel(meeting)}: ${list(attendees, MOST.people, who)}`, width),
    wrap(
      `${INDENT}${plural(copies.length, 'copy', 'copies')}: `,
      list(copies, MOST.copies, reportedName),
      width,
    ),
    ...evidence.slice(0, MOST.evidence).map((words) => wrap(`${INDENT}evidence: `, visible(words), width)),
  ];
}
