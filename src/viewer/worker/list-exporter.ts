import {
  AffectedMeetings,
  affectedCopyOf,
  csvError,
  csvHeader,
  csvRows,
  errorLine,
  formatHtml,
  formatText,
  htmlItem,
  itemLine,
  redactFile,
  redactUnreadable,
  UnreachedTotals,
} from '../../report/command';
import type {
  CheckedFile,
  CsvOptions,
  ReportedFile,
  SummaryCounts,
  UnreadableFile,
} from '../../report/command';
import type { Verdict } from '../../index';
import type { ListExport, ListForm } from '../export-forms';
import type { Source } from '../source';
import { substitutes } from '../substitutes';

/** Columns of a text in a page. */
const HTML_WIDTH = 110;
/** How many items a report has the details of. */
const MOST_DETAILS = 5000;

/** Writes out a list piece by piece; redacted, the same name has the same number in all of them. */
export class ListExporter {
  readonly job: number;
  readonly #form: ListForm;
  readonly #substitute: ReturnType<typeof substitutes> | undefined;
  readonly #meetings = new AffectedMeetings();
  readonly #unreached = new UnreachedTotals();
  readonly #verdicts = new Map<Verdict | undefined, number>();
  readonly #details: string[] = [];
  #moreDetails = 0;
  #unreadable = 0;
  #isEmpty = true;

  constructor({ job, form, isRedacted }: ListExport) {
    this.job = job;
    this.#form = form;
    this.#substitute = isRedacted ? substitutes() : undefined;
  }

  add(file: CheckedFile): string {
    const shown = this.#substitute === undefined ? file : redactFile(file, this.#substitute);
    switch (this.#form) {
      case 'json':
        return this.#begun('[\n', ',\n') + itemLine(shown, undefined);
      case 'csv':
      case 'people':
        return this.#begun(csvHeader(this.#csv), '') + csvRows(shown, this.#csv);
      case 'html':
        this.#count(shown);
        return '';
    }
  }

  addUnread({ path, item }: Source, error: Error): string {
    const file: UnreadableFile = { path, item, error };
    const shown = this.#substitute === undefined ? file : redactUnreadable(file, this.#substitute);
    switch (this.#form) {
      case 'json':
        return this.#begun('[\n', ',\n') + errorLine(shown, undefined);
      case 'csv':
      case 'people':
        return this.#begun(csvHeader(this.#csv), '') + csvError(shown, this.#csv);
      case 'html':
        this.#unreadable += 1;
        this.#detail(htmlItem(shown, 'unreadable', shown.error.message));
        return '';
    }
  }

  end(): string {
    if (this.#form === 'json') return this.#isEmpty ? '[]\n' : '\n]\n';
    if (this.#form !== 'html') return this.#isEmpty ? csvHeader(this.#csv) : '';
    const counts: SummaryCounts = {
      verdicts: this.#verdicts,
      unreadable: this.#unreadable,
      unreached: this.#unreached,
      noun: 'item',
    };
    return formatHtml({
      meetings: this.#meetings.list,
      items: this.#details,
      moreItems: this.#moreDetails,
      more: 'the CSV and the JSON of the list have them',
      counts,
      notes: [],
      version: VERSION,
      made: new Date(),
    });
  }

  get #csv(): CsvOptions {
    return { rows: this.#form === 'people' ? 'attendees' : 'findings', hasByteOrderMark: true };
  }

  /** What stands before the next entry. */
  #begun(start: string, between: string): string {
    const before = this.#isEmpty ? start : between;
    this.#isEmpty = false;
    return before;
  }

  #count(shown: ReportedFile): void {
    const { verdict, findings, unreached } = shown.diagnosis;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
    this.#unreached.add(unreached);
    const copy = affectedCopyOf(shown);
    if (copy !== undefined) this.#meetings.add(copy);
    if (findings.length > 0)
      this.#detail(htmlItem(shown, verdict ?? 'found', formatText(shown, { width: HTML_WIDTH })));
  }

  #detail(detail: string): void {
    if (this.#details.length < MOST_DETAILS) this.#details.push(detail);
    else this.#moreDetails += 1;
  }
}

/** The version of the page, which its build writes here. */
declare const VERSION: string;
