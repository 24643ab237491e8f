import { checkOptions } from '../arguments/check';
import { textKinds } from './text-options';
import type { Diagnosis } from '../rules/diagnose';
import { plural } from '../rules/wording';
import type { Verdict } from '../rules/rule';
import type { Finding, Reason, RuleResult } from '../rules/rule-result';
import { reportedName } from './reported';
import type { ReportedFile } from './checked-file';
import { evidenceLines } from './evidence-lines';
import { andMore, DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';
import type { Emphasis, TextOptions } from './text-options';
import { subjectText } from './heading';
import { headlineOf, isVerdictOnFindings } from './headline';

const emphasisOf: Readonly<Record<Verdict, Emphasis>> = {
  confirmed: 'bad',
  likely: 'bad',
  possible: 'doubtful',
  undetermined: 'faint',
  unlikely: 'good',
  'not-applicable': 'faint',
};

/**
 * The verdict on a file as text: one line if all is well; otherwise for whom it matters, why, how certain it is, and
 * what to do first.
 */
export function formatText(file: ReportedFile, options: TextOptions = {}): string {
  checkOptions('formatText', options, textKinds);
  const { diagnosis } = file;
  const width = options.width ?? DEFAULT_WIDTH;
  const emphasise = options.emphasise ?? ((_, text) => text);
  const isProblem = diagnosis.findings.length > 0;
  const verdict = headlineOf(diagnosis);
  const word = emphasise(
    isProblem && !isVerdictOnFindings(diagnosis) ? 'doubtful' : emphasisOf[diagnosis.verdict ?? 'possible'],
    isProblem ? verdict.toUpperCase() : verdict,
  );
  const heading = `${emphasise('heading', visible(reportedName(file)))}: ${word} – `;
  const lines = isProblem
    ? [heading + visible(summaryOf(diagnosis)), ...openLines(diagnosis, width), ...details(file, width)]
    : [heading + inOneLine(file)];
  return [
    ...lines,
    ...evidenceLines(diagnosis, options),
    ...partLines(file, width),
    ...damageLines(file, options),
  ].join('\n');
}

/** What more there is to do and how to be sure: said once, after all files. Empty if nothing was found. */
export function formatAdvice(diagnoses: readonly Diagnosis[], options: TextOptions = {}): string {
  checkOptions('formatAdvice', options, textKinds);
  const width = options.width ?? DEFAULT_WIDTH;
  const explained = diagnoses
    .flatMap(({ results }) => results.filter(hasFindings))
    .map(({ explanation }) => explanation);
  const todo = new Set(explained.flatMap((explanation) => explanation?.todo?.slice(1) ?? []));
  const settle = new Set(explained.flatMap((explanation) => explanation?.settle ?? []));
  if (todo.size === 0 && settle.size === 0) return '';
  return [
    'What to do about it',
    ...[...todo].map((step) => wrap('  - ', visible(step), width)),
    ...(settle.size > 0 ? ['What would settle it'] : []),
    ...[...settle].map((way) => wrap('  - ', visible(way), width)),
  ].join('\n');
}

function summaryOf(diagnosis: Diagnosis): string {
  const { explanation } = diagnosis;
  return isVerdictOnFindings(diagnosis) && explanation
    ? explanation.summary
    : plural(diagnosis.findings.length, 'finding');
}

/** The question that stays open beside findings of other rules: that it does, why, and what would settle it. */
function openLines(diagnosis: Diagnosis, width: number): string[] {
  const { verdict, explanation } = diagnosis;
  if (verdict !== 'undetermined' || explanation === undefined || isVerdictOnFindings(diagnosis)) return [];
  const reasons = decisive(diagnosis).flatMap((result) => result.reasons.filter(isTelling));
  const why = [...new Set(reasons.map(({ message }) => message))].slice(0, MAX_NOTES);
  const words = [`undetermined – ${[explanation.summary, ...why].join('; ')}`, explanation.settle];
  return [wrap('  Open: ', visible(words.filter((part) => part !== undefined).join('. ')), width)];
}

function hasFindings({ findings }: RuleResult): boolean {
  return findings.length > 0;
}

/** The results that brought the verdict about; without one, all. */
function decisive({ verdict, results }: Diagnosis): readonly RuleResult[] {
  return results.filter((result) => result.verdict === verdict);
}

function inOneLine({ diagnosis, message }: ReportedFile): string {
  const { verdict, explanation } = diagnosis;
  const reasons = decisive(diagnosis).flatMap((result) => result.reasons);
  const said = reasons.filter(isTelling).map((reason) => visible(reason.message));
  const notes =
    said.length > MAX_NOTES ? [...said.slice(0, MAX_NOTES), `and ${said.length - MAX_NOTES} more`] : said;
  const summary = explanation?.summary ?? 'nothing found';
  const words = verdict === 'unlikely' ? [summary, ...notes] : notes.length > 0 ? notes : [summary];
  const settle = explanation?.settle === undefined ? '' : `. ${explanation.settle}`;
  return `${words.join('; ')}${subjectOf(message.subject)}${settle}`;
}

const MAX_NOTES = 5;

function subjectOf(subject: string | undefined): string {
  return subject === undefined ? '' : ` (${JSON.stringify(visible(subject))})`;
}

/** What is as it should be is in JSON, and nothing to read. */
function isTelling({ weight }: Reason): boolean {
  return weight !== 'quiet';
}

function details({ message, diagnosis }: ReportedFile, width: number): string[] {
  const results = diagnosis.results.filter(hasFindings);
  const reasons = results.flatMap((result) => result.reasons).filter(isTelling);
  const notes = reasons.map((reason) => visible(reason.message)).join('; ');
  return [
    wrap('  ', subjectText(message), width),
    ...results.flatMap((result) => resultLines(result, width)),
    ...(notes === '' ? [] : [wrap('  Note: ', notes, width)]),
  ];
}

function resultLines({ findings, explanation }: RuleResult, width: number): string[] {
  const lines = findings.flatMap((finding) => findingLines(finding, width));
  if (explanation?.why !== undefined) lines.push(wrap('  Why: ', visible(explanation.why), width));
  const [first] = explanation?.todo ?? [];
  if (first !== undefined) lines.push(wrap('  Do:  ', visible(first), width));
  return lines;
}

function findingLines({ message, path, origin, person, known }: Finding, width: number): string[] {
  const subject = person === undefined ? 'What' : 'Row';
  const label = known === true ? `  ${subject} (known): ` : `  ${subject}: `;
  const offset =
    origin?.offset === undefined ? '' : `, byte ${origin.offset} of ${visible(origin.part ?? 'the file')}`;
  const place = path + offset;
  return [wrap(label, visible(message), width), ...(place === '' ? [] : [`       ${place}`])];
}

/** Of a mail: which part was read, and which were not. */
function partLines({ message }: ReportedFile, width: number): string[] {
  const { note } = message;
  return note === undefined ? [] : [wrap('  Part: ', visible(note), width)];
}

function damageLines({ message }: ReportedFile, options: LayoutOptions): string[] {
  const damage = message.anomalies.filter(({ severity }) => severity === 'error');
  const first = damage[0];
  if (first === undefined) return [];
  const more = damage.length - 1 + message.suppressedAnomalies;
  const where = [first.path, first.storage]
    .filter((place) => place !== undefined && place !== '')
    .map((place) => visible(place as string));
  const rest = more > 0 ? `;${andMore(more, options)}` : '';
  return [
    wrap(
      '  Damage: ',
      `${visible(first.message)}${where.length > 0 ? ` (${where.join(', ')})` : ''}${rest}`,
      options.width ?? DEFAULT_WIDTH,
    ),
  ];
}
