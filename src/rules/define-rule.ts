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

/** What a rule says of its options: their schema and defaults, which tell their types; or neither, where it takes none. */
type WithOptions<Options extends object> =
  | { readonly schema: object; readonly defaultOptions: Options }
  | { readonly schema?: undefined; readonly defaultOptions?: undefined };

/** A rule as it is written. */
export interface RuleDefinition<M extends Wording, Options extends object = object> {
  readonly meta: Omit<
    Rule['meta'],
    'messages' | 'kinds' | 'schema' | 'defaultOptions' | 'reference' | 'aliases'
  > &
    Partial<Pick<Rule['meta'], 'reference' | 'aliases'>> & { readonly messages: M } & WithKinds<M> &
    WithOptions<Options>;
  /** `meeting`: what is no meeting, and replies to one, are not applicable, with the reason. Default: every message. */
  readonly appliesTo?: 'meeting' | 'any' | undefined;
  /** Throws a `TypeError` for options that it does not take. */
  readonly checkOptions?: Rule['checkOptions'];
  /** Judges a message: pure, reads no clock, does no I/O. */
  readonly check: (message: Message, context: RuleContext<Options>) => CheckResultOf<M>;
  /** Judges a piece of evidence by itself, where the rule can. */
  readonly checkEvidence?:
    ((evidence: Evidence, context: Pick<RuleContext<Options>, 'options'>) => CheckResultOf<M>) | undefined;
}

/**
 * Makes a rule of which the compiler knows that each code has its words, each sentence its figures and each text its kind.
 *
 * @typeParam M - the wording of the rule's codes
 * @typeParam Options - its options, as the defaults have them
 */
// @__NO_SIDE_EFFECTS__
export function defineRule<M extends Wording, Options extends object = object>(
  definition: RuleDefinition<M, Options>,
): Rule {
  const { meta, appliesTo, checkOptions, checkEvidence } = definition;
  const check = definition.check as unknown as Rule['check']; // M is not known here
  return {
    meta: { reference: '', aliases: [], ...meta },
    check:
      appliesTo === 'meeting' ? (message, context) => notAMeeting(message) ?? check(message, context) : check,
    checkOptions,
    checkEvidence: checkEvidence as unknown as Rule['checkEvidence'],
  };
}
