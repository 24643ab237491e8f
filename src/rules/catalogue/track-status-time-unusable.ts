import { isUnusableTime } from '../../message/answer';
import type { Recipient } from '../../message/recipient';
import { checkRows, sound } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';

const messages = {
  'track-status-time-unusable': (values: Person & { time: string }) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS_TIME is ${values.time}, which no calendar date can hold in every ` +
    'time zone; programs that convert it fail',
};

type RowProblem = RowProblemOf<typeof messages>;

/**
 * Finds times of an answer, other than 0, that are not a calendar date, on any copy of a meeting.
 * `cancellation-delivery` judges times of 0, and whether such a time blocks mail.
 */
export const trackStatusTimeUnusable = defineRule({
  meta: {
    id: 'track-status-time-unusable',
    title: 'The times of answers are calendar dates',
    severity: 'warning',
    reference: 'docs/rules/track-status-time-unusable.md',
    aliases: [],
    messages,
    kinds: { time: 'term' },
  },
  appliesTo: 'meeting',
  check: (message) => checkRows(message, judge),
});

function judge({ trackStatusTime: time }: Recipient): readonly RowProblem[] {
  if (time === undefined || !isUnusableTime(time)) return sound;
  const values = { time: time.toString() };
  return [{ code: 'track-status-time-unusable', severity: 'warning', cell: 'trackStatusTime', values }];
}
