import type { Severity } from '../errors';
import type { Finding, Outcome, Rule, RuleResult } from '../rules/rule';
import type { SetFinding } from '../rules/item-set';
import type { Beside } from './beside';
import type { JudgedFile, UnreadableFile } from './checked-file';
import { damageOf } from './evidence-file';
import type { EvidenceFile } from './evidence-file';
import { visible } from './layout';
import { toUri } from './uri';

export interface SarifOptions extends Beside {
  /** The rules that were applied: their metadata stands in the log. */
  readonly rules: readonly Pick<Rule, 'meta'>[];
  /** The version of the tool. */
  readonly version?: string | undefined;
  /** Whether results without findings are listed too: what passed, what is open, what does not apply. Default false. */
  readonly everyResult?: boolean | undefined;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The name and version of the way in which fingerprints are made. */
const FINGERPRINT = 'mapilint/v1';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const kinds: Readonly<Record<Outcome, string>> = {
  fail: 'fail',
  open: 'open',
  pass: 'pass',
  'not-applicable': 'notApplicable',
};

/** Files as a SARIF 2.1.0 log, for code scanning and other viewers. */
export function formatSarif(files: readonly (JudgedFile | UnreadableFile)[], options: SarifOptions): string {
  return JSON.stringify(toSarif(files, options), null, 2);
}

/** The same as an object, ready for JSON. */
export function toSarif(
  files: readonly (JudgedFile | UnreadableFile)[],
  { rules, version, everyResult = false, sets = [], evidence = [] }: SarifOptions,
): Record<string, unknown> {
  const indices = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  const results = files.flatMap((file, index) =>
    'error' in file ? [] : new FileResults(file, index, indices).toSarif(everyResult),
  );
  const places = new Map(files.map(({ path }, index) => [path, locationIn(path, index)]));
  const between = sets.map((finding) => toSetResult(finding, indices, places));
  const run = {
    tool: { driver: { name: 'mapilint', ...(version && { version }), rules: rules.map(toDescriptor) } },
    invocations: [toInvocation(files, evidence)],
    artifacts: [
      ...files.map(toArtifact),
      ...evidence.map(({ path }) => ({ location: { uri: toUri(path) } })),
    ],
    results: [...results, ...between],
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function toDescriptor({ meta }: Pick<Rule, 'meta'>): Record<string, unknown> {
  return {
    id: meta.id,
    shortDescription: { text: meta.title },
    help: { text: meta.reference },
    ...(/^https?:/.test(meta.reference) && { helpUri: meta.reference }),
    defaultConfiguration: { level: levels[meta.severity] },
    properties: { aliases: meta.aliases },
  };
}

/** A file with its verdict, which is no result of its own, and what the evidence says of it. */
function toArtifact(file: JudgedFile | UnreadableFile): Record<string, unknown> {
  const location = { uri: toUri(file.path) };
  if ('error' in file || file.diagnosis.verdict === undefined) return { location };
  const { verdict, explanation, results } = file.diagnosis;
  const evidence = results.flatMap((result) => result.evidence.map(({ message }) => message));
  return {
    location,
    properties: { verdict, summary: explanation?.summary, ...(evidence.length > 0 && { evidence }) },
  };
}

/** A file of which nothing could be read is no result of a rule, but the run was not a success. */
function toInvocation(
  files: readonly (JudgedFile | UnreadableFile)[],
  evidence: readonly EvidenceFile[],
): Record<string, unknown> {
  const notifications = [...files, ...evidence].flatMap((file, index) => {
    const locations = [locationIn(file.path, index)];
    if ('error' in file) return [{ level: 'error', message: textOf(file.error.message), locations }];
    const damage = 'evidence' in file ? damageOf(file) : undefined;
    return damage === undefined ? [] : [{ level: 'warning', message: textOf(damage), locations }];
  });
  const executionSuccessful = notifications.every(({ level }) => level !== 'error');
  return { executionSuccessful, toolExecutionNotifications: notifications };
}

function locationIn(path: string, index: number): Record<string, unknown> {
  return { physicalLocation: { artifactLocation: { uri: toUri(path), index } } };
}

/** A finding between files: it is at all of them. */
function toSetResult(
  { rule, code, severity, message, values, names, fingerprint }: SetFinding,
  rules: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Record<string, unknown>>,
): Record<string, unknown> {
  const ruleIndex = rules.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    kind: 'fail',
    level: levels[severity],
    message: textOf(message),
    locations: names.flatMap((name) => places.get(name) ?? []),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    properties: { code, ...(values && { values }) },
  };
}

/** The results of one file. */
class FileResults {
  readonly #file: JudgedFile;
  readonly #index: number;
  readonly #rules: ReadonlyMap<string, number>;

  constructor(file: JudgedFile, index: number, rules: ReadonlyMap<string, number>) {
    this.#file = file;
    this.#index = index;
    this.#rules = rules;
  }

  toSarif(everyResult: boolean): Record<string, unknown>[] {
    return this.#file.diagnosis.results.flatMap((result) => {
      if (result.findings.length > 0) return result.findings.map((finding) => this.#finding(finding));
      return everyResult ? [this.#withoutFinding(result)] : [];
    });
  }

  #finding(finding: Finding): Record<string, unknown> {
    const { code, severity, message, path, origin, values, fingerprint } = finding;
    return {
      ...this.#rule(finding.rule),
      kind: 'fail',
      level: levels[severity],
      message: textOf(message),
      locations: [this.#location(path, origin?.offset)],
      partialFingerprints: { [FINGERPRINT]: fingerprint },
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

  #location(path: string, byteOffset?: number): Record<string, unknown> {
    const { physicalLocation } = locationIn(this.#file.path, this.#index) as { physicalLocation: object };
    return {
      physicalLocation: { ...physicalLocation, ...(byteOffset !== undefined && { region: { byteOffset } }) },
      ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }),
    };
  }
}

/**
 * A message in which nothing is a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6), whatever somebody put into a
 * display name.
 */
function textOf(message: string): { text: string } {
  return {
    text: visible(message)
      .replace(/[\\[\]]/g, '\\$&')
      .replace(/[{}]/g, '$&$&'),
  };
}
