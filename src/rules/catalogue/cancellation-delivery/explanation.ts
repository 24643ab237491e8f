import type { Explanation, Verdict } from '../../rule';
import { externalRows, has, verdictOnTable } from './item-verdict';
import type { JudgedTable, MissingPart } from './item-verdict';
import { columnNames, plural } from '../../wording';
import { isOfMessage } from './weighed-evidence';

const ARTICLE = 'https://support.microsoft.com/kb/938650';

const zeroBlocks = (rows: number, attendees: number): string =>
  'Exchange 2003 cannot convert that time when it sends to the Internet, so the whole message stays in the queue: ' +
  `because of ${plural(rows, 'row')}, ${plural(attendees, 'external attendee misses', 'external attendees miss')} it (KB 938650).`;
/**
 * Why mail is, or may be, blocked: the time 0 of an external attendee; of one who is not known to be external; another time
 * that no date can hold; an answer that the table does not know of; a failure of the server that the cells cannot explain.
 */
type Cause = 'zero' | 'zero-inside' | 'unusable-time' | 'answer-lost' | 'failure-seen';

const answerLost =
  'An answer that the table does not know of was not processed as it should be: the row may have been written anew, and ' +
  'status 0 does not mean "no reply yet" here. That this blocks delivery is not documented. KB 2215547 describes answers ' +
  'that another program took in before Outlook did.';
const failureSeen =
  'The server failed as KB 938650 describes when it sent this item, but the cells that would show the cause cannot be read.';
const zeroWouldBlock =
  'Exchange 2003 cannot convert that time when it sends to the Internet (KB 938650); nobody outside the organization ' +
  'is known to be in the table.';
const unusableMayBlock =
  'Exchange 2003 cannot convert a time of 0 when it sends to the Internet (KB 938650); it is likely to fail on this one ' +
  'in the same way, but no source documents it.';

const whyPossible: Readonly<Record<Exclude<Cause, 'zero'>, string>> = {
  'zero-inside': zeroWouldBlock,
  'unusable-time': unusableMayBlock,
  'answer-lost': answerLost,
  'failure-seen': failureSeen,
};

const settledByEvent =
  'A non-delivery report with 4.4.7 for this subject and one of these recipients would confirm it; so would a warning 327 ' +
  'of MSExchangeTransport with EcGetMime and -2147467259 that names the message, or its minute on a sent copy. It is ' +
  'logged at maximum diagnostics only: its absence proves nothing.';
const settledByOrganizer = "The organizer's own calendar item, saved whole as .msg, would tell.";
const settledByCopy = 'An undamaged copy of the item would tell.';
const settledByMailbox = 'Another export of the item, or MFCMAPI on the mailbox itself, would tell.';

const tellAttendees = 'Tell the external attendees by plain mail: they have not heard of the change.';
const nothingYet = 'Nothing yet: it blocks mail only once somebody outside the organization is invited.';
const checkOrganizer = "Check the organizer's own calendar item: only that one is sent.";
const lookIntoQueue =
  'Look into the SMTP queue and ask the external attendees whether they heard of the last change.';
const remedies: readonly string[] = [
  `Install the hotfix on the organizer's Exchange 2003 server: ${ARTICLE}. Rows that already hold the 0 may keep it.`,
  'Not verified: have the attendee answer again from another mail client, or remove and invite them again.',
];

/** What a verdict means, why, what would settle it and what to do, by the tables that brought it about. */
export function explanationOf(verdict: Verdict, tables: readonly JudgedTable[]): Explanation {
  const decisive = tables.filter((table) => verdictOnTable(table) === verdict);
  const who = (): string => {
    const attendees = countExternal(decisive);
    return attendees === 0 ? 'external attendees' : plural(attendees, 'external attendee');
  };
  switch (verdict) {
    case 'confirmed':
      return {
        summary: `updates and cancellations do not reach ${who()}`,
        cause: 'zero' satisfies Cause,
        why: `${whyBlocked(decisive)} ${confirmedBy(decisive)}`,
        todo: [tellAttendees, ...remedies],
      };
    case 'likely': {
      const summary = `updates and cancellations will not reach ${who()}`;
      return {
        summary,
        cause: 'zero' satisfies Cause,
        why: whyBlocked(decisive),
        settle: settledByEvent,
        todo: [tellAttendees, ...remedies],
      };
    }
    case 'possible':
      return { summary: `updates and cancellations may not reach ${who()}`, ...explainPossible(decisive) };
    case 'undetermined': {
      const summary = 'this item cannot tell whether updates and cancellations are delivered';
      return { summary, settle: settleUndetermined(tables) };
    }
    case 'unlikely':
      return { summary: 'healthy' };
    case 'not-applicable':
      return { summary: 'not a meeting that is sent to anyone' };
  }
}

/** How many people outside the organization some tables send to; who is in several tables counts once. */
export function countExternal(tables: readonly JudgedTable[]): number {
  const people = tables
    .flatMap(externalRows)
    .map(({ row }) => row.smtpAddress ?? row.emailAddress ?? row.displayName ?? row);
  return new Set(people.map((person) => (typeof person === 'string' ? person.toLowerCase() : person))).size;
}

function explainPossible(decisive: readonly JudgedTable[]): Omit<Explanation, 'summary'> {
  const isDefect = decisive.some((table) => has(table, 'defect'));
  const isSentOutside = decisive.some((table) => externalRows(table).length > 0);
  const cause = isDefect && isSentOutside ? 'zero' : causeOfDoubt(decisive, isDefect);
  const why = cause === 'zero' ? whyBlocked(decisive) : whyPossible[cause];
  if (decisive.some(({ copy }) => copy.owner === 'unknown')) {
    return { cause, why, settle: settledByOrganizer, todo: [checkOrganizer, ...remedies] };
  }
  if (cause === 'failure-seen')
    return { cause, why, settle: settledByMailbox, todo: [lookIntoQueue, ...remedies] };
  if (isSentOutside) return { cause, why, settle: settledByEvent, todo: [lookIntoQueue, ...remedies] };
  const isKnown = decisive.every(({ rows }) => rows.every(({ external }) => external !== undefined));
  const settle = isKnown ? undefined : settledByMailbox;
  return { cause, why, settle, todo: [isKnown ? nothingYet : lookIntoQueue, ...remedies] };
}

/** Because of how many rows how many attendees miss a message; a person who is in several tables counts once. */
function whyBlocked(tables: readonly JudgedTable[]): string {
  const rows = tables.reduce(
    (sum, { rows: all }) => sum + all.filter(({ verdict }) => verdict === 'defect').length,
    0,
  );
  return zeroBlocks(rows, countExternal(tables));
}

/** What may block mail of an item where no zero of an external attendee does. */
function causeOfDoubt(tables: readonly JudgedTable[], isDefect: boolean): Exclude<Cause, 'zero'> {
  if (isDefect) return 'zero-inside';
  if (tables.some((table) => has(table, 'suspect'))) return 'unusable-time';
  return tables.some((table) => has(table, 'status-lost')) ? 'answer-lost' : 'failure-seen';
}

/** What shows that it happened, and what else might have brought it about. */
function confirmedBy(tables: readonly JudgedTable[]): string {
  const { eventBy, reports = [] } = tables[0]?.evidence ?? {};
  const ofEvent = isOfMessage(eventBy) ? [confirmedByEvent[eventBy]] : [];
  if (reports.length === 0) return ofEvent.join(' ');
  return [...ofEvent, confirmedByReport, ...(eventBy === undefined ? [RIVALS] : [])].join(' ');
}

const confirmedByEvent = {
  message: 'An event that names this item shows that it happened.',
  minute:
    'An event of the minute in which this item was submitted shows that it happened; no other message failed in that minute.',
} as const;
const confirmedByReport =
  'A non-delivery report (4.4.7) came back for this subject and one of these recipients.';
const RIVALS =
  'On the same servers 4.4.7 has other causes, too, which the report does not tell from this one: KB 941060 (a full table ' +
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
