import type { Verdict } from '../../rule';
import {
  checkOrganizer,
  handedOver,
  lookIntoQueue,
  remedies,
  settledByCopy,
  settledByMailbox,
  settledByOrganizer,
  settledByTraces,
  settledOfSentCopy,
} from './advice';
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
import { isOfMessage } from './weighed-evidence';

const zeroBlocks = (rows: number, missed: string): string =>
  'Exchange 2003 cannot convert that time when it sends to the Internet, so the whole message stays in the queue: ' +
  `because of ${plural(rows, 'row')}, ${missed} it (KB 938650).`;
/**
 * Why mail is, or may be, blocked: the time 0 of an external attendee; of one who is not known to be external; another time
 * that no date can hold; an answer that the table does not know of; a failure of the server that the cells cannot explain.
 */
type Cause = 'zero' | 'zero-inside' | 'zero-unjudged' | 'unusable-time' | 'answer-lost' | 'failure-seen';

const answerLost =
  'An answer that the table does not show was not processed as it should be: the row may have been rewritten, and ' +
  'status 0 does not mean "no reply yet" here. That this blocks delivery is not documented. KB 2215547 describes answers ' +
  'that another program processed before Outlook did.';
const failureSeen =
  'The server failed as KB 938650 describes when it sent this item, but the cells that would show the cause cannot be read.';
const zeroWouldBlock =
  'Exchange 2003 cannot convert that time when it sends to the Internet (KB 938650); nobody outside the organization ' +
  'is known to be in the table. Inside it the same time may hide the item in Outlook Web Access and on mobile devices ' +
  '(KB 969254).';
const unusableMayBlock =
  'Exchange 2003 cannot convert a time of 0 when it sends to the Internet (KB 938650); it is likely to fail on this one ' +
  'in the same way, but no source documents it.';

const zeroUnjudged =
  'The 0 is in a row that is not judged. Exchange 2003 converts the whole table when it sends to the Internet, so it is ' +
  'likely to fail on this row, too; no source documents it.';

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
        why: `${whyBlocked(decisive, true)} ${confirmedBy(decisive)}`,
        todo: [naming('Inform these people by ordinary email of what has changed: ', people), ...remedies],
      };
    case 'likely': {
      const isSent = decisive.every(({ isSentCopy }) => isSentCopy);
      return {
        summary: isSent
          ? `this message, if an unpatched Exchange 2003 sent it, did not reach ${whom}`
          : `a change or a cancellation sent from an unpatched Exchange 2003 would not reach ${whom}`,
        cause: 'zero' satisfies Cause,
        why: whyBlocked(decisive, false),
        settle: isSent ? settledOfSentCopy : settledByTraces,
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
      return { summary: decisive.some((table) => has(table, 'defect')) ? handedOver : 'healthy' };
    case 'not-applicable':
      return { summary: 'not a meeting that is sent to anyone' };
  }
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
  const why = cause === 'zero' ? whyBlocked(decisive, false) : whyPossible[cause];
  if (decisive.some(({ copy }) => copy.owner === 'unknown')) {
    return { cause, why, settle: settledByOrganizer, todo: [checkOrganizer, ...remedies] };
  }
  if (cause === 'failure-seen')
    return { cause, why, settle: settledByMailbox, todo: [lookIntoQueue, ...remedies] };
  if (isSentOutside) return { cause, why, settle: settledByTraces, todo: [lookIntoQueue, ...remedies] };
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

/** Because of how many rows how many attendees miss a message, or would; a person who is in several tables counts once. */
function whyBlocked(tables: readonly JudgedTable[], isSeen: boolean): string {
  const rows = tables.reduce(
    (sum, { rows: all }) => sum + all.filter(({ verdict }) => verdict === 'defect').length,
    0,
  );
  const people = externalPeople(tables).length;
  const missed = isSeen
    ? plural(people, 'external attendee misses', 'external attendees miss')
    : `${plural(people, 'external attendee')} would miss`;
  return zeroBlocks(rows, missed);
}

/** What may block mail of an item where no zero of an external attendee does. */
function causeOfDoubt(tables: readonly JudgedTable[], isDefect: boolean): Exclude<Cause, 'zero'> {
  if (isDefect) return 'zero-inside';
  if (tables.some((table) => unjudgedZeros(table).length > 0)) return 'zero-unjudged';
  if (tables.some((table) => has(table, 'suspect'))) return 'unusable-time';
  return tables.some((table) => has(table, 'status-lost')) ? 'answer-lost' : 'failure-seen';
}

/** What shows that it happened, and what else might have brought it about. */
function confirmedBy(tables: readonly JudgedTable[]): string {
  const { eventBy, reports = [], tracked = [] } = tables[0]?.evidence ?? {};
  const isTracked = tables.some(({ rows }) =>
    rows.some(({ row }) => tracked.some(({ isKept }) => isKept(row))),
  );
  const seen = [
    ...(isOfMessage(eventBy) ? [confirmedByEvent[eventBy]] : []),
    ...(isTracked ? [confirmedByTracking] : []),
  ];
  if (reports.length === 0) return seen.join(' ');
  const isAlone = eventBy === undefined && !isTracked;
  return [...seen, confirmedByReport, ...(isAlone ? [RIVALS] : [])].join(' ');
}

const confirmedByEvent = {
  message: 'An event that names this item shows that it happened.',
  minute:
    'An event of the minute in which this item was submitted shows that it happened; no other message failed in that minute.',
} as const;
const confirmedByTracking =
  "The server's tracking log shows it: the message waited for hours and came back, while the partner took others.";
const confirmedByReport =
  'A non-delivery report (4.4.7) came back for this subject and one of these recipients.';
const RIVALS =
  '4.4.7 has other causes on the same servers, and the report does not distinguish them from this one: KB 941060 (a full table ' +
  'of header names), KB 950757 (retries that stop until a restart); KB 284204 lists more.';

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
