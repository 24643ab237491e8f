import type { Evidence } from '../../evidence/decode-evidence';
import { criticalChangeNames, storesZeroTime } from '../../evidence/reply/reply';
import type { Reply, ReplyEvidence } from '../../evidence/reply/reply';
import type { Message } from '../../message/message';
import { fittingReplies } from './cancellation-delivery/answers';
import { judged, notApplicable } from '../check-result';
import { personOf } from '../check-rows';
import { joinPath } from '../../damage/path';
import type { RuleContext } from '../rule';
import { who } from '../wording';
import type { Person } from '../rule';
import { defineRule } from '../define-rule';
import type { CheckResultOf } from '../define-rule';
import type { ProblemOf } from '../messages';

/** What a reply lacks, and who wrote it. */
type Lack = Person & { readonly product: string | undefined; readonly attribute: string };

const stays = 'later updates stay in the queue of Exchange 2003 (KB 938650)';

const messages = {
  'reply-without-critical-change': (values: Lack) =>
    `the reply of ${who(values)} lacks ${values.attribute}, so Outlook writes 0 as the time of the answer and ${stays}; ` +
    writtenBy(values),
  'critical-change-zero': (values: Lack) =>
    `the reply of ${who(values)} says 1601 in ${values.attribute}, which is a time of 0: ${stays}; ${writtenBy(values)}`,
  'critical-change-unreadable': (values: Lack & { text: string | undefined }) =>
    `the reply of ${who(values)} has a ${values.attribute} that is not a time: ${values.text ?? ''}`,
  'no-reply': () => 'no reply to this meeting was supplied',
  'not-a-reply': () => 'this evidence is not a reply',
};

type Problem = ProblemOf<typeof messages>;
type CheckResult = CheckResultOf<typeof messages>;

/**
 * Finds replies that would make Outlook write 0 as the time of an answer, which is the cause of the defect before its
 * effect. A reply is not part of an item, so this rule can judge it by itself.
 */
export const replyWithoutCriticalChange = defineRule({
  meta: {
    id: 'reply-without-critical-change',
    title: 'A reply says when the attendee answered',
    severity: 'warning',
    reference: 'docs/rules/reply-without-critical-change.md',
    aliases: [],
    messages,
    kinds: { attribute: 'term', product: 'text', text: 'text' },
  },
  appliesTo: 'meeting',
  check: (message, context) => checkMeeting(message, context),
  checkEvidence,
});

/** Which system of the partner wrote a reply; whose system that is, the address says. */
function writtenBy({ product }: Lack): string {
  return `it was written by ${product ?? 'a program that does not say its name'}`;
}

function checkMeeting(message: Message, { evidence }: RuleContext): CheckResult {
  const replies = evidence.filter((each): each is ReplyEvidence => each.kind === 'reply');
  const fitting = replies.flatMap((each) =>
    fittingReplies(each, message).map(({ reply, table, row, index }) => {
      const path = joinPath(table.path, `recipients[${index}]`);
      return problemOf(reply, each, path, personOf(row));
    }),
  );
  return fitting.length === 0 ? notApplicable('no-reply') : resultOf(fitting);
}

function checkEvidence(evidence: Evidence): CheckResult {
  if (evidence.kind !== 'reply') return notApplicable('not-a-reply');
  return resultOf(
    evidence.replies.map((reply) => {
      const person = { name: reply.attendeeName, address: reply.attendee ?? evidence.sender };
      return problemOf(reply, evidence, '', person);
    }),
  );
}

/** What is wrong with a reply; undefined: nothing. What is there but no time is information, since nobody knows what it does. */
function problemOf(
  reply: Reply,
  { product, form }: ReplyEvidence,
  path: string,
  person: Person,
): Problem | undefined {
  const { attendeeCriticalChange: change } = reply;
  const values = { ...person, product, attribute: criticalChangeNames[form], uid: reply.uid };
  if (storesZeroTime(reply)) {
    const code = change === undefined ? 'reply-without-critical-change' : 'critical-change-zero';
    return { code, path, severity: 'warning', values, person };
  }
  if (change === undefined || change.time !== undefined) return undefined;
  return {
    code: 'critical-change-unreadable',
    path,
    severity: 'info',
    values: { ...values, text: change.text },
    person,
  };
}

function resultOf(problems: readonly (Problem | undefined)[]): CheckResult {
  const found = problems.filter((problem) => problem !== undefined);
  return judged('the time of the answer in the reply', found);
}
