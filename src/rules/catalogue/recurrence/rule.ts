import { messageProperties } from '../../../mapi/definitions/message-properties';
import type { PropertyState } from '../../../mapi/rows/property-store';
import { decodeRecurrence } from '../../../mapi/structures/recurrence';
import { hasLostProperties } from '../../../message/lost-properties';
import type { Message, MessageValues } from '../../../message/message';
import { judged, notAMeeting, notApplicable, valueProblem } from '../../check-result';
import type { Observation, Problem, Rule, Values } from '../../rule';
import { judgePattern } from './pattern';
import { recurrenceMessages } from './wording';
import type { RecurrenceCode } from './wording';

/** Finds recurrences that are none, or that contradict themselves or the item: [MS-OXOCAL] 2.2.1.44, 2.2.1.12, 2.2.1.45. */
export const recurrence: Rule = {
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
  },
  check(message) {
    const excluded = notAMeeting(message);
    if (excluded !== undefined) return excluded;
    const state = message.properties.state(messageProperties.appointmentRecurrence);
    const isLost = hasLostProperties(message);
    if (
      state === 'absent' &&
      message.recurring !== true &&
      (message.recurrenceType ?? 'none') === 'none' &&
      !isLost
    )
      return notApplicable('not-recurring');
    const doubts: Observation[] = isLost ? [{ code: 'properties-lost', path: '' }] : [];
    if (isUnreadable(state, isLost)) doubts.push(unreadable);
    const problems = [...judgeFlags(message, isLost), ...(state === 'present' ? judgeBlob(message) : [])];
    return judged('the recurrence', problems, doubts);
  },
};

/** Whether a value is there that nobody can read; of an export with few properties it is not known to be there. */
function isUnreadable(state: PropertyState, isLost: boolean): boolean {
  return state === 'not-captured' ? !isLost : state !== 'absent' && state !== 'present';
}

const unreadable: Observation = {
  code: 'value-unreadable',
  path: 'appointmentRecurrence',
  values: { what: 'PidLidAppointmentRecur' },
};

function judgeFlags(message: Message, isLost: boolean): Problem[] {
  const { recurring, recurrenceType: type } = message;
  const state = (name: keyof MessageValues) => message.properties.state(messageProperties[name]);
  const hasBlob = state('appointmentRecurrence') !== 'absent';
  if (recurring === true && !hasBlob && !isLost) return [at(message, 'recurring', 'recurrence-missing')];
  if (hasBlob && state('recurring') === 'absent' && !isLost)
    return [at(message, 'appointmentRecurrence', 'recurring-flag-missing')];
  const disagrees = recurring !== undefined && type !== undefined && recurring === (type === 'none');
  return disagrees
    ? [at(message, 'recurring', 'recurring-flag-disagrees', { recurring: String(recurring), type })]
    : [];
}

function judgeBlob(message: Message): Problem[] {
  const bytes = message.appointmentRecurrence ?? new Uint8Array();
  if (bytes.length === 0) return [at(message, 'appointmentRecurrence', 'recurrence-empty')];
  const decoded = decodeRecurrence(bytes, message.properties.codePage);
  if (decoded === undefined)
    return [at(message, 'appointmentRecurrence', 'recurrence-undecodable', { size: bytes.length })];
  return judgePattern(decoded).map(({ code, values }) => at(message, 'appointmentRecurrence', code, values));
}

function at(message: Message, name: keyof MessageValues, code: RecurrenceCode, values: Values = {}): Problem {
  return valueProblem({ message, path: '' }, name, { code, severity: 'error', values });
}
