import type { Finding, Reason, Verdict } from '../rules/rule';
import { explanations } from '../rules/cancellation-delivery/wording';
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

/** The verdict on a file: one line if all is well; else for whom, why, how sure, and what to do. */
export function formatText(file: CheckedFile, options: TextOptions = {}): string {
  const verdict = file.diagnosis.verdict ?? 'not-applicable';
  const emphasise = options.emphasise ?? ((_, text) => text);
  const name = emphasise('heading', visible(file.path));
  const isProblem = file.diagnosis.findings.length > 0;
  const word = emphasise(emphasisOf[verdict], isProblem ? verdict.toUpperCase() : verdict);
  const damage = damageLines(file, options.width ?? DEFAULT_WIDTH);
  if (!isProblem) return [`${name}: ${word} – ${inOneLine(file, verdict)}`, ...damage].join('\n');
  return [`${name}: ${word} – ${explanations[verdict].summary}`, ...details(file, verdict, options), ...damage].join('\n');
}

/** How many files had which verdict: `3 files: 1 likely, 2 unlikely`. */
export function formatSummary(verdicts: readonly (Verdict | undefined)[], skipped: number, unreadable: number): string {
  const known: readonly Verdict[] = ['confirmed', 'likely', 'possible', 'undetermined', 'unlikely', 'not-applicable'];
  const counted = known.map((verdict) => [verdict, verdicts.filter((each) => each === verdict).length] as const);
  const parts = counted.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (skipped > 0) parts.push(`${skipped} skipped (no messages)`);
  const total = verdicts.length + unreadable + skipped;
  return `${total} ${total === 1 ? 'file' : 'files'}${parts.length > 0 ? ': ' : ''}${parts.join(', ')}`;
}

function inOneLine({ diagnosis, message }: CheckedFile, verdict: Verdict): string {
  const { summary, settle } = explanations[verdict];
  const reasons = diagnosis.results.flatMap((result) => result.reasons).filter((reason) => !isRow(reason));
  const telling = reasons.filter(({ code }) => code !== 'external-recipients');
  const said = (telling.length > 0 ? telling : reasons).map((reason) => visible(reason.message));
  const answered = countAnswers(diagnosis.results.flatMap((result) => result.reasons));
  if (verdict === 'unlikely' && answered !== '') said.unshift(answered);
  const parts = verdict === 'unlikely' ? [summary, ...said] : said.length > 0 ? said : [summary];
  const subject = message.subject === undefined ? '' : ` (${JSON.stringify(visible(message.subject))})`;
  return `${parts.join('; ')}${subject}${settle === undefined ? '' : `. ${settle}`}`;
}

/** Whether a reason is about one attendee; the rest are about the item. */
function isRow({ path }: Reason): boolean {
  return /(^|\.)recipients\[/.test(path);
}

function countAnswers(reasons: readonly Reason[]): string {
  const answered = reasons.filter(({ code }) => code === 'answered' || code === 'response-without-time').length;
  return answered === 0 ? '' : `${answered} answered`;
}

function details(file: CheckedFile, verdict: Verdict, options: TextOptions): string[] {
  const width = options.width ?? DEFAULT_WIDTH;
  const { why, settle, remedies } = explanations[verdict];
  const reasons = file.diagnosis.results.flatMap((result) => result.reasons).filter((reason) => !isRow(reason));
  const subject = file.message.subject === undefined ? '(no subject)' : JSON.stringify(visible(file.message.subject));
  const lines = [wrap('  ', [subject, ...reasons.map(({ message }) => visible(message))].join('; '), width)];
  for (const finding of file.diagnosis.findings) lines.push(...findingLines(finding, width));
  if (why !== undefined) lines.push(wrap('  Why:    ', why, width));
  if (settle !== undefined) lines.push(wrap('  Settle: ', settle, width));
  remedies.forEach((remedy, index) => lines.push(wrap(index === 0 ? '  Do:     - ' : '          - ', remedy, width)));
  return lines;
}

function findingLines({ message, path, origin }: Finding, width: number): string[] {
  const offset = origin?.offset === undefined ? '' : `, byte ${origin.offset} of the file`;
  return [wrap('  Who:    ', visible(message), width), `          (${path}${offset})`];
}

function damageLines({ message }: CheckedFile, width: number): string[] {
  const damage = message.anomalies.filter(({ severity }) => severity === 'error');
  const first = damage[0];
  if (first === undefined) return [];
  const more = damage.length - 1 + message.suppressedAnomalies;
  const where = [first.path, first.storage].filter((place) => place !== undefined && place !== '').map((place) => visible(place as string));
  const rest = more > 0 ? `; and ${more} more (--format json lists them)` : '';
  return [wrap('  Damage: ', `${visible(first.message)}${where.length > 0 ? ` (${where.join(', ')})` : ''}${rest}`, width)];
}
