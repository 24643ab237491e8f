import { codeOf } from '../../mapi/definitions/enumeration';
import { TrackStatus } from '../../mapi/definitions/recipient-enums';
import { isAnswer } from '../../message/answer';
import type { Recipient } from '../../message/recipient';
import { checkRows, sound } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';

const messages = {
  'track-status-undocumented': (values: Person & { status: string }) =>
    `${who(values)}: PR_RECIPIENT_TRACKSTATUS is ${values.status}, where a row may have 0, 2, 3 or 4; ` +
    'nobody can say whether this attendee answered',
};

type RowProblem = RowProblemOf<typeof messages>;

/** Finds tracking statuses that a recipient row should not have: [MS-OXOCAL] 2.2.4.10.2 lists 0, 2, 3 and 4. */
export const trackStatusUndocumented = defineRule({
  meta: {
    id: 'track-status-undocumented',
    title: 'Tracking statuses are 0, 2, 3 or 4',
    severity: 'warning',
    reference: 'docs/rules/track-status-undocumented.md',
    aliases: [],
    messages,
    kinds: { status: 'term' },
  },
  appliesTo: 'meeting',
  check: (message) => checkRows(message, judge),
});

function judge({ trackStatus }: Recipient): readonly RowProblem[] {
  if (trackStatus === undefined || trackStatus === 'none' || isAnswer(trackStatus)) return sound;
  const status = `${codeOf(TrackStatus, trackStatus)} (${trackStatus})`;
  return [
    { code: 'track-status-undocumented', severity: 'warning', cell: 'trackStatus', values: { status } },
  ];
}
