import type { Severity } from '../../../damage/damage';
import { messageProperties } from '../../../mapi/definitions/message-properties';
import type { PropertyState } from '../../../mapi/rows/property-store';
import { decodeRecurrence } from '../../../mapi/structures/recurrence/recurrence';
import { hasLostProperties } from '../../../message/lost-properties';
import type { Message } from '../../../message/message';
import type { MessageValues } from '../../../message/message-content';
import { judged, notApplicable, valueProblem } from '../../check-result';
import { judgePattern } from './pattern';
import { recurrenceMessages } from './wording';
import type { RecurrenceProblem } from './wording';
import { defineRule } from '../../define-rule';
import type { ProblemOf, SharedReason } from '../../messages';

type Problem = ProblemOf<typeof recurrenceMessages>;

/**
 * Finds recurrences that cannot be decoded, or that contradict themselves or the item: [MS-OXOCAL] 2.2.1.44, 2.2.1.12,
 * 2.2.1.45.
 */
export const recurrence = defineRule({
  meta: {
    id: 'recurrence',
    title: 'The recurrence can be read and makes sense',
    severity: 'error',
    reference: 'docs/rules/recurrence.md',
    aliases: [
      'CalCheck 0001',
      'CalCheck 0004',
      'CalCheck 0005',
      'CalCheck 0008',
      'CalCheck 0009',
      'CalCheck 0010',
      'CalCheck 0011',
      'CalCheck 0012',
      'CalCheck 0013',
      'CalCheck 0014',
      'CalCheck 0015',
      'CalCheck 0026',
    ],
    messages: recurrenceMessages,
    kinds: { recurring: 'term', type: 'term', date: 'term', start: 'term', end: 'term', original: 'term' },
  },
  appliesTo: 'meeting',
  check(message) {
    const state = message.properties.state(messageProperties.appointmentRecurrence);
    const isLost = hasLostProperties(message);
    if (
      state === 'absent' &&
      message.recurring !== true &&
      (message.recurrenceType ?? 'none') === 'none' &&
      !isLost
    )
      return notApplicable('not-recurring');
    const doubts: SharedReason[] = isLost ? [{ code: 'properties-lost', path: '' }] : [];
    if (isUnreadable(state, isLost)) doubts.push(unreadable);
    const problems = [...judgeFlags(message, isLost), ...(isThere(state) ? judgeBlob(message) : [])];
    return judged('the recurrence', problems, doubts);
  },
});

function isThere(state: PropertyState): boolean {
  return state === 'present' || state === 'unlisted';
}

/** Whether a value is there that nobody can read; of an export with few properties it is not known to be there. */
function isUnreadable(state: PropertyState, isLost: boolean): boolean {
  return state === 'not-captured' ? !isLost : state !== 'absent' && !isThere(state);
}

const unreadable: SharedReason = {
  code: 'value-unreadable',
  path: 'appointmentRecurrence',
  values: { what: 'PidLidAppointmentRecur' },
};

function judgeFlags(message: Message, isLost: boolean): Problem[] {
  const { recurring, recurrenceType: type } = message;
  const state = (name: keyof MessageValues) => message.properties.state(messageProperties[name]);
  const hasBlob = state('appointmentRecurrence') !== 'absent';
  if (recurring === true && !hasBlob && !isLost)
    return [at(message, 'recurring', { code: 'recurrence-missing' })];
  if (hasBlob && state('recurring') === 'absent' && !isLost)
    return [at(message, 'appointmentRecurrence', { code: 'recurring-flag-missing' })];
  const disagrees = recurring !== undefined && type !== undefined && recurring === (type === 'none');
  return disagrees
    ? [
        at(message, 'recurring', {
          code: 'recurring-flag-disagrees',
          values: { recurring: String(recurring), type },
        }),
      ]
    : [];
}

function judgeBlob(message: Message): Problem[] {
  const bytes = message.appointmentRecurrence ?? new Uint8Array();
  if (bytes.length === 0) return [at(message, 'appointmentRecurrence', { code: 'recurrence-empty' })];
  const decoded = decodeRecurrence(bytes, message.properties.codePage);
  if (decoded === undefined)
    return [
      at(message, 'appointmentRecurrence', {
        code: 'recurrence-undecodable',
        values: { size: bytes.length },
      }),
    ];
  return judgePattern(decoded).map((found) => at(message, 'appointmentRecurrence', found));
}

function at(message: Message, name: keyof MessageValues, found: RecurrenceProblem): Problem {
  return valueProblem({ message, path: '' }, name, { ...found, severity: severityOf(found.code) });
}

/** What costs no occurrence is no error. */
function severityOf(code: RecurrenceProblem['code']): Severity {
  if (code === 'recurrence-texts-cut') return 'warning';
  return code === 'recurrence-bytes-unread' ? 'info' : 'error';
}
