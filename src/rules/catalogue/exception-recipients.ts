import { addressesOf } from '../../message/address';
import { tableDamage } from '../../message/lost-properties';
import { exceptionsOf, hasAddress, isOrganizerRow, sendersOf } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import { joinPath } from '../../damage/path';
import { judged, notApplicable } from '../check-result';
import { doubtsOf, personOf } from '../check-rows';
import { few, firstFew, plural, who } from '../wording';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';
import type { Person } from '../rule';

/** How many attendees, and the first of them. */
type Some = { readonly count: number; readonly people: readonly Person[] };

const messages = {
  'no-exceptions': () => 'no changed occurrence has a recipient table of its own',
  'attendees-dropped': ({ count, people }: Some) =>
    `${plural(count, 'attendee')} of the series (${few(people.map(who), count)}) not in this occurrence's table, and the series does not say that ` +
    'its occurrences differ; they may not hear of changes to it',
  'attendees-added': ({ count, people }: Some) =>
    `${plural(count, 'attendee')} of this occurrence (${few(people.map(who), count)}) not in the series' table, and the series does not say that ` +
    'its occurrences differ; they may not hear of changes to the series',
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds exceptions that have other attendees than their series, if the series does not say that there are such
 * exceptions.
 * QUIRK: by [MS-OXOCAL] 2.2.2.3 PidLidFExceptionalAttendees is TRUE as soon as an exception has a row; Outlook writes
 * FALSE if the rows are the same as in the series (`Lanch_time_every_friday_in_2023_chgs1.msg` of msgreader). So only
 * rows that differ count.
 */
export const exceptionRecipients = defineRule({
  meta: {
    id: 'exception-recipients',
    title: 'Exceptions have the attendees of their series, or the series says otherwise',
    severity: 'warning',
    reference: 'docs/rules/exception-recipients.md',
    aliases: [],
    messages,
  },
  appliesTo: 'meeting',
  check(message) {
    const exceptions = exceptionsOf(message).filter(({ exception }) => exception.recipients.length > 0);
    const doubts = doubtsOf(message, [
      { message, path: '' },
      ...exceptions.map(({ exception, path }) => ({ message: exception, path })),
    ]);
    if (exceptions.length === 0 && doubts.length === 0) return notApplicable('no-exceptions');
    const isDeclared = message.exceptionalAttendees === true || tableDamage(message).length > 0;
    const series = attendeesOf(message);
    const severity: Problem['severity'] = message.exceptionalAttendees === false ? 'warning' : 'info';
    const problems = isDeclared
      ? []
      : exceptions.flatMap(({ exception, path }) =>
          drift(series, exception).map((found) => ({
            ...found,
            severity,
            path: joinPath(path, 'recipients'),
          })),
        );
    return judged("the exceptions' recipient tables", problems, doubts);
  },
});

/** The attendees of a table who have an address, and by each address who it is. */
interface Attendees {
  readonly rows: readonly Recipient[];
  readonly byAddress: ReadonlyMap<string, number>;
}

/** The organizer, rows removed from an exception and rows without address do not count; who is there twice counts once. */
function attendeesOf(message: Message): Attendees {
  const senders = sendersOf(message);
  const rows: Recipient[] = [];
  const byAddress = new Map<string, number>();
  for (const row of message.recipients) {
    if (isOrganizerRow(row) || row.flags?.includes('exceptionalDeleted') || hasAddress(row, senders))
      continue;
    const addresses = addressesOf(row);
    const known = addresses.find((address) => byAddress.has(address));
    const index = known === undefined ? rows.length : (byAddress.get(known) ?? 0);
    for (const address of addresses) byAddress.set(address, index);
    if (known === undefined && addresses.length > 0) rows.push(row);
  }
  return { rows, byAddress };
}

/** In what an exception's table differs. */
interface Drift {
  readonly code: 'attendees-dropped' | 'attendees-added';
  readonly values: Some;
}

/** How an exception's table differs from the series', in time that depends on the exception's rows alone. */
function drift(series: Attendees, exception: Message): Drift[] {
  if (tableDamage(exception).length > 0) return [];
  const known = exception.recipients.flatMap((row) =>
    addressesOf(row).flatMap((address) => series.byAddress.get(address) ?? []),
  );
  const kept = new Set(known);
  const added = attendeesOf(exception).rows.filter(
    (row) => !addressesOf(row).some((address) => series.byAddress.has(address)),
  );
  const problem = (code: Drift['code'], count: number, rows: Iterable<Recipient>): Drift[] =>
    count === 0 ? [] : [{ code, values: { count, people: firstFew(rows).map(personOf) } }];
  const dropped = series.rows.length - kept.size;
  return [
    ...problem('attendees-dropped', dropped, missing(series, kept)),
    ...problem('attendees-added', added.length, added),
  ];
}

function* missing({ rows }: Attendees, kept: ReadonlySet<number>): Generator<Recipient> {
  for (const [index, row] of rows.entries()) if (!kept.has(index)) yield row;
}
