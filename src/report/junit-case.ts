import type { Finding } from '../rules/rule-result';
import type { SetFinding } from '../rules/sets/set-rule';
import { visible } from './layout';
import { reportedName } from './reported';
import type { Reported } from './reported';

/** A test case as the file format has it. */
export interface TestCase {
  readonly xml: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error';
}

/** What tells one case from another. */
export interface CasePlace {
  /** What Jenkins shows as package and class, and GitLab as the suite. */
  readonly className: string;
  readonly name: string;
  /** The file, to which GitLab links. */
  readonly file?: string | undefined;
}

/**
 * The names of files as classes. Jenkins takes what is before the last dot for the package: so the folder stands there, and
 * the dots of the file are none. GitLab takes the first of two cases of one name: so no two files have one.
 */
export class ClassNames {
  readonly #given = new Set<string>();

  of(file: Reported): string {
    const slash = file.path.lastIndexOf('/');
    const folder = slash < 0 ? '' : `${file.path.slice(0, slash)}.`;
    const name =
      folder +
      reportedName(file)
        .slice(slash + 1)
        .replaceAll('.', '_');
    let unique = name;
    for (let number = 2; this.#given.has(unique); number++) unique = `${name} (${number})`;
    this.#given.add(unique);
    return unique;
  }
}

type SomeFinding = Pick<Finding, 'severity' | 'code' | 'message' | 'known'> &
  Partial<Pick<Finding, 'path' | 'origin'>> &
  Partial<Pick<SetFinding, 'names'>>;

/** One failure for all findings, since Jenkins reads the first alone; its words in the text, too, since GitLab shows that. */
export function failed(
  place: CasePlace,
  findings: readonly SomeFinding[],
  others: readonly string[] = [],
): TestCase {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const message = `${first?.message ?? ''}${more}`;
  const text = findings.map(wordsOfFinding).join('\n');
  return testCase(place, 'failed', [
    element('failure', { message, type: first?.code }, text),
    ...systemOut(others),
  ]);
}

export function passed(place: CasePlace, words: readonly string[]): TestCase {
  return testCase(place, 'passed', systemOut(words));
}

export function skipped(place: CasePlace, message: string): TestCase {
  return testCase(place, 'skipped', [element('skipped', { message }, '')]);
}

export function erroneous(place: CasePlace, { message, name }: Error): TestCase {
  return testCase(place, 'error', [element('error', { message, type: name }, message)]);
}

/** A finding in a line: how much it matters, whether it is known, and where it is. */
export function wordsOfFinding({ severity, known, message, path = '', origin }: SomeFinding): string {
  const bytes = origin?.offset === undefined ? '' : `byte ${origin.offset} of ${origin.part ?? 'the file'}`;
  const place = [path, bytes].filter((part) => part !== '').join(', ');
  return `${known === true ? 'known ' : ''}${severity}: ${message}${place === '' ? '' : ` (${place})`}`;
}

function systemOut(words: readonly string[]): string[] {
  const text = words.filter((line) => line !== '').join('\n');
  return text === '' ? [] : [element('system-out', {}, text)];
}

/** The time of a rule is not measured: the same files give the same bytes. */
function testCase(
  { className, name, file }: CasePlace,
  outcome: TestCase['outcome'],
  content: readonly string[],
): TestCase {
  const attributes = attributesOf({ classname: className, name, file, time: '0' });
  if (content.length === 0) return { outcome, xml: `    <testcase${attributes}/>` };
  const lines = content.map((line) => `      ${line}`);
  return { outcome, xml: [`    <testcase${attributes}>`, ...lines, '    </testcase>'].join('\n') };
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  text: string,
): string {
  const start = `<${tag}${attributesOf(attributes)}`;
  return text === '' ? `${start}/>` : `${start}>${text.split('\n').map(escapeXml).join('\n')}</${tag}>`;
}

function attributesOf(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML 1.0 can hold it: control characters and half surrogate pairs are given as numbers, noncharacters replaced. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
