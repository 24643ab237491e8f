import type { Evidence } from '../evidence/decode-evidence';
import type { Message } from '../message/message';
import { notAMeeting } from './check-result';
import type { ObservationOf, ProblemOf, SharedReason, StatementOf, WithKinds, Wording } from './messages';
import type { CheckResult, Rule, RuleContext } from './rule';

/** What a rule returns, with codes of its own. Its reasons may also have codes that rules share. */
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

/** A rule as you write it. */
export interface RuleDefinition<M extends Wording, Options extends object = object> {
  readonly meta: Omit<
    Rule['meta'],
    'messages' | 'kinds' | 'schema' | 'defaultOptions' | 'reference' | 'aliases'
  > &
    Partial<Pick<Rule['meta'], 'reference' | 'aliases'>> & { readonly messages: M } & WithKinds<M> &
    WithOptions<Options>;
  /**
   * `meeting`: the rule is not applicable to replies and to what is not a meeting, with the reason. Default: every
   * message.
   */
  readonly appliesTo?: 'meeting' | 'any' | undefined;
  /** Throws a `TypeError` for invalid options. */
  readonly checkOptions?: Rule['checkOptions'];
  /** Judges a message. The function must be pure: it must not read a clock or do any I/O. */
  readonly check: (message: Message, context: RuleContext<Options>) => CheckResultOf<M>;
  /** Judges a piece of evidence by itself, if the rule can. */
  readonly checkEvidence?:
    ((evidence: Evidence, context: Pick<RuleContext<Options>, 'options'>) => CheckResultOf<M>) | undefined;
}

/**
 * Makes a rule. The compiler checks that each code has its words, each sentence its values and each text its kind.
 *
 * @typeParam M - the wording of the rule's codes
 * @typeParam Options - the rule's options, in the form of its defaults
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
