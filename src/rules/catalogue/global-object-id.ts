import { messageProperties } from '../../mapi/definitions/message-properties';
import { decodeGlobalObjectId } from '../../mapi/structures/global-object-id';
import { wasSent } from '../../message/invitation';
import { hasLostProperties } from '../../message/lost-properties';
import { exceptionsOf, isPrivateAppointment } from '../../message/meeting';
import { copyOf } from '../../message/meeting-copy';
import type { Message } from '../../message/message';
import { undatedObjectId } from '../../message/meeting-identity';
import { judged, notApplicable, unreadable, valueProblem } from '../check-result';
import { defineRule } from '../define-rule';
import type { ProblemOf, SharedReason } from '../messages';

const messages = {
  'identifiers-missing': () =>
    'PidLidGlobalObjectId and PidLidCleanGlobalObjectId are missing, although the meeting was sent; answers and ' +
    'updates cannot be matched to it',
  'global-object-id-missing': () =>
    'PidLidGlobalObjectId is missing beside PidLidCleanGlobalObjectId; updates cannot be matched to the meeting',
  'clean-global-object-id-missing': () =>
    'PidLidCleanGlobalObjectId is missing beside PidLidGlobalObjectId; occurrences cannot be matched to their series',
  'identifier-malformed': ({ what, size }: { what: string; size: number }) =>
    `${what} has ${size} bytes that are not an identifier; nothing can be matched by it`,
  'identifiers-disagree': () =>
    'PidLidGlobalObjectId and PidLidCleanGlobalObjectId differ in more than the date of an occurrence; updates may ' +
    'reach another meeting',
  'clean-identifier-dated': ({ date }: { date: string }) =>
    `PidLidCleanGlobalObjectId has the date of an occurrence, ${date}, where it must have none`,
  'exception-of-another': () =>
    'the identifier of this occurrence differs from that of the series; an update of the series does not find it',
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds meetings that updates and answers cannot be matched with: an identifier is missing or invalid, or the two
 * disagree ([MS-OXOCAL] 2.2.1.27, 2.2.1.28). The rule does not judge attendees' copies, because only the organizer can
 * correct their identifiers.
 * QUIRK: by the specification every meeting has both identifiers. Outlook creates them when it sends the first request
 * (`Test_Meeting.msg` of Aspose, never sent, has none). So missing ones are a finding only on meetings that were sent.
 */
export const globalObjectId = defineRule({
  meta: {
    id: 'global-object-id',
    title: 'The meeting can be identified on all its copies',
    severity: 'warning',
    reference: 'docs/rules/global-object-id.md',
    aliases: ['CalCheck 0043', 'CalCheck 0044', 'CalCheck 0045'],
    messages,
    kinds: { what: 'term', date: 'term' },
  },
  appliesTo: 'meeting',
  check(message) {
    if (isPrivateAppointment(message)) return notApplicable('never-sent');
    if (copyOf(message).owner === 'attendee') return notApplicable('attendee-copy');
    const doubts: SharedReason[] = hasLostProperties(message) ? [{ code: 'properties-lost', path: '' }] : [];
    const problems = judge(message, doubts.length > 0);
    return judged('the identifiers', problems, [
      ...doubts,
      ...identifiers.flatMap((name) => unreadable({ message, path: '' }, name, propertyNames[name])),
    ]);
  },
});

const identifiers = ['globalObjectId', 'cleanGlobalObjectId'] as const;
type Identifier = (typeof identifiers)[number];
const propertyNames = {
  globalObjectId: 'PidLidGlobalObjectId',
  cleanGlobalObjectId: 'PidLidCleanGlobalObjectId',
} as const;

function judge(message: Message, mayBeLost: boolean): Problem[] {
  const malformed = identifiers.flatMap((name) => malformation(message, name));
  if (malformed.length > 0) return malformed;
  const { globalObjectId: full, cleanGlobalObjectId: clean } = message;
  if (full !== undefined && clean !== undefined)
    return [...disagreement(message, full, clean), ...strangers(message, clean)];
  return mayBeLost || !wasSent(message) ? [] : missing(message);
}

type MissingCode = 'identifiers-missing' | 'global-object-id-missing' | 'clean-global-object-id-missing';

function missing(message: Message): Problem[] {
  const isMissing = (name: Identifier): boolean =>
    message.properties.state(messageProperties[name]) === 'absent';
  const [full, clean] = identifiers.map(isMissing);
  const problem = (code: MissingCode): Problem[] => [{ code, severity: 'warning', path: '' }];
  if (full && clean) return problem('identifiers-missing');
  if (full) return problem('global-object-id-missing');
  return clean ? problem('clean-global-object-id-missing') : [];
}

function malformation(message: Message, name: Identifier): Problem[] {
  const bytes = message[name];
  if (bytes === undefined || decodeGlobalObjectId(bytes) !== undefined) return [];
  const values = { what: propertyNames[name], size: bytes.length };
  return [
    valueProblem({ message, path: '' }, name, { code: 'identifier-malformed', severity: 'warning', values }),
  ];
}

function disagreement(message: Message, full: Uint8Array, clean: Uint8Array): Problem[] {
  const table = { message, path: '' };
  const severity = 'warning';
  if (undatedObjectId(full) !== undatedObjectId(clean))
    return [valueProblem(table, 'cleanGlobalObjectId', { code: 'identifiers-disagree', severity })];
  const date = decodeGlobalObjectId(clean)?.exceptionDate;
  if (date === undefined) return [];
  const dated = { code: 'clean-identifier-dated', severity, values: { date } } as const;
  return [valueProblem(table, 'cleanGlobalObjectId', dated)];
}

/** The exceptions with an identifier that is not the series'. */
function strangers(message: Message, clean: Uint8Array): Problem[] {
  const series = undatedObjectId(clean);
  return exceptionsOf(message).flatMap(({ exception, path }) => {
    const own = exception.globalObjectId;
    if (own === undefined || undatedObjectId(own) === series) return [];
    const problem = { code: 'exception-of-another', severity: 'warning' } as const;
    return [valueProblem({ message: exception, path }, 'globalObjectId', problem)];
  });
}
