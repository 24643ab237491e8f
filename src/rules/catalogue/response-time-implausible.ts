import type { FileTime } from '../../mapi/values/file-time';
import { earliestSign, isUnusableTime } from '../../message/answer';
import type { Recipient } from '../../message/recipient';
import { checkRows, sound } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import { optionsBySchema } from '../option-schema';

const TICKS_PER_HOUR = 36_000_000_000n;

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    toleranceHours: {
      description: "By how many hours an attendee's clock and time zone may be wrong.",
      type: 'integer',
      minimum: 0,
      maximum: 8760,
    },
  },
} as const;

const messages = {
  'response-before-item': (values: Person & { time: string; beginning: string }) =>
    `${who(values)}: answered at ${values.time}, before the meeting existed (first sign of it: ` +
    `${values.beginning}); the row may belong to another meeting`,
  'response-in-future': (values: Person & { time: string }) =>
    `${who(values)}: answered at ${values.time}, which is in the future; a newer answer ` +
    'would be taken for an older one',
};

type RowProblem = RowProblemOf<typeof messages>;

/** Finds answers with a time before the meeting existed or, if the caller passes the current time, in the future. */
export const responseTimeImplausible = defineRule({
  meta: {
    id: 'response-time-implausible',
    title: 'Answers were given after the invitation and before now',
    severity: 'warning',
    reference: 'docs/rules/response-time-implausible.md',
    aliases: [],
    messages,
    kinds: { time: 'term', beginning: 'term' },
    schema,
    defaultOptions: { toleranceHours: 24 },
  },
  checkOptions: optionsBySchema('response-time-implausible', schema),
  appliesTo: 'meeting',
  check(message, { now, options }) {
    const slack = BigInt(options.toleranceHours) * TICKS_PER_HOUR;
    const earliest = earliestSign(message);
    const limits = {
      earliest,
      from: earliest && earliest.ticks - slack,
      to: now && now.ticks + slack,
    };
    return checkRows(message, (row) => judge(row, limits));
  },
});

/** Between which ticks an answer is plausible; undefined: nobody knows. */
interface Limits {
  readonly earliest: FileTime | undefined;
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
}

function judge(row: Recipient, { earliest, from, to }: Limits): readonly RowProblem[] {
  const time = row.trackStatusTime;
  if (time?.kind !== 'time' || isUnusableTime(time)) return sound;
  const problem = { severity: 'warning', cell: 'trackStatusTime' } as const;
  if (from !== undefined && time.ticks < from) {
    const values = { time: time.toString(), beginning: String(earliest) };
    return [{ ...problem, code: 'response-before-item', values }];
  }
  if (to !== undefined && time.ticks > to) {
    return [{ ...problem, code: 'response-in-future', values: { time: time.toString() } }];
  }
  return sound;
}
