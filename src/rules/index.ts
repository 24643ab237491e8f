/**
 * Every rule by its name, the presets, and the types for rules of your own.
 *
 * @module mapilint/rules
 */

export * from './registry'; // allRules, and every rule by its name
export { recommendedRules } from './presets';
export { defaultPreset, presets, rulesOfPreset } from './preset-rules';
export { duplicateItems } from './sets/duplicate-items';
export type { SetProblem, SetRule } from './sets/set-rule';
export { rulesOf } from './plugin';
export type { Plugin } from './plugin';
export { severitySettings } from './severities';
export type {
  CheckResult,
  EvidenceStatement,
  EvidenceVerdict,
  Messages,
  Observation,
  Problem,
  Rule,
  RuleContext,
  SaidExplanation,
  Sentence,
} from './rule';
export type { Redacted } from './redacted';
export type { ResultWords } from './result-words';
export type { PartlyShown, ValueKind, ValueKinds } from './value-kinds';
