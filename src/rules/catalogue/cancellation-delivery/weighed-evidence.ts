import type { CorrelatedBy } from '../../../evidence/correlation';
import type { FileTime } from '../../../mapi/values/file-time';
import { addressesOf } from '../../../message/address';
import { exceptionsOf } from '../../../message/meeting';
import type { Message } from '../../../message/message';
import type { RuleContext } from '../../rule';
import { answersIn } from './answers';
import type { Answers } from './answers';
import { judgeReport } from './delivery-reports';
import type { JudgedReport } from './delivery-reports';
import { judgeEvents } from './events';
import { judgeTracking } from './tracking';
import type { Tracked } from './tracking';
import type { DeliveryStatement } from './wording';

/** What is known of an item beside the item. */
export interface WeighedEvidence {
  /** By what an event with the signature of the defect is laid to the item, the surest way; undefined: there is none. */
  readonly eventBy: CorrelatedBy | undefined;
  /** The reports that an update of the item, to one of its recipients, expired in the queue. */
  readonly reports: readonly JudgedReport[];
  /** What tracking logs show of its message. */
  readonly tracked: readonly Tracked[];
  readonly answers: readonly Answers[];
  /** What it says, piece by piece. */
  readonly statements: readonly DeliveryStatement[];
}

/** Weighs everything that was handed over beside an item. */
export function weighEvidence(item: Message, context: RuleContext): WeighedEvidence {
  const statements: DeliveryStatement[] = [];
  const events: DeliveryStatement[] = [];
  const reports: JudgedReport[] = [];
  const answers: Answers[] = [];
  const tracked: Tracked[] = [];
  if (context.replied.size > 0) answers.push(namedByCaller(item, context.replied, statements));
  context.evidence.forEach((evidence, source) => {
    if (evidence.kind === 'event-log') {
      const judged = judgeEvents(evidence, source, item, context);
      events.push(...judged);
      statements.push(...judged);
    } else if (evidence.kind === 'ndr') {
      const judged = judgeReport(evidence, source, item, context);
      reports.push(judged);
      statements.push(judged.statement);
    } else if (evidence.kind === 'tracking-log') {
      const judged = judgeTracking(evidence, source, item);
      tracked.push(judged);
      statements.push(...judged.statements);
    } else answers.push(answersIn(evidence, source, item, statements));
  });
  return {
    eventBy: surest(events.filter(isOfDefect)),
    reports: reports.filter(({ statement }) => statement.correlatedBy === 'recipient'),
    tracked,
    answers,
    statements,
  };
}

function isOfDefect({ verdict }: DeliveryStatement): boolean {
  return verdict === 'this-defect';
}

const surestFirst: readonly CorrelatedBy[] = [
  'message',
  'minute',
  'time',
  'time-in-zone',
  'time-without-zone',
];

/** Whether an event that belongs to an item by this is about its message; by its time alone it may be another's. */
export function isOfMessage(by: CorrelatedBy | undefined): by is 'message' | 'minute' {
  return by === 'message' || by === 'minute';
}

/** The surest way in which one of some events is laid to the item. */
function surest(events: readonly DeliveryStatement[]): CorrelatedBy | undefined {
  const ways = new Set(events.map(({ correlatedBy }) => correlatedBy));
  return surestFirst.find((way) => ways.has(way));
}

/** Those of whom the caller says that they answered. */
function namedByCaller(
  item: Message,
  replied: ReadonlySet<string>,
  statements: DeliveryStatement[],
): Answers {
  const tables = [item, ...exceptionsOf(item).map(({ exception }) => exception)];
  const known = new Set(tables.flatMap(({ recipients }) => recipients.flatMap(addressesOf)));
  for (const address of replied) {
    const common = { source: undefined, path: '', values: { address } };
    statements.push(
      known.has(address)
        ? { code: 'named-as-replied', verdict: 'replied', ...common }
        : { code: 'named-is-nobody', verdict: 'not-this-item', ...common },
    );
  }
  return {
    hasAnswered: (row) => addressesOf(row).some((address) => replied.has(address)),
    savedTime: noTime,
  };
}

const noTime = (): FileTime | undefined => undefined;
