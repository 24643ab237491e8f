import type { FileTime } from '../../mapi/values/file-time';
import { earliestSign, isUnusableTime } from '../../message/answer';
import type { Recipient } from '../../message/recipient';
import { checkRows, sound } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';

/** A day in ticks: the attendee's clock made the time, and clocks and time zones differ. */
const SLACK = 864_000_000_000n;

const messages = {
  'response-before-item': (values: Person & { time: string; beginning: string }) =>
    `${who(values)}: answered at ${values.time}, before the meeting existed (first sign of it: ` +
    `${values.beginning}); the row may belong to another meeting`,
  'response-in-future': (values: Person & { time: string }) =>
    `${who(values)}: answered at ${values.time}, which is yet to come; a newer answer ` +
    'would be taken for an older one',
};

type RowProblem = RowProblemOf<typeof messages>;

/** Finds answers that were given before the meeting existed or, if the caller says what time it is, in the future. */
export const responseTimeImplausible = defineRule({
  meta: {
    id: 'response-time-implausible',
    title: 'Answers were given after the invitation and before now',
    severity: 'warning',
    reference: 'docs/rules/response-time-implausible.md',
    aliases: [],
    messages,
    kinds: { time: 'term', beginning: 'term' },
  },
  appliesTo: 'meeting',
  check(message, { now }) {
    const beginning = earliestSign(message);
    return checkRows(message, (row) => judge(row, beginning, now));
  },
});

function judge(
  row: Recipient,
  beginning: FileTime | undefined,
  now: FileTime | undefined,
): readonly RowProblem[] {
  const time = row.trackStatusTime;
  if (time?.kind !== 'time' || isUnusableTime(time)) return sound;
  const problem = { severity: 'warning', cell: 'trackStatusTime' } as const;
  if (beginning !== undefined && time.ticks + SLACK < beginning.ticks) {
    const values = { time: time.toString(), beginning: beginning.toString() };
    return [{ ...problem, code: 'response-before-item', values }];
  }
  if (now !== undefined && time.ticks > now.ticks + SLACK) {
    return [{ ...problem, code: 'response-in-future', values: { time: time.toString() } }];
  }
  return sound;
}
