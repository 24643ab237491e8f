import type { FileTime } from '../../mapi/values/file-time';
import { messageProperties } from '../../mapi/definitions/message-properties';
import { wasSent } from '../../message/invitation';
import { hasLostProperties } from '../../message/lost-properties';
import { tablesOf } from '../../message/meeting-tables';
import type { MeetingTable } from '../../message/meeting-tables';
import { judged, unreadable, valueProblem } from '../check-result';
import { defineRule } from '../define-rule';
import type { ProblemOf, SharedReason } from '../messages';

const messages = {
  'time-missing': ({ what }: { what: string }) =>
    `${what} is missing; the meeting does not appear in the calendar`,
  'time-zero': ({ what }: { what: string }) =>
    `${what} is 0 (1601-01-01), which is not the time of any meeting; the meeting is not shown where it belongs`,
  'time-past-limit': ({ what, time }: { what: string; time: string }) =>
    `${what} is ${time}, after the last day that Outlook knows (4500-12-31)`,
  'ends-before-start': ({ start, end }: { start: string; end: string }) =>
    `it begins at ${start} and ends at ${end}, before it begins; calendars show it wrongly or not at all`,
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds meetings that lack a start or an end, have one that is not a date, or end before they begin: [MS-OXOCAL]
 * 2.2.1.5, 2.2.1.6.
 * QUIRK: by the specification every item has both. A template has neither (`sample.oft` of Aspose), and a draft looks
 * the same. So a missing time is a finding only if the meeting was sent to somebody.
 */
export const appointmentTimes = defineRule({
  meta: {
    id: 'appointment-times',
    title: 'The meeting has a start, and an end after it',
    severity: 'error',
    reference: 'docs/rules/appointment-times.md',
    aliases: [
      'CalCheck 0016',
      'CalCheck 0019',
      'CalCheck 0020',
      'CalCheck 0021',
      'CalCheck 0024',
      'CalCheck 0025',
    ],
    messages,
    kinds: { what: 'term', time: 'term', start: 'term', end: 'term' },
  },
  appliesTo: 'meeting',
  check(message) {
    const tables = tablesOf(message);
    const doubts = tables.flatMap(doubtsOn);
    return judged(
      'start and end',
      tables.flatMap((table) => judge(table)),
      doubts,
    );
  },
});

const times = ['appointmentStart', 'appointmentEnd'] as const;
type Time = (typeof times)[number];
const propertyNames = {
  appointmentStart: 'the start (PidLidAppointmentStartWhole)',
  appointmentEnd: 'the end (PidLidAppointmentEndWhole)',
} as const;

/** 4501-01-01 in ticks: "no date", and the first moment after Outlook's calendar. */
const CALENDAR_END = 0x0cb34557a3dd4000n;

function judge(table: MeetingTable): Problem[] {
  const problems = times.flatMap((name) => judgeTime(table, name));
  if (problems.length > 0) return problems;
  const { message, path } = table;
  // an exception sets both or neither: one of its own beside one of the series' says nothing
  const { appointmentStart: start, appointmentEnd: end } = message;
  if (start === undefined || end === undefined || start.ticks <= end.ticks) return [];
  const values = { start: start.toString(), end: end.toString() };
  return [
    valueProblem({ message, path }, 'appointmentEnd', {
      code: 'ends-before-start',
      severity: 'error',
      values,
    }),
  ];
}

function judgeTime(table: MeetingTable, name: Time): Problem[] {
  const { message, path } = table;
  const what = propertyNames[name];
  const time = message[name];
  if (time !== undefined) {
    const code = faultOf(time);
    if (code === undefined) return [];
    const values = { what, time: time.toString() };
    return [valueProblem(table, name, { code, severity: 'error', values })];
  }
  const isAbsent = message.properties.state(messageProperties[name]) === 'absent';
  if (!isAbsent || path !== '' || !wasSent(message) || hasLostProperties(message)) return [];
  return [{ code: 'time-missing', severity: 'error', path, values: { what } }];
}

function faultOf({ kind, ticks }: FileTime): 'time-zero' | 'time-past-limit' | undefined {
  if (kind === 'zero') return 'time-zero';
  return ticks >= CALENDAR_END ? 'time-past-limit' : undefined;
}

function doubtsOn({ message, path }: MeetingTable): SharedReason[] {
  const isMissing = path === '' && times.some((name) => message[name] === undefined);
  const isLost = isMissing && hasLostProperties(message);
  const isDraft = isMissing && !wasSent(message);
  const doubts: SharedReason[] = [];
  if (isLost) doubts.push({ code: 'properties-lost', path });
  if (isDraft) doubts.push({ code: 'never-sent', path });
  return [...doubts, ...times.flatMap((name) => unreadable({ message, path }, name, propertyNames[name]))];
}
