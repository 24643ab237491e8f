import { messageProperties } from '../../mapi/definitions/message-properties';
import { wasSent } from '../../message/invitation';
import { hasLostProperties, isClassLost } from '../../message/lost-properties';
import { itemOf } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { MessageValues } from '../../message/message-content';
import { judged, notAMeeting, valueProblem } from '../check-result';
import { defineRule } from '../define-rule';
import type { CheckResultOf } from '../define-rule';
import type { ProblemOf, SharedReason } from '../messages';

const messages = {
  'class-missing': () => 'PR_MESSAGE_CLASS is missing; nobody can say what this message is',
  'class-empty': () => 'PR_MESSAGE_CLASS is empty; nobody can say what this message is',
  'class-unusual': ({ messageClass }: { messageClass: string | undefined }) =>
    `PR_MESSAGE_CLASS is ${messageClass}, a custom form; programs that do not know the form show it as an ordinary one`,
  'organizer-name-missing': () =>
    'PR_SENT_REPRESENTING_NAME is missing; attendees do not see who invites them',
  'organizer-address-missing': () =>
    'PR_SENT_REPRESENTING_EMAIL_ADDRESS is missing; answers have nowhere to go',
  'sender-name-missing': () => 'PR_SENDER_NAME is missing; nobody can see who sent it (KB 2825677)',
  'sender-address-missing': () => 'PR_SENDER_EMAIL_ADDRESS is missing; nobody can see who sent it',
  'delivery-time-missing': () =>
    'PR_MESSAGE_DELIVERY_TIME is missing; lists that sort by it show the message in the wrong place',
};

type Problem = ProblemOf<typeof messages>;
type CheckResult = CheckResultOf<typeof messages>;

/** Finds messages without a usable message class, and meetings that do not say who the organizer is. */
export const messageIdentity = defineRule({
  meta: {
    id: 'message-identity',
    title: 'A message says what it is, and a meeting says whose it is',
    severity: 'warning',
    reference: 'docs/rules/message-identity.md',
    aliases: [
      'CalCheck 0028',
      'CalCheck 0029',
      'CalCheck 0030',
      'CalCheck 0031',
      'CalCheck 0033',
      'CalCheck 0034',
      'CalCheck 0035',
      'CalCheck 0059',
    ],
    messages,
    kinds: { messageClass: 'message-class' },
  },
  check(message) {
    const unnamed = judgeClass(message);
    if (unnamed !== undefined) return unnamed;
    const excluded = notAMeeting(message);
    if (excluded !== undefined) return excluded;
    const unusual = isUnusual(message) ? [problemOf(message, 'class-unusual', 'info')] : [];
    if (itemOf(message) === 'exception') return judged('the class', unusual);
    if (!wasSent(message)) return neverSent(unusual);
    const isLost = hasLostProperties(message);
    const doubts: SharedReason[] = isLost ? [{ code: 'properties-lost', path: '' }] : [];
    return judged(
      'class, organizer, sender and delivery',
      [...unusual, ...(isLost ? [] : missing(message))],
      doubts,
    );
  },
});

const usual: readonly string[] = [
  'ipm.appointment',
  'ipm.schedule.meeting.request',
  'ipm.schedule.meeting.canceled',
];

function isUnusual(message: Message): boolean {
  const messageClass = message.messageClass?.trim().toLowerCase() ?? '';
  return itemOf(message) !== 'exception' && !usual.includes(messageClass);
}

function judgeClass(message: Message): CheckResult | undefined {
  const { messageClass } = message;
  if (messageClass?.trim() === '') return judged('', [problemOf(message, 'class-empty', 'warning')]);
  if (messageClass !== undefined || isClassLost(message) || message.kind === 'exception') return undefined;
  const problem: Problem = { code: 'class-missing', severity: 'warning', path: '' };
  return judged('', [problem]);
}

/** What sending adds is not missed on what was never sent. */
function neverSent(problems: readonly Problem[]): CheckResult {
  const result = judged('the class', problems);
  return { ...result, reasons: [...result.reasons, { code: 'never-sent', path: '' }] };
}

const required: readonly (readonly [
  code: Exclude<Problem['code'], `class-${string}`>,
  severity: Problem['severity'],
  ...names: (keyof MessageValues)[],
])[] = [
  ['organizer-name-missing', 'warning', 'sentRepresentingName'],
  ['organizer-address-missing', 'warning', 'sentRepresentingEmailAddress', 'sentRepresentingSmtpAddress'],
  ['sender-name-missing', 'warning', 'senderName'],
  ['sender-address-missing', 'warning', 'senderEmailAddress', 'senderSmtpAddress'],
  ['delivery-time-missing', 'info', 'messageDeliveryTime'],
];

/** What a mail's header says, no TNEF need say. */
function missing(message: Message): Problem[] {
  if (message.isOfMail) return [];
  return required
    .filter(([, , ...names]) => names.every((name) => isMissing(message, name)))
    .map(([code, severity]) => ({ code, severity, path: '' }));
}

function isMissing(message: Message, name: keyof MessageValues): boolean {
  const value = message[name];
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined && message.properties.state(messageProperties[name]) === 'absent';
}

function problemOf(
  message: Message,
  code: 'class-empty' | 'class-unusual',
  severity: Problem['severity'],
): Problem {
  const values = { messageClass: message.messageClass };
  return valueProblem({ message, path: '' }, 'messageClass', { code, severity, values });
}
