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
import { formatFoundConfiguration } from './found-configuration';
import type { FoundConfiguration } from './found-configuration';
import { visible } from './layout';

export interface JUnitOptions extends ReportExtras {
  /** The least severity that fails a test. Default `warning`. */
  readonly failOn?: Severity | undefined;
}

const junitKinds: OptionKinds<JUnitOptions> = { ...extrasKinds, failOn: aSeverity };

const gravity: readonly Severity[] = ['info', 'warning', 'error'];

/** A test case as the file format has it. */
interface TestCase {
  readonly xml: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error';
}

/** Files as JUnit's XML, for continuous integration: a suite a file, a case a rule. */
export function formatJUnit(
  files: readonly (JudgedFile | UnreadableFile)[],
  options: JUnitOptions = {},
): string {
  checkOptions('formatJUnit', options, junitKinds);
  const { failOn = 'warning', sets = [], evidence = [], configuration } = options;
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
    ...files.map((file) => suite(reportedName(file), casesOf(file, failOn), propertiesOf(file))),
    ...evidence.map((file) => suite(file.path, [evidenceCase(file)])),
    ...between,
    ...configurationSuite(configuration),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mapilint"${counts(all)}>`,
    ...suites.flatMap(({ path, cases, properties }) => [
      `  <testsuite name="${escape(path)}"${counts(cases)}>`,
      ...properties,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

/** A suite without cases, for what is said of the run. */
function configurationSuite(configuration: FoundConfiguration | undefined): TestSuite[] {
  if (configuration === undefined) return [];
  const value = escape(formatFoundConfiguration(configuration));
  const property = `      <property name="configuration" value="${value}"/>`;
  return [suite(configuration.path, [], ['    <properties>', property, '    </properties>'])];
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
  const lines = [['verdict', verdict] as const, ...evidence].map(
    ([name, value]) => `      <property name="${name}" value="${escape(value)}"/>`,
  );
  return ['    <properties>', ...lines, '    </properties>'];
}

function evidenceCase(file: EvidenceFile): TestCase {
  if ('error' in file) return unreadableCase(file.path, file.error);
  const damage = damageOf(file);
  const content = damage === undefined ? [] : [`<system-out>${escape(damage)}</system-out>`];
  return testCase(file.path, 'read', 'passed', ...content);
}

function unreadableCase(path: string, { message, name }: Error): TestCase {
  return testCase(path, 'read', 'error', element('error', message, name));
}

/** The suite of findings that belong to no single file. */
const BETWEEN = '(between files)';

function setCase({ rule, code, severity, message }: SetFinding, failOn: Severity): TestCase {
  return isGrave(severity, failOn)
    ? testCase(BETWEEN, rule, 'failed', element('failure', message, code))
    : testCase(BETWEEN, rule, 'passed', `<system-out>${escape(message)}</system-out>`);
}

function isGrave(severity: Severity, failOn: Severity): boolean {
  return gravity.indexOf(severity) >= gravity.indexOf(failOn);
}

function counts(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number =>
    cases.filter((testCase) => testCase.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function casesOf(file: JudgedFile | UnreadableFile, failOn: Severity): TestCase[] {
  const label = reportedName(file);
  if ('error' in file) return [unreadableCase(label, file.error)];
  return file.diagnosis.results.map((result) => caseOf(label, result, failOn));
}

function caseOf(path: string, result: RuleResult, failOn: Severity): TestCase {
  const { rule, outcome, findings, reasons } = result;
  const name = result.path === '' ? rule : `${rule} (${result.path})`;
  const grave = findings.filter(({ severity }) => isGrave(severity, failOn));
  if (grave.length > 0) return testCase(path, name, 'failed', ...grave.map(failureOf));
  const words = [...findings, ...reasons].map(({ message }) => message).join('; ');
  if (outcome === 'not-applicable') return testCase(path, name, 'skipped', element('skipped', words));
  return words === '' || outcome === 'pass'
    ? testCase(path, name, 'passed')
    : testCase(path, name, 'passed', `<system-out>${escape(words)}</system-out>`);
}

function failureOf({ message, code, path, origin }: Finding): string {
  const place = [
    path,
    origin?.offset === undefined ? '' : `byte ${origin.offset} of ${origin.part ?? 'the file'}`,
  ];
  return element('failure', message, code, place.filter((part) => part !== '').join(', '));
}

function testCase(path: string, name: string, outcome: TestCase['outcome'], ...content: string[]): TestCase {
  const start = `    <testcase classname="${escape(path)}" name="${escape(name)}"`;
  if (content.length === 0) return { outcome, xml: `${start}/>` };
  return {
    outcome,
    xml: [`${start}>`, ...content.map((line) => `      ${line}`), '    </testcase>'].join('\n'),
  };
}

function element(tag: string, message: string, type?: string, text = ''): string {
  const typed = type === undefined ? '' : ` type="${escape(type)}"`;
  const start = `<${tag} message="${escape(message)}"${typed}`;
  return text === '' ? `${start}/>` : `${start}>${escape(text)}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML 1.0 can hold it: control characters and half surrogate pairs are asGiven as numbers, noncharacters replaced. */
function escape(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
