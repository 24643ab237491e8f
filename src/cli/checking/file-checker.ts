import { diagnose } from '../../index';
import type { Diagnosis, ItemOfSet } from '../../index';
import { affectedCopyOf, reportedName, toStoreReport, visible } from '../../report/command';
import type { CheckedEvidence, CheckedFile, EvidenceFile, UnreadableFile } from '../../report/command';
import { EvidenceFiles, readEvidence } from '../evidence-files';
import type { BadInput, Input, PassedOver } from '../inputs/input';
import { Patience } from '../inputs/patience';
import { rowsOfError, rowsOfItem } from '../parquet/table-rows';
import { formatReadError } from '../read-error';
import { NO_MESSAGE, readItems } from '../read-items';
import type { Reading, ReadStore } from '../read-items';
import type { Rule } from '../../rules/index';
import type { RuleChoices } from '../rule-choices';
import { ruleChoicesOf } from '../settings';
import { emphasiserOf } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { adviceKey } from './tally';
import type { CheckSettings } from './check-settings';
import { leftOut } from './file-outcome';
import type { FileOutcome } from './file-outcome';
import { Comparison, isGrave } from './comparison';
import { isAskedFor } from './item-filter';
import { Judging } from './judging';
import { plainError } from './plain-error';
import { Redaction } from './redaction';
import type { Shown } from './redaction';
import { MORE, renderingOf } from './rendering';
import type { Rendering, ReportEntry } from './rendering';

/** Reads, judges and writes out one file after the other. */
export class FileChecker {
  readonly choices: RuleChoices;
  readonly evidence: EvidenceFiles;
  /** What rules about sets are applied to; undefined: there is none, and messages are let go. */
  readonly items: ItemOfSet[] | undefined;
  /** How everything is shown that a report is told. */
  readonly redaction: Redaction;
  /** What tells findings that are known. */
  readonly comparison: Comparison;
  readonly #args: Arguments;
  readonly #patience = new Patience();
  readonly #judging: Judging;
  readonly #rendering: Rendering;
  /** The advice that was given. */
  readonly #advised = new Set<string>();

  private constructor(settings: CheckSettings, loaded: readonly Rule[], evidence: EvidenceFiles) {
    const { args, config, now, columns, isColoured } = settings;
    this.choices = ruleChoicesOf(args, config, loaded);
    this.evidence = evidence;
    this.items = this.choices.base.setRules.length > 0 ? [] : undefined;
    this.#args = args;
    this.redaction = new Redaction(args.output.redaction);
    const { replied, eventTimeZone } = args.evidence;
    this.#judging = new Judging(this.choices, { replied, eventTimeZone, now });
    this.comparison = new Comparison(settings.baseline, this.redaction);
    const sourceName = (source: number): string | undefined => this.#sourceName(source);
    const text = { width: columns, more: MORE, emphasise: emphasiserOf(isColoured), sourceName };
    this.#rendering = renderingOf(args.output.format, { ...args.output, text });
  }

  /** Reads the evidence. `loaded`: the rules that are not built in. */
  static async of(settings: CheckSettings, loaded: readonly Rule[]): Promise<FileChecker> {
    return new FileChecker(settings, loaded, await readEvidence(settings.args));
  }

  /** Reads none: where there is evidence, one thread weighs it. */
  static withoutEvidence(settings: CheckSettings, loaded: readonly Rule[]): FileChecker {
    return new FileChecker(settings, loaded, EvidenceFiles.none());
  }

  /** What comes of a file: of a store an outcome for each item, and one for itself. */
  async *outcomes(input: Input | BadInput | PassedOver): AsyncGenerator<FileOutcome, void> {
    const { read, store } = this.#args;
    for await (const reading of readItems(input, read, store, this.#patience)) yield this.#of(reading);
  }

  /** The pieces of evidence, as a report calls them. */
  get reportedEvidence(): readonly EvidenceFile[] {
    return this.evidence.reported.map((file) => this.redaction.evidenceFile(file));
  }

  /** What comes of the replies that were given without an item. */
  replies(): FileOutcome[] {
    return this.evidence.judgeReplies(this.#judging.ofEvidence).map((reply) => this.#judged('reply', reply));
  }

  /** What comes of a file that a worker could not finish. */
  lost(path: string, error: Error): FileOutcome {
    return this.#unreadable({ path, error });
  }

  #of(reading: Reading): FileOutcome {
    if ('passedOver' in reading) return this.#passedOver(reading);
    if ('store' in reading) return this.#store(reading);
    if ('error' in reading) return this.#unreadable(reading);
    const { path, item, message, isInSentItems } = reading;
    if (!isAskedFor(message, this.#args.filter))
      return leftOut(this.redaction.path(path), item !== undefined);
    const name = reportedName(this.redaction.place({ path, item }));
    const beside = this.evidence.for(message);
    const judged = diagnose(message, { ...this.#judging.of(path), ...beside, isInSentItems });
    const diagnosis = this.evidence.told(name, judged, beside.evidence);
    this.items?.push({ message, name });
    return this.#judged('item', { path, item, message, diagnosis });
  }

  #judged(kind: 'item' | 'reply', found: CheckedFile | CheckedEvidence): FileOutcome {
    const checked = { ...found, diagnosis: this.comparison.marked(found.diagnosis) };
    const shown = this.#shown(checked);
    const { verdict, findings } = checked.diagnosis;
    const item = 'item' in shown ? shown.item : undefined;
    const isCollected = this.#isCollected;
    return {
      ...this.#outcome(kind, checked, shown),
      verdict,
      isOfStore: item !== undefined,
      graveFindings: findings.filter((finding) => isGrave(finding, this.#args)).length,
      standing: this.comparison.standingOf(findings),
      unreached: shown.diagnosis.unreached,
      affected: 'message' in shown ? affectedCopyOf(shown) : undefined,
      rows:
        this.#isTabular && 'message' in shown && 'message' in found
          ? rowsOfItem(shown, found.message, (person) => this.redaction.person(person))
          : undefined,
      advice: kind === 'item' ? this.#firstOfItsKind(shown.diagnosis) : undefined,
      judged: isCollected ? { path: shown.path, item, diagnosis: shown.diagnosis } : undefined,
    };
  }

  #unreadable(file: UnreadableFile): FileOutcome {
    const shown = this.#shown(file);
    const { path, item, error } = shown;
    return {
      ...this.#outcome('unreadable', file, shown),
      isOfStore: item !== undefined,
      stderr: formatReadError(reportedName(shown), error),
      rows: this.#isTabular ? rowsOfError(shown) : undefined,
      judged: this.#isCollected ? { path, item, error: plainError(error) } : undefined,
    };
  }

  #store(file: ReadStore): FileOutcome {
    const shown = this.#shown(file);
    const { path, anomalies, suppressedAnomalies } = toStoreReport(shown);
    return {
      ...this.#outcome('store', file, shown),
      store: { path, store: { anomalies, suppressedAnomalies } },
    };
  }

  #passedOver(file: PassedOver): FileOutcome {
    if (file.passedOver === NO_MESSAGE) return this.#outcome('no-message', file);
    const { path, passedOver } = this.#shown(file);
    const words = `${visible(path)}: skipped, since it is ${passedOver}\n`;
    return { ...this.#outcome('passed-over', file), stderr: words };
  }

  #outcome<T extends ReportEntry>(
    kind: FileOutcome['kind'],
    entry: T,
    shown = this.#shown(entry),
  ): FileOutcome {
    const printed = this.#rendering(shown, entry.path);
    return {
      path: shown.path,
      kind,
      isOfStore: false,
      output: printed,
      stderr: '',
      graveFindings: 0,
      unreached: [],
    };
  }

  /** What a piece of evidence is called that nobody handed over. */
  #sourceName(source: number): string | undefined {
    const place = this.evidence.placeOf(source);
    return place && reportedName(this.redaction.place(place));
  }

  #shown<T extends ReportEntry>(entry: T): Shown<T> {
    return this.redaction.entry(entry);
  }

  /** Whether the report is made of all files at its end. */
  get #isCollected(): boolean {
    const { format } = this.#args.output;
    return format === 'sarif' || format === 'junit';
  }

  get #isTabular(): boolean {
    return this.#args.output.format === 'parquet';
  }

  /** The diagnosis, if there was none with its advice before. */
  #firstOfItsKind(diagnosis: Diagnosis): Diagnosis | undefined {
    if (diagnosis.findings.length === 0 || this.#args.output.format !== 'pretty') return undefined;
    const key = adviceKey(diagnosis);
    if (this.#advised.has(key)) return undefined;
    this.#advised.add(key);
    return diagnosis;
  }
}
