import type { CorrelatedBy } from '../../../evidence/correlation';
import type { FileTime } from '../../../mapi/values/file-time';
import { addressesOf } from '../../../message/address';
import { exceptionsOf } from '../../../message/meeting';
import type { Message } from '../../../message/message';
import type { RuleContext, Testimony } from '../../rule';
import { answersIn } from './answers';
import type { Answers } from './answers';
import { judgeReport } from './delivery-reports';
import { judgeEvents } from './events';

/** What is known of an item beside the item. */
export interface WeighedEvidence {
  /** By what an event with the signature of the defect is laid to the item, the surest way; undefined: there is none. */
  readonly eventBy: CorrelatedBy | undefined;
  /** Whether an update of the item is reported to have expired in the queue. */
  readonly hasReport: boolean;
  readonly answers: readonly Answers[];
  readonly testimonies: readonly Testimony[];
}

/** Weighs everything that was handed over beside an item. */
export function weighEvidence(item: Message, context: RuleContext): WeighedEvidence {
  const testimonies: Testimony[] = [];
  const answers: Answers[] = [];
  if (context.replied.size > 0) answers.push(byWord(item, context.replied, testimonies));
  context.evidence.forEach((evidence, source) => {
    if (evidence.kind === 'event-log') testimonies.push(...judgeEvents(evidence, source, item, context));
    else if (evidence.kind === 'ndr') testimonies.push(judgeReport(evidence, source, item, context));
    else answers.push(answersIn(evidence, source, item, testimonies));
  });
  const bys = testimonies.filter(({ code }) => code === 'event-fits').map(({ values }) => values?.['by']);
  return {
    eventBy: surestFirst.find((by) => bys.includes(by)),
    hasReport: testimonies.some(({ code }) => code === 'report-fits'),
    answers,
    testimonies,
  };
}

const surestFirst: readonly CorrelatedBy[] = ['message', 'time', 'time-in-zone', 'time-without-zone'];

/** Those of whom the caller says that they answered. */
function byWord(item: Message, replied: ReadonlySet<string>, testimonies: Testimony[]): Answers {
  const tables = [item, ...exceptionsOf(item).map(({ exception }) => exception)];
  const known = new Set(tables.flatMap(({ recipients }) => recipients.flatMap(addressesOf)));
  for (const address of replied) {
    const verdict = known.has(address) ? 'replied' : 'not-this-item';
    const code = known.has(address) ? 'named-as-replied' : 'named-is-nobody';
    testimonies.push({ code, verdict, source: undefined, path: '', values: { address } });
  }
  return {
    hasAnswered: (row) => addressesOf(row).some((address) => replied.has(address)),
    savedTime: noTime,
  };
}

const noTime = (): FileTime | undefined => undefined;
