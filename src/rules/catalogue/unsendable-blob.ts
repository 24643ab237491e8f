import { messageProperties } from '../../mapi/definitions/message-properties';
import { decodeUnsendableRecipients } from '../../mapi/structures/unsendable-recipients';
import type { Message } from '../../message/message';
import { judged, notApplicable, unreadable, valueProblem } from '../check-result';
import { plural } from '../wording';
import { defineRule } from '../define-rule';
import type { ProblemOf } from '../messages';

const messages = {
  'no-unsendable': () => 'nobody is named as unsendable',
  'unsendable-undecodable': ({ size }: { size: number }) =>
    `PidLidAppointmentUnsendableRecipients has ${plural(size, 'byte')} that are not a table of recipients; the people in it are lost`,
  'unsendable-statuses': ({ list, names, statuses }: { list: string; names: number; statuses: number }) =>
    `${list} has ${plural(names, 'name')} but ${plural(statuses, 'tracking status', 'tracking statuses')}; nobody can say ` +
    'whose answer is whose',
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds tables of unsendable attendees that cannot be decoded, and lists whose tracking statuses do not match their
 * names.
 */
export const unsendableBlob = defineRule({
  meta: {
    id: 'unsendable-blob',
    title: 'The attendees who cannot be sent to can be read',
    severity: 'warning',
    reference: 'docs/rules/unsendable-blob.md',
    aliases: [],
    messages,
    kinds: { list: 'term' },
  },
  appliesTo: 'meeting',
  check(message) {
    const isSilent = sources.every((name) => message.properties.state(messageProperties[name]) === 'absent');
    if (isSilent) return notApplicable('no-unsendable');
    return judged(
      'the unsendable attendees',
      [...blob(message), ...lists.flatMap((list) => miscounted(message, list))],
      sources.flatMap((name) => unreadable({ message, path: '' }, name, name)),
    );
  },
});

const sources = ['unsendableRecipients', 'nonSendableTo', 'nonSendableCc', 'nonSendableBcc'] as const;
const lists = [
  ['nonSendableTo', 'nonSendToTrackStatus'],
  ['nonSendableCc', 'nonSendCcTrackStatus'],
  ['nonSendableBcc', 'nonSendBccTrackStatus'],
] as const;

function blob(message: Message): Problem[] {
  const bytes = message.unsendableRecipients;
  if (bytes === undefined || decodeUnsendableRecipients(bytes, message.properties.codePage) !== undefined)
    return [];
  const problem = {
    code: 'unsendable-undecodable',
    severity: 'warning',
    values: { size: bytes.length },
  } as const;
  return [valueProblem({ message, path: '' }, 'unsendableRecipients', problem)];
}

function miscounted(message: Message, [list, statusList]: (typeof lists)[number]): Problem[] {
  const text = message[list];
  const statuses = message[statusList]?.length;
  if (text === undefined || text === '' || statuses === undefined) return [];
  const names = text.split('; ').length;
  const problem = {
    code: 'unsendable-statuses',
    severity: 'warning',
    values: { list, names, statuses },
  } as const;
  return names === statuses ? [] : [valueProblem({ message, path: '' }, statusList, problem)];
}
