import { messageProperties } from '../../mapi/definitions/message-properties';
import { decodeTimeZoneDefinition, decodeTimeZoneStruct } from '../../mapi/structures/time-zone';
import { hasLostProperties } from '../../message/lost-properties';
import type { Message } from '../../message/message';
import { judged, unreadable, valueProblem } from '../check-result';
import { plural } from '../wording';
import { defineRule } from '../define-rule';
import type { ProblemOf, SharedReason } from '../messages';

const messages = {
  'start-zone-missing': () =>
    "the start's time zone (PidLidAppointmentTimeZoneDefinitionStartDisplay) is missing, as before Outlook 2007; the " +
    'meeting may be shown in the wrong zone, not at the wrong time',
  'recurrence-zone-missing': () =>
    'the meeting recurs but has no time zone (neither PidLidTimeZoneStruct nor PidLidAppointmentTimeZoneDefinitionRecur); ' +
    'occurrences shift by an hour where daylight saving begins or ends',
  'zone-undecodable': ({ what, size }: { what: string; size: number }) =>
    `${what} has ${plural(size, 'byte')} that are not a time zone; programs fall back to their own`,
  'zone-without-rules': ({ what }: { what: string }) =>
    `${what} has no rule, so it does not say what the time is`,
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds time zones that are missing or cannot be read: [MS-OXOCAL] 2.2.1.39 to 2.2.1.43.
 * QUIRK: CalCheck considers a missing definition an error. Definitions came with Outlook 2007, and other programs still
 * leave them out (`draftAppointment.msg` of Aspose). A single meeting does not need one, because its times are UTC.
 */
export const timeZoneDefinition = defineRule({
  meta: {
    id: 'time-zone-definition',
    title: 'Time zones are there and can be read',
    severity: 'warning',
    reference: 'docs/rules/time-zone-definition.md',
    aliases: ['CalCheck 0027', 'CalCheck 0055'],
    messages,
    kinds: { what: 'term' },
  },
  appliesTo: 'meeting',
  check(message) {
    const isLost = hasLostProperties(message);
    const doubts: SharedReason[] = isLost ? [{ code: 'properties-lost', path: '' }] : [];
    const problems = [...zones.flatMap((name) => judge(message, name)), ...(isLost ? [] : missing(message))];
    return judged('the time zones', problems, [
      ...doubts,
      ...zones.flatMap((name) => unreadable({ message, path: '' }, name, name)),
    ]);
  },
});

const zones = [
  'timeZoneDefinitionStart',
  'timeZoneDefinitionEnd',
  'timeZoneDefinitionRecurrence',
  'timeZoneStruct',
] as const;
type Zone = (typeof zones)[number];

function judge(message: Message, name: Zone): Problem[] {
  const bytes = message[name];
  if (bytes === undefined) return [];
  const problem = (code: 'zone-undecodable' | 'zone-without-rules'): Problem[] => {
    const values = { what: name, size: bytes.length };
    return [valueProblem({ message, path: '' }, name, { code, severity: 'warning', values })];
  };
  if (name === 'timeZoneStruct')
    return decodeTimeZoneStruct(bytes) === undefined ? problem('zone-undecodable') : [];
  const zone = decodeTimeZoneDefinition(bytes);
  if (zone === undefined) return problem('zone-undecodable');
  return zone.rules.length === 0 ? problem('zone-without-rules') : [];
}

function missing(message: Message): Problem[] {
  const isAbsent = (name: Zone): boolean => message.properties.state(messageProperties[name]) === 'absent';
  if (message.recurring === true && isAbsent('timeZoneStruct') && isAbsent('timeZoneDefinitionRecurrence'))
    return [{ code: 'recurrence-zone-missing', severity: 'warning', path: '' }];
  if (!isAbsent('timeZoneDefinitionStart') || message.appointmentStart === undefined) return [];
  return [{ code: 'start-zone-missing', severity: 'info', path: '' }];
}
