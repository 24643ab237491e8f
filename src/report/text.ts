import {
  explanations,
  firstStep,
  mechanism,
  remedies,
  settling,
} from '../rules/cancellation-delivery/wording';
import type { Diagnosis } from '../rules/diagnose';
import type { Finding, Reason, Verdict } from '../rules/rule';
import type { CheckedFile } from './checked-file';
import { visible, wrap } from './layout';

/** What a piece of text is, for whoever wants to colour it. */
export type Emphasis = 'bad' | 'doubtful' | 'good' | 'faint' | 'heading';

export interface TextOptions {
  /** Columns of a line. Default 100. */
  readonly width?: number | undefined;
  /** Colours text; by default it stays plain. */
  readonly emphasise?: ((emphasis: Emphasis, text: string) => string) | undefined;
}

const DEFAULT_WIDTH = 100;

const emphasisOf: Readonly<Record<Verdict, Emphasis>> = {
  confirmed: 'bad',
  likely: 'bad',
  possible: 'doubtful',
  undetermined: 'faint',
  unlikely: 'good',
  'not-applicable': 'faint',
};

/** The verdict on a file: one line if all is well; else for whom, why, how sure, and what to do in short. */
export function formatText(file: CheckedFile, options: TextOptions = {}): string {
  const { diagnosis } = file;
  const verdict = diagnosis.verdict ?? 'not-applicable';
  const width = options.width ?? DEFAULT_WIDTH;
  const emphasise = options.emphasise ?? ((_, text) => text);
  const isProblem = diagnosis.findings.length > 0;
  const word = emphasise(emphasisOf[verdict], isProblem ? verdict.toUpperCase() : verdict);
  const heading = `${emphasise('heading', visible(file.path))}: ${word} – `;
  const lines = isProblem
    ? [heading + explanations[verdict].summary(countExternal(diagnosis)), ...details(file, width)]
    : [heading + inOneLine(file, verdict)];
  return [...lines, ...damageLines(file, width)].join('\n');
}

/** What the findings mean, how to be sure and what to do: said once, after all files. Empty if nothing was found. */
export function formatAdvice(diagnoses: readonly Diagnosis[], options: TextOptions = {}): string {
  if (diagnoses.every(({ findings }) => findings.length === 0)) return '';
  const width = options.width ?? DEFAULT_WIDTH;
  return [
    'What to do about it',
    ...remedies.map((remedy) => wrap('  - ', remedy, width)),
    wrap('To be sure: ', settling, width),
  ].join('\n');
}

/** How many files had which verdict: `3 files: 1 likely, 2 unlikely`. */
export function formatSummary(
  verdicts: readonly (Verdict | undefined)[],
  skipped: number,
  unreadable: number,
): string {
  const known = Object.keys(emphasisOf) as Verdict[];
  const counted = known.map(
    (verdict) => [verdict, verdicts.filter((each) => each === verdict).length] as const,
  );
  const parts = counted.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (skipped > 0) parts.push(`${skipped} skipped (no messages)`);
  const total = verdicts.length + unreadable + skipped;
  return `${total} ${total === 1 ? 'file' : 'files'}${parts.length > 0 ? ': ' : ''}${parts.join(', ')}`;
}

function inOneLine({ diagnosis, message }: CheckedFile, verdict: Verdict): string {
  const { summary, settle } = explanations[verdict];
  const all = reasonsOf(diagnosis);
  const said = all.filter((reason) => !isRow(reason)).map((reason) => visible(reason.message));
  const answered = all.filter(({ code }) => code === 'answered' || code === 'response-without-time').length;
  const parts =
    verdict === 'unlikely' ? [summary(0), ...(answered > 0 ? [`${answered} answered`] : []), ...said] : said;
  return `${(parts.length > 0 ? parts : [summary(0)]).join('; ')}${subjectOf(message.subject)}${settle ? `. ${settle}` : ''}`;
}

function subjectOf(subject: string | undefined): string {
  return subject === undefined ? '' : ` (${JSON.stringify(visible(subject))})`;
}

/** The reasons that a reader of text wants; the number of external attendees stands in the headline. */
function reasonsOf({ results }: Diagnosis): Reason[] {
  return results.flatMap(({ reasons }) => reasons).filter(({ code }) => code !== 'external-recipients');
}

/** Whether a reason is about one attendee; the rest are about the item. */
function isRow({ path }: Reason): boolean {
  return /(^|\.)recipients\[/.test(path);
}

/** How many external attendees the tables with findings have. */
function countExternal({ results, findings }: Diagnosis): number {
  const affected = new Set(findings.map(({ path }) => path.replace(/\.?recipients\[.*$/, '')));
  return results
    .flatMap(({ reasons }) => reasons)
    .filter(({ code, path }) => code === 'external-recipients' && affected.has(path))
    .reduce((sum, { values }) => sum + Number(values?.['count'] ?? 0), 0);
}

function details({ message, diagnosis }: CheckedFile, width: number): string[] {
  const reasons = reasonsOf(diagnosis).filter((reason) => !isRow(reason));
  const subject = message.subject === undefined ? '(no subject)' : JSON.stringify(visible(message.subject));
  return [
    wrap('  ', [subject, ...reasons.map((reason) => visible(reason.message))].join('; '), width),
    ...diagnosis.findings.flatMap((finding) => findingLines(finding, width)),
    wrap('  Why: ', mechanism, width),
    wrap('  Do:  ', firstStep(new Set(reasons.map(({ code }) => code))), width),
  ];
}

function findingLines({ message, path, origin }: Finding, width: number): string[] {
  const offset = origin?.offset === undefined ? '' : `, byte ${origin.offset} of the file`;
  return [wrap('  Who: ', visible(message), width), `       ${path}${offset}`];
}

function damageLines({ message }: CheckedFile, width: number): string[] {
  const damage = message.anomalies.filter(({ severity }) => severity === 'error');
  const first = damage[0];
  if (first === undefined) return [];
  const more = damage.length - 1 + message.suppressedAnomalies;
  const where = [first.path, first.storage]
    .filter((place) => place !== undefined && place !== '')
    .map((place) => visible(place as string));
  const rest = more > 0 ? `; and ${more} more (--format json lists them)` : '';
  return [
    wrap(
      '  Damage: ',
      `${visible(first.message)}${where.length > 0 ? ` (${where.join(', ')})` : ''}${rest}`,
      width,
    ),
  ];
}
