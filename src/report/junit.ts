import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aSeverity } from '../rules/given-rules';
import { extrasKinds } from './checked-file';
import type { Severity } from '../damage/damage';
import type { Finding, RuleResult } from '../rules/rule-result';
import type { SetFinding } from '../rules/sets/set-rule';
import { reportedName } from './reported';
import type { JudgedFile, UnreadableFile, ReportExtras } from './checked-file';
import { damageOf } from './evidence-file';
import type { EvidenceFile } from './evidence-file';
import { formatBaseline } from './baseline';
import { formatFoundConfiguration } from './found-configuration';
import { formatStopped } from './stopped';
import type { StoppedRun } from './stopped';
import { ClassNames, erroneous, escapeXml, failed, passed, skipped, wordsOfFinding } from './junit-case';
import type { CasePlace, TestCase } from './junit-case';

export interface JUnitOptions extends ReportExtras {
  /** The lowest severity that fails a test. Default `warning`. */
  readonly failOn?: Severity | undefined;
}

const junitKinds: OptionKinds<JUnitOptions> = { ...extrasKinds, failOn: aSeverity };

const gravity: readonly Severity[] = ['info', 'warning', 'error'];

/** Formats files as JUnit XML, for continuous integration: one suite for each file, one case for each rule. */
export function formatJUnit(
  files: readonly (JudgedFile | UnreadableFile)[],
  options: JUnitOptions = {},
): string {
  checkOptions('formatJUnit', options, junitKinds);
  const { failOn = 'warning', sets = [], evidence = [] } = options;
  const names = new ClassNames();
  const between =
    sets.length > 0
      ? [
          suite(
            BETWEEN,
            sets.map((each) => setCase(each, failOn)),
          ),
        ]
      : [];
  const suites = [
    ...runSuite(options),
    ...files.map((file) =>
      suite(reportedName(file), casesOf(file, names.of(file), failOn), propertiesOf(file)),
    ),
    ...evidence.map((file) => suite(file.path, [evidenceCase(file, names.of(file))])),
    ...between,
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mapilint"${counts(all)}>`,
    ...suites.flatMap(({ path, cases, properties }) => [
      `  <testsuite name="${escapeXml(path)}"${counts(cases)}>`,
      ...properties,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

/** A suite for what is said of the run; its one case is that it was stopped. */
function runSuite({ configuration, baseline, stopped }: ReportExtras): TestSuite[] {
  const said = {
    ...(configuration && { configuration: formatFoundConfiguration(configuration) }),
    ...(baseline && { baseline: formatBaseline(baseline) }),
  };
  const cases = stopped === undefined ? [] : [stoppedCase(stopped)];
  if (Object.keys(said).length + cases.length === 0) return [];
  return [suite(RUN, cases, propertyLines(Object.entries(said)))];
}

/** The suite about no file. */
const RUN = '(the run)';

function stoppedCase(stopped: StoppedRun): TestCase {
  const words = { name: 'Stopped', message: formatStopped(stopped) };
  return erroneous({ className: RUN, name: 'completed' }, words);
}

interface TestSuite {
  readonly path: string;
  readonly cases: readonly TestCase[];
  readonly properties: readonly string[];
}

function suite(path: string, cases: readonly TestCase[], properties: readonly string[] = []): TestSuite {
  return { path, cases, properties };
}

/** The verdict on a file and what the evidence says of it, which are no test cases. */
function propertiesOf(file: JudgedFile | UnreadableFile): string[] {
  if ('error' in file || file.diagnosis.verdict === undefined) return [];
  const { verdict, results } = file.diagnosis;
  const evidence = results.flatMap((result) =>
    result.evidence.map(({ message }) => ['evidence', message] as const),
  );
  return propertyLines([['verdict', verdict], ...evidence]);
}

function propertyLines(properties: readonly (readonly [name: string, value: string])[]): string[] {
  if (properties.length === 0) return [];
  const lines = properties.map(
    ([name, value]) => `      <property name="${name}" value="${escapeXml(value)}"/>`,
  );
  return ['    <properties>', ...lines, '    </properties>'];
}

function evidenceCase(file: EvidenceFile, className: string): TestCase {
  const place = { className, name: 'read as evidence', file: file.path };
  if ('error' in file) return erroneous(place, file.error);
  const damage = damageOf(file);
  return passed(place, damage === undefined ? [] : [damage]);
}

/** The suite of findings that belong to no single file. */
const BETWEEN = '(between files)';

function setCase(finding: SetFinding, failOn: Severity): TestCase {
  const place = { className: BETWEEN, name: finding.rule };
  return isGrave(finding, failOn) ? failed(place, [finding]) : passed(place, [wordsOfFinding(finding)]);
}

/** Whether a finding fails a test: one that a baseline has does not. */
function isGrave(
  { severity, known = false }: Pick<Finding, 'severity' | 'known'>,
  failOn: Severity,
): boolean {
  return !known && gravity.indexOf(severity) >= gravity.indexOf(failOn);
}

function counts(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number =>
    cases.filter((testCase) => testCase.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`;
}

function casesOf(file: JudgedFile | UnreadableFile, className: string, failOn: Severity): TestCase[] {
  const place = { className, file: file.path };
  if ('error' in file) return [erroneous({ ...place, name: 'read' }, file.error)];
  return file.diagnosis.results.map((result) => {
    const name = result.path === '' ? result.rule : `${result.rule} (${result.path})`;
    return caseOf({ ...place, name }, result, failOn);
  });
}

function caseOf(place: CasePlace, { outcome, findings, reasons }: RuleResult, failOn: Severity): TestCase {
  const grave = findings.filter((finding) => isGrave(finding, failOn));
  const others = findings.filter((finding) => !grave.includes(finding)).map(wordsOfFinding);
  if (grave.length > 0) return failed(place, grave, others);
  const words = [...others, ...reasons.map(({ message }) => message)];
  if (outcome === 'not-applicable') return skipped(place, words.join('; '));
  return passed(place, findings.length === 0 && outcome === 'pass' ? [] : words);
}
