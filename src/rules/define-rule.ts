import type { Evidence } from '../evidence/decode-evidence';
import type { Message } from '../message/message';
import { notAMeeting } from './check-result';
import type { ObservationOf, ProblemOf, SharedReason, StatementOf, WithKinds, Wording } from './messages';
import type { CheckResult, Rule, RuleContext } from './rule';

/** What a rule returns: codes of its own or, as reasons, of those that rules share. */
export interface CheckResultOf<M extends Wording> extends Omit<
  CheckResult,
  'reasons' | 'problems' | 'evidence'
> {
  readonly reasons: readonly (ObservationOf<M> | SharedReason)[];
  readonly problems: readonly ProblemOf<M>[];
  readonly evidence?: readonly StatementOf<M>[] | undefined;
}

/** A rule as it is written. */
export interface RuleDefinition<M extends Wording> {
  readonly meta: Omit<Rule['meta'], 'messages' | 'kinds'> & { readonly messages: M } & WithKinds<M>;
  /** `meeting`: what is no meeting, and replies to one, are not applicable, with the reason. Default: every message. */
  readonly appliesTo?: 'meeting' | 'any' | undefined;
  readonly check: (message: Message, context: RuleContext) => CheckResultOf<M>;
  readonly checkEvidence?: ((evidence: Evidence) => CheckResultOf<M>) | undefined;
}

/** Makes a rule of which the compiler knows that each code has its words, each sentence its figures and each text its kind. */
// @__NO_SIDE_EFFECTS__
export function defineRule<M extends Wording>(definition: RuleDefinition<M>): Rule {
  const { meta, appliesTo, checkEvidence } = definition;
  const check = definition.check as unknown as Rule['check']; // M is not known here
  return {
    meta,
    check:
      appliesTo === 'meeting' ? (message, context) => notAMeeting(message) ?? check(message, context) : check,
    checkEvidence: checkEvidence as unknown as Rule['checkEvidence'],
  };
}
