import { codeOf } from '../../mapi/definitions/enumeration';
import { TrackStatus } from '../../mapi/definitions/recipient-enums';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import { isAnswer } from '../../message/answer';
import { isOrganizerRow } from '../../message/meeting';
import type { Recipient } from '../../message/recipient';
import { checkRows, sound } from '../check-rows';
import type { RowProblemOf } from '../check-rows';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';

const messages = {
  'response-without-time': (values: Person & { status: string }) =>
    `${who(values)}: tracking status ${values.status}, but no PR_RECIPIENT_TRACKSTATUS_TIME; an answer that ` +
    'arrives late cannot be distinguished from a newer one',
};

type RowProblem = RowProblemOf<typeof messages>;

/**
 * Finds attendees whose rows have an answer but not its time. Only the organizer's copy is kept up to date, so the rule
 * judges only its rows.
 */
export const responseWithoutTime = defineRule({
  meta: {
    id: 'response-without-time',
    title: 'An answer has a time',
    severity: 'info',
    reference: 'docs/rules/response-without-time.md',
    aliases: [],
    messages,
    kinds: { status: 'term' },
  },
  appliesTo: 'meeting',
  check: (message) => checkRows(message, judge, 'organizer'),
});

function judge(row: Recipient): readonly RowProblem[] {
  const { trackStatus } = row;
  if (trackStatus === undefined || !isAnswer(trackStatus) || isOrganizerRow(row)) return sound;
  if (row.properties.state(recipientProperties.trackStatusTime) !== 'absent') return sound;
  const status = `${codeOf(TrackStatus, trackStatus)} (${trackStatus})`;
  return [{ code: 'response-without-time', severity: 'info', cell: 'trackStatus', values: { status } }];
}
