import { addressesOf } from '../message/address';
import { tableDamage } from '../message/lost-properties';
import { exceptionsOf, hasAddress, isOrganizerRow, sendersOf } from '../message/meeting';
import type { Message } from '../message/message';
import type { Recipient } from '../message/recipient';
import { joinPath } from '../place';
import { judged, notAMeeting } from './check-result';
import { doubtsOf, personOf } from './check-rows';
import type { Problem, Rule } from './rule';
import { plural, who } from './wording';

/**
 * Finds exceptions with other attendees than their series where the series does not say that there are any.
 * QUIRK: by [MS-OXOCAL] 2.2.2.3 PidLidFExceptionalAttendees is TRUE as soon as an exception has a row; Outlook writes
 * FALSE where the rows are the series' own (`Lanch_time_every_friday_in_2023_chgs1.msg` of msgreader). So only rows that
 * differ count.
 */
export const exceptionRecipients: Rule = {
  meta: {
    id: 'exception-recipients',
    title: 'Exceptions have the attendees of their series, or the series says otherwise',
    severity: 'warning',
    reference: 'docs/rules/exception-recipients.md',
    aliases: [],
    messages: {
      'no-exceptions': () => 'no changed occurrence has a recipient table of its own',
      'attendees-dropped': ({ count, names }) =>
        `${plural(count, 'attendee')} of the series (${names}) not in this occurrence's table, and the series does not say that ` +
        'its occurrences differ; they may not hear of changes to it',
      'attendees-added': ({ count, names }) =>
        `${plural(count, 'attendee')} of this occurrence (${names}) not in the series' table, and the series does not say that ` +
        'its occurrences differ; they may not hear of changes to the series',
    },
  },
  check(message) {
    const excluded = notAMeeting(message);
    if (excluded !== undefined) return excluded;
    const exceptions = exceptionsOf(message).filter(({ exception }) => exception.recipients.length > 0);
    const doubts = doubtsOf(message, [
      { message, path: '' },
      ...exceptions.map(({ exception, path }) => ({ message: exception, path })),
    ]);
    if (exceptions.length === 0 && doubts.length === 0)
      return { outcome: 'not-applicable', reasons: [{ code: 'no-exceptions', path: '' }], problems: [] };
    const isDeclared = message.exceptionalAttendees === true || tableDamage(message).length > 0;
    const series = addressesIn(message);
    const problems = isDeclared
      ? []
      : exceptions.flatMap(({ exception, path }) => drift(message, series, exception, path));
    return judged("the exceptions' recipient tables", problems, doubts);
  },
};

function drift(series: Message, known: ReadonlySet<string>, exception: Message, path: string): Problem[] {
  if (tableDamage(exception).length > 0) return [];
  const own = addressesIn(exception);
  const severity = series.exceptionalAttendees === false ? 'warning' : 'info';
  const problem = (code: string, rows: readonly Recipient[]): Problem[] => {
    const values = { count: rows.length, names: few(rows) };
    return rows.length === 0 ? [] : [{ code, severity, path: joinPath(path, 'recipients'), values }];
  };
  return [
    ...problem('attendees-dropped', attendeesOutside(series, own)),
    ...problem('attendees-added', attendeesOutside(exception, known)),
  ];
}

function addressesIn(message: Message): ReadonlySet<string> {
  return new Set(message.recipients.flatMap(addressesOf));
}

/** The attendees of a table none of whose addresses is in the set; the organizer and rows without address do not count. */
function attendeesOutside(message: Message, addresses: ReadonlySet<string>): Recipient[] {
  const senders = sendersOf(message);
  return message.recipients.filter((row) => {
    if (isOrganizerRow(row) || row.flags?.includes('exceptionalDeleted') || hasAddress(row, senders))
      return false;
    const own = addressesOf(row);
    return own.length > 0 && !own.some((address) => addresses.has(address));
  });
}

const FEW = 3;

function few(rows: readonly Recipient[]): string {
  const rest = rows.length - FEW;
  const names = rows.slice(0, FEW).map((row) => who(personOf(row)));
  return names.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
