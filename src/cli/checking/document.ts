import { hostname } from 'node:os';
import {
  csvHeader,
  csvStopped,
  formatAffected,
  formatAdvice,
  formatBaseline,
  formatEvidenceFiles,
  formatFoundConfiguration,
  formatHtml,
  formatJUnit,
  formatNothingToJudge,
  formatSarif,
  formatSetFindings,
  formatStopped,
  formatStores,
  formatSummary,
  jsonText,
} from '../../report/command';
import type { ReportExtras, JudgedFile, UnreadableFile } from '../../report/command';
import { JsonEntries } from '../json-entries';
import type { RuleChoices } from '../rule-choices';
import type { ParquetFiles } from '../parquet/parquet-files';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { pagesOf } from '../rule-page';
import { packageFields, version } from '../version';
import type { JudgedEntry, FileOutcome } from './file-outcome';
import { revived } from './plain-error';
import { MORE } from './rendering';
import { Redaction } from './redaction';
import { summaryLine } from './summary-line';
import type { Tally } from './tally';

/** Writes the report: its beginning, what each outcome has of it, its end. */
export class ReportDocument {
  readonly #args: Arguments;
  readonly #terminal: Terminal;
  readonly #choices: RuleChoices;
  readonly #started = new Date();
  readonly #judged: JudgedEntry[] = [];
  /** Of a page: the details of items. */
  readonly #details: string[] = [];
  #moreDetails = 0;
  readonly #entries: JsonEntries | undefined;
  readonly #files: ParquetFiles | undefined;

  /** `files`: of Parquet, which is written into files of its own. */
  constructor(args: Arguments, terminal: Terminal, choices: RuleChoices, files?: ParquetFiles) {
    this.#args = args;
    this.#terminal = terminal;
    this.#choices = choices;
    this.#files = files;
    this.#entries = this.#format === 'json' ? new JsonEntries(terminal) : undefined;
    if (this.#format === 'csv') terminal.out(csvHeader(args.output.csv));
  }

  add({ output: printed, judged, rows }: FileOutcome): void {
    if (rows !== undefined) this.#files?.add(rows);
    if (judged !== undefined) this.#judged.push(judged);
    if (printed === '') return;
    if (this.#format === 'html') this.#addDetail(printed);
    else if (this.#entries === undefined) this.#terminal.out(printed);
    else this.#entries.add(printed);
  }

  async end(tally: Tally, extras: ReportExtras): Promise<void> {
    if (this.#entries !== undefined) this.#entries.end(tally.skipped, extras);
    else this.#terminal.out(await this.#ending(tally, extras));
  }

  #addDetail(detail: string): void {
    if (this.#details.length < MOST_DETAILS) this.#details.push(detail);
    else this.#moreDetails += 1;
  }

  get #format(): Arguments['output']['format'] {
    return this.#args.output.format;
  }

  #ending(tally: Tally, extras: ReportExtras): string | Promise<string> {
    if (this.#format === 'pretty') return closing(tally, extras, this.#terminal);
    if (this.#format === 'junit')
      return formatJUnit(this.#judged.map(revivedFile), { failOn: this.#args.failOn, ...extras });
    if (this.#format === 'sarif') return this.#sarif(extras);
    if (this.#format === 'ndjson') return this.#summary(tally, extras);
    if (this.#format === 'html') return this.#page(tally, extras);
    if (this.#files !== undefined) return this.#terminal.signal?.aborted === true ? '' : this.#files.commit();
    if (extras.stopped !== undefined) this.#terminal.out(csvStopped(extras.stopped, this.#args.output.csv));
    // a table has no place for it
    for (const line of aboutTheRun(extras)) this.#terminal.err(`${line}\n`);
    return '';
  }

  async #page(tally: Tally, { sets = [], stopped, ...extras }: ReportExtras): Promise<string> {
    return formatHtml({
      meetings: tally.affected.list,
      items: this.#details,
      moreItems: this.#moreDetails,
      more: '--format ndjson lists them',
      counts: tally,
      notes: [formatNothingToJudge(tally), formatSetFindings(sets), ...aboutTheRun(extras)].filter(
        (note) => note !== '',
      ),
      version: await version(),
      made: this.#started,
      stopped,
    });
  }

  async #sarif(extras: ReportExtras): Promise<string> {
    const { everyRule, base } = this.#choices;
    const rules = [...everyRule, ...base.setRules];
    const { version: own, homepage } = await packageFields();
    const options = { rules, version: own, homepage, pages: await pagesOf(rules), ...extras };
    return `${formatSarif(this.#judged.map(revivedFile), options)}\n`;
  }

  /** A run that was stopped has no line about the whole, but one about the stop. */
  async #summary(
    tally: Tally,
    { sets = [], configuration, baseline, stopped }: ReportExtras,
  ): Promise<string> {
    if (stopped !== undefined) return `${jsonText({ stopped })}\n`;
    if (this.#terminal.signal?.aborted) return '';
    const host = new Redaction(this.#args.output.redaction).text(hostname());
    const run = { started: this.#started, version: await version(), host };
    return summaryLine(tally, { ...run, sets, configuration, baseline });
  }
}

function revivedFile(judged: JudgedEntry): JudgedFile | UnreadableFile {
  return 'error' in judged ? { ...judged, error: revived(judged.error) } : judged;
}

/** What is said of the run, a line each. */
function aboutTheRun({ configuration, baseline }: ReportExtras): string[] {
  return [
    ...(configuration === undefined ? [] : [formatFoundConfiguration(configuration)]),
    ...(baseline === undefined ? [] : [formatBaseline(baseline)]),
  ];
}

/** How many items a page has the details of: browsers take pages of some ten megabytes. */
const MOST_DETAILS = 5000;

/** What the table of meetings says of those that it leaves out. */
const MORE_MEETINGS = '--format csv --rows attendees lists them';

/** What is said once, after all files. */
function closing(
  tally: Tally,
  { sets = [], evidence = [], stores = [], stopped, ...extras }: ReportExtras,
  { columns }: Terminal,
): string {
  const layout = { width: columns, more: MORE };
  const parts = [
    stopped === undefined ? '' : formatStopped(stopped),
    formatStores(stores, layout),
    formatEvidenceFiles(evidence, layout),
    tally.judged > 1 ? formatAffected(tally.affected.list, { ...layout, more: MORE_MEETINGS }) : '',
    formatSetFindings(sets, layout),
    formatNothingToJudge(tally, layout),
    formatAdvice([...tally.advice.values()], layout),
    ...aboutTheRun(extras),
  ];
  const words = parts.filter((part) => part !== '').map((part) => `${part}\n\n`);
  return `\n${words.join('')}${formatSummary(tally)}\n`;
}
