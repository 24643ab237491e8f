import type { Verdict } from '../../rule';
import {
  checkOrganizer,
  handedOver,
  lookIntoQueue,
  remedies,
  settledByCopy,
  settledByMailbox,
  settledByOrganizer,
  settledOfItem,
  settledOfSentCopy,
} from './advice';
import { confirmedBy } from './confirmation';
import {
  externalPeople,
  externalRows,
  has,
  unjudgedZeros,
  unplacedRows,
  verdictOnTable,
} from './item-verdict';
import type { JudgedTable, MissingPart } from './item-verdict';
import { personOf } from '../../check-rows';
import { distinctPeople } from '../../unreached';
import { naming } from '../../sentence';
import type { MostlyFixed } from '../../sentence';
import { columnNames, plural } from '../../wording';

/**
 * Why mail is, or may be, blocked: the time 0 of an external attendee; of one who is not known to be external; another time
 * that no date can hold; an answer that the table does not know of; a failure of the server that the cells cannot explain.
 */
type Cause = 'zero' | 'zero-inside' | 'zero-unjudged' | 'unusable-time' | 'answer-lost' | 'failure-seen';

const answerLost =
  'The table does not show an answer that was given, so status 0 does not mean "no reply yet" here. That this blocks ' +
  'delivery is not documented. KB 2215547 describes answers that another program processed before Outlook did.';
const failureSeen =
  'The server failed as KB 938650 describes when it sent this item, but the cells that would show the cause cannot be read.';
const zeroWouldBlock =
  'Exchange 2003 cannot convert that time when it sends to the Internet (KB 938650). Inside the organization the same ' +
  'time may hide the item in Outlook Web Access and on mobile devices (KB 969254).';
const unusableMayBlock =
  'Exchange 2003 cannot convert a time of 0 when it sends to the Internet (KB 938650); it is likely to fail on this one ' +
  'in the same way, but no source documents it.';

const zeroUnjudged =
  'Exchange 2003 converts the whole table when it sends to the Internet; it is likely to fail on this row ' +
  'in the same way, but no source documents it.';

const whyPossible: Readonly<Record<Exclude<Cause, 'zero'>, string>> = {
  'zero-inside': zeroWouldBlock,
  'zero-unjudged': zeroUnjudged,
  'unusable-time': unusableMayBlock,
  'answer-lost': answerLost,
  'failure-seen': failureSeen,
};

/** What a verdict means, why, what would settle it and what to do, by the tables that brought it about. */
export function explanationOf(verdict: Verdict, tables: readonly JudgedTable[]): MostlyFixed {
  const decisive = tables.filter((table) => verdictOnTable(table) === verdict);
  const people = externalPeople(decisive);
  const whom = people.length === 0 ? 'external attendees' : plural(people.length, 'external attendee');
  switch (verdict) {
    case 'confirmed':
      return {
        summary: `a change or a cancellation did not reach ${whom}`,
        cause: 'zero' satisfies Cause,
        why: `${whyBlocked(decisive)} ${confirmedBy(decisive)}`,
        todo: [naming('Inform these people by ordinary email of what has changed: ', people), ...remedies],
      };
    case 'likely': {
      const isSent = isSentMessage(decisive);
      return {
        summary: isSent
          ? `this message, if an unpatched Exchange 2003 sent it, did not reach ${whom}`
          : `a change or a cancellation sent from an unpatched Exchange 2003 would not reach ${whom}`,
        cause: 'zero' satisfies Cause,
        why: whyBlocked(decisive),
        settle: traces(decisive),
        todo: [
          naming(
            `${isSent ? 'Unless you know that they heard of it' : 'If a change or a cancellation was sent'}, inform these people by ordinary email: `,
            people,
          ),
          ...remedies,
        ],
      };
    }
    case 'possible':
      return explainPossible(decisive, whom);
    case 'undetermined': {
      const summary = 'this item does not show whether changes and cancellations are delivered';
      return { summary, settle: settleUndetermined(tables) };
    }
    case 'unlikely':
      return {
        summary: decisive.some((table) => has(table, 'defect'))
          ? handedOver
          : 'nothing in the item blocks delivery',
      };
    case 'not-applicable':
      return { summary: 'not a meeting that is sent to anyone' };
  }
}

/** Whether the item is what was sent, rather than what it was made from. */
function isSentMessage(tables: readonly JudgedTable[]): boolean {
  return tables.every(({ isSentCopy }) => isSentCopy);
}

/** What would show that a message was sent, or that the server kept it back. */
function traces(tables: readonly JudgedTable[]): string {
  return isSentMessage(tables) ? settledOfSentCopy : settledOfItem;
}

function explainPossible(decisive: readonly JudgedTable[], whom: string): MostlyFixed {
  const doubt = doubtOf(decisive);
  const summary =
    doubt.cause === 'zero-inside'
      ? 'the time of an answer is 0, and nobody outside the organization is known to be in the table'
      : `a change or a cancellation sent from an unpatched Exchange 2003 may not reach ${whom}`;
  return { summary, ...doubt };
}

function doubtOf(decisive: readonly JudgedTable[]): Omit<MostlyFixed, 'summary'> & { readonly cause: Cause } {
  const isDefect = decisive.some((table) => has(table, 'defect'));
  const isSentOutside = decisive.some((table) => externalRows(table).length > 0);
  const cause = isDefect && isSentOutside ? 'zero' : causeOfDoubt(decisive, isDefect);
  const why = cause === 'zero' ? whyBlocked(decisive) : whyPossible[cause];
  if (decisive.some(({ copy }) => copy.owner === 'unknown')) {
    return { cause, why, settle: settledByOrganizer, todo: [checkOrganizer, ...remedies] };
  }
  if (cause === 'failure-seen')
    return { cause, why, settle: settledByMailbox, todo: [lookIntoQueue, ...remedies] };
  if (isSentOutside) return { cause, why, settle: traces(decisive), todo: [lookIntoQueue, ...remedies] };
  const unknown = distinctPeople(decisive.flatMap(unplacedRows).map(({ row }) => personOf(row)));
  if (unknown.length === 0) return { cause, why, todo: remedies };
  const todo = [
    naming(
      'Find out which of these are outside the organization, or are lists with members there; only they may miss it: ',
      unknown,
    ),
    ...remedies,
  ];
  return { cause, why, settle: settledByMailbox, todo };
}

/** Because of how many rows how many attendees miss a message; a person who is in several tables counts once. */
function whyBlocked(tables: readonly JudgedTable[]): string {
  const rows = tables.flatMap(({ rows: all }) => all.filter(({ verdict }) => verdict === 'defect'));
  const missed = plural(externalPeople(tables).length, 'external attendee misses', 'external attendees miss');
  return (
    'Exchange 2003 cannot convert that time when it sends to the Internet, so the whole message stays in the queue: ' +
    `because of ${plural(rows.length, 'row')}, ${missed} it (KB 938650).`
  );
}

/** What may block mail of an item where no zero of an external attendee does. */
function causeOfDoubt(tables: readonly JudgedTable[], isDefect: boolean): Exclude<Cause, 'zero'> {
  if (isDefect) return 'zero-inside';
  if (tables.some((table) => unjudgedZeros(table).length > 0)) return 'zero-unjudged';
  if (tables.some((table) => has(table, 'suspect'))) return 'unusable-time';
  return tables.some((table) => has(table, 'status-lost')) ? 'answer-lost' : 'failure-seen';
}

const missingParts: Readonly<Record<MissingPart, string>> = {
  trackStatusTime: columnNames.trackStatusTime,
  trackStatus: columnNames.trackStatus,
  recipients: 'the recipient table',
  exceptions: 'the exceptions',
  properties: "the message's own properties",
};

function settleUndetermined(tables: readonly JudgedTable[]): string {
  const missing = [...new Set(tables.flatMap((table) => table.missing))];
  if (missing.length > 0)
    return `Export it again with ${missing.map((part) => missingParts[part]).join(', ')}; saved from MFCMAPI as MSG, the item has all of it.`;
  if (tables.some(({ damage }) => damage.length > 0)) return settledByCopy;
  if (tables.some((table) => has(table, 'undetermined'))) return settledByMailbox;
  return settledByOrganizer;
}
