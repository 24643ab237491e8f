import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aListOf, anObject, aText } from '../arguments/kinds';
import { extrasKinds } from './checked-file';
import type { Outcome, Rule } from '../rules/rule';
import type { Finding, RuleResult } from '../rules/rule-result';
import type { SetFinding } from '../rules/sets/set-rule';
import { reportedName } from './reported';
import type { JudgedFile, UnreadableFile, ReportExtras } from './checked-file';
import { Artifacts } from './sarif-artifacts';
import type { Bytes } from './sarif-artifacts';
import { toInvocation } from './sarif-invocation';
import { levels, toDriver } from './sarif-driver';
import type { ToolOptions } from './sarif-driver';
import { withoutHalves } from './ill-formed';
import { textOf } from './sarif-text';
import { jsonText } from './json-text';

export interface SarifOptions extends ReportExtras, ToolOptions {
  /** Whether to list results without findings too: those that passed, are open or do not apply. Default false. */
  readonly everyResult?: boolean | undefined;
}

const aListOfMeta = aListOf('objects with the meta of a rule', [
  'a rule',
  (rule) => typeof (rule as Partial<Pick<Rule, 'meta'>> | null)?.meta?.id === 'string',
]);

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/.test(value);
}

const sarifKinds: OptionKinds<SarifOptions> = {
  ...extrasKinds,
  rules: aListOfMeta,
  version: aText,
  homepage: ['an address that begins with https: or http:', isAddress],
  pages: anObject,
  everyResult: aFlag,
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The name and version of the way in which fingerprints are made, and the name under which GitHub looks for one. */
const FINGERPRINTS = ['mapilint/v1', 'primaryLocationLineHash'];

const kinds: Readonly<Record<Outcome, string>> = {
  fail: 'fail',
  open: 'open',
  pass: 'pass',
  'not-applicable': 'notApplicable',
};

/** Formats files as a SARIF 2.1.0 log, for code scanning and other viewers. */
export function formatSarif(files: readonly (JudgedFile | UnreadableFile)[], options: SarifOptions): string {
  checkOptions('formatSarif', options, sarifKinds);
  return jsonText(toSarif(files, options), 2);
}

/** The SARIF 2.1.0 log as an object, ready for JSON. */
export function toSarif(
  files: readonly (JudgedFile | UnreadableFile)[],
  options: SarifOptions,
): Record<string, unknown> {
  checkOptions('toSarif', options, sarifKinds);
  checkArgument('toSarif', 'The option rules', options.rules, aListOfMeta);
  const {
    rules,
    everyResult = false,
    sets = [],
    evidence = [],
    stores = [],
    configuration,
    baseline,
    stopped,
  } = options;
  const indices = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  const artifacts = new Artifacts([...files, ...evidence, ...stores]);
  const results = files.flatMap((file) =>
    'error' in file ? [] : new FileResults(file, artifacts, indices).toSarif(everyResult),
  );
  const places = new Map(files.map((file) => [reportedName(file), artifacts.locationOf(file)]));
  const between = sets.map((finding) => toSetResult(finding, indices, places));
  const run = {
    tool: { driver: toDriver(options) },
    invocations: [toInvocation([...files, ...evidence, ...stores], artifacts, { configuration, stopped })],
    artifacts: artifacts.toSarif(),
    results: [...results, ...between],
    ...(baseline && { properties: { baseline } }),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [withoutHalves(run)] };
}

/** By what a finding is known again, and whether a baseline has it. */
function identity({ fingerprint, known }: Pick<Finding, 'fingerprint' | 'known'>): Record<string, unknown> {
  return {
    partialFingerprints: Object.fromEntries(FINGERPRINTS.map((name) => [name, fingerprint])),
    ...(known !== undefined && { baselineState: known ? 'unchanged' : 'new' }),
  };
}

/** A finding between files: it is at all of them. */
function toSetResult(
  finding: SetFinding,
  rules: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Record<string, unknown>>,
): Record<string, unknown> {
  const { rule, code, severity, message, values, names } = finding;
  const ruleIndex = rules.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    kind: 'fail',
    level: levels[severity],
    message: textOf(message),
    locations: names.flatMap((name) => places.get(name) ?? []),
    ...identity(finding),
    properties: { code, ...(values && { values }) },
  };
}

/** The results of one file. */
class FileResults {
  readonly #file: JudgedFile;
  readonly #artifacts: Artifacts;
  readonly #rules: ReadonlyMap<string, number>;

  constructor(file: JudgedFile, artifacts: Artifacts, rules: ReadonlyMap<string, number>) {
    this.#file = file;
    this.#artifacts = artifacts;
    this.#rules = rules;
  }

  toSarif(everyResult: boolean): Record<string, unknown>[] {
    return this.#file.diagnosis.results.flatMap((result) => {
      if (result.findings.length > 0) return result.findings.map((finding) => this.#finding(finding));
      return everyResult ? [this.#withoutFinding(result)] : [];
    });
  }

  #finding(finding: Finding): Record<string, unknown> {
    const { code, severity, message, path, origin, values } = finding;
    return {
      ...this.#rule(finding.rule),
      kind: 'fail',
      level: levels[severity],
      message: textOf(message),
      // a byte of a part of a mail is no byte of the file
      locations: [this.#location(path, origin?.part === undefined ? origin : undefined)],
      ...identity(finding),
      properties: { code, ...(values && { values }), ...(origin && { storage: origin.storage }) },
    };
  }

  /** A kind other than `fail` has no level: SARIF 2.1.0, 3.27.10. */
  #withoutFinding({ rule, outcome, path, reasons }: RuleResult): Record<string, unknown> {
    const words = reasons.map(({ message }) => message).join('; ');
    return {
      ...this.#rule(rule),
      kind: kinds[outcome],
      level: 'none',
      message: textOf(words === '' ? outcome : words),
      locations: [this.#location(path)],
    };
  }

  #rule(ruleId: string): Record<string, unknown> {
    const ruleIndex = this.#rules.get(ruleId);
    return { ruleId, ...(ruleIndex !== undefined && { ruleIndex }) };
  }

  #location(path: string, bytes?: Bytes): Record<string, unknown> {
    return this.#artifacts.locationOf(this.#file, path, bytes);
  }
}
