import {
  formatAdvice,
  formatEvidenceFiles,
  formatEvidenceText,
  formatSetFindings,
  formatStores,
  formatSummary,
  formatText,
  labelOf,
  visible,
} from '../report/index';
import type { Beside, CheckedEvidence, CheckedFile, StoreFile } from '../report/index';
import { diagnose, diagnoseSet } from '../node';
import type { Diagnosis, DiagnoseOptions, ItemOfSet, Message, SetFinding } from '../node';
import type { Arguments } from './usage/arguments';
import { readEvidence } from './evidence-files';
import type { EvidenceFiles } from './evidence-files';
import { inputsOf } from './inputs/inputs';
import { formatEvidenceError, formatReadError } from './read-error';
import { NO_MESSAGE, readItems } from './read-items';
import type { Reading } from './read-items';
import { writerOf } from './report-writer';
import type { ReportWriter } from './report-writer';
import { severitiesOf } from './rule-settings';
import type { RuleSelection } from './rule-settings';
import { ruleSelectionOf } from './settings';
import { emphasiser } from './terminal';
import type { Terminal } from './terminal';
import { version } from './version';

/** What became of the files so far. The messages themselves are let go, file by file, unless a rule is about all. */
interface Tally {
  readonly verdicts: Diagnosis['verdict'][];
  /** One diagnosis of each kind of advice is enough to give it. */
  readonly advice: Map<string, Diagnosis>;
  readonly writer: ReportWriter | undefined;
  /** What rules about sets are applied to; undefined: there is none. */
  readonly items: ItemOfSet[] | undefined;
  /** The stores that were read to their end: they may be damaged outside the items. */
  readonly stores: StoreFile[];
  noun: 'file' | 'item';
  findings: number;
  unreadable: number;
  skipped: number;
}

/** `mapilint check`: the verdict on every file. Gives the exit code. */
export async function check(args: Arguments, terminal: Terminal): Promise<number> {
  const selection = await ruleSelectionOf(args);
  const { rules, setRules } = selection;
  const files = await readEvidence(args.evidence, args.read.strict ?? false);
  const severities = severitiesOf(selection.severities, rules);
  const { evidence, unreadable } = files;
  const judging = { ...args.evidence, evidence, rules, severities, now: new Date() };
  const tally: Tally = {
    verdicts: [],
    advice: new Map(),
    writer: writerOf(args, terminal, selection, version),
    items: setRules.length > 0 ? [] : undefined,
    stores: [],
    noun: 'file',
    findings: 0,
    unreadable: 0,
    skipped: 0,
  };
  for (const { path, error } of unreadable) terminal.err(formatEvidenceError(path, error));
  if (args.paths.length === 0 && args.listing === undefined)
    for (const reply of files.judgeReplies(rules)) reportReply(reply, args, terminal, tally);
  await checkAll(args, terminal, { files, judging, tally });
  const sets = judgeSet(tally, selection);
  tally.findings += sets.filter((finding) => isGrave(finding, args)).length;
  const beside = { sets, evidence: files.reported, stores: tally.stores };
  if (tally.writer === undefined) terminal.out(closing(tally, beside, terminal));
  else await tally.writer.end(tally.skipped, beside);
  return exitCode(args, terminal, tally, unreadable.length);
}

interface Work {
  readonly files: EvidenceFiles;
  readonly judging: DiagnoseOptions;
  readonly tally: Tally;
}

/** Reads, judges and reports whatever the command line is about, until it is stopped. */
async function checkAll(args: Arguments, terminal: Terminal, { files, judging, tally }: Work): Promise<void> {
  const { signal } = terminal;
  for await (const input of inputsOf(args, terminal.input)) {
    for await (const reading of readItems(input, args.read, args.store)) {
      const judged = judge(reading, judging);
      if (isChecked(judged)) files.note(labelOf(judged), judged.diagnosis);
      report(judged, args, terminal, tally);
      await terminal.drained?.();
      if (signal?.aborted) return;
    }
  }
}

function exitCode(args: Arguments, terminal: Terminal, tally: Tally, unreadable: number): number {
  if (terminal.signal?.aborted !== true && isNothing(tally, args)) {
    terminal.err(nothingFound(tally, args));
    return 2;
  }
  if (tally.unreadable + unreadable > 0) return 2;
  return tally.findings > 0 && !args.output.isExitZero ? 1 : 0;
}

/** Whether nothing of what was named is a message; a part of the files may well have none. */
function isNothing({ verdicts, unreadable, stores }: Tally, { shard, evidence }: Arguments): boolean {
  const isAsked = shard === undefined && evidence.reply.length === 0;
  return isAsked && verdicts.length === 0 && unreadable === 0 && stores.length === 0;
}

function nothingFound({ skipped }: Tally, { paths, listing }: Arguments): string {
  const where = [...paths, ...(listing === undefined ? [] : ['the list on standard input'])].join(', ');
  const seen = `${skipped} ${skipped === 1 ? 'file was' : 'files were'} looked at`;
  return (
    `${visible(where)}: no message – ${seen}, by content, for Outlook messages (.msg), stores (PST, OST), TNEF, mails ` +
    'with TNEF and exports of MFCMAPI\n'
  );
}

type Judged = CheckedFile | Exclude<Reading, { readonly message: Message }>;

function judge(reading: Reading, judging: DiagnoseOptions): Judged {
  if (!('message' in reading)) return reading;
  return { ...reading, diagnosis: diagnose(reading.message, judging) };
}

function isChecked(judged: Judged): judged is CheckedFile {
  return 'diagnosis' in judged;
}

function judgeSet({ items = [] }: Tally, { setRules, severities }: RuleSelection): SetFinding[] {
  return diagnoseSet(items, { rules: setRules, severities: severitiesOf(severities, setRules) });
}

function isGrave({ severity }: { readonly severity: string }, { failOn }: Arguments): boolean {
  return severity === 'error' || severity === failOn;
}

function report(file: Judged, args: Arguments, terminal: Terminal, tally: Tally): void {
  tally.writer?.add(file);
  if ('passedOver' in file) {
    if (file.passedOver === NO_MESSAGE) tally.skipped += 1;
    else terminal.err(`${visible(file.path)}: passed over, since it is ${file.passedOver}\n`);
    return;
  }
  if ('store' in file) {
    tally.stores.push(file);
    return;
  }
  if (file.item !== undefined) tally.noun = 'item';
  if ('error' in file) {
    tally.unreadable += 1;
    terminal.err(formatReadError(labelOf(file), file.error));
    return;
  }
  terminal.progress?.(`${file.path}: ${tally.verdicts.length + 1} read, ${tally.findings} findings`);
  reportChecked(file, args, terminal, tally);
}

function reportChecked(file: CheckedFile, args: Arguments, terminal: Terminal, tally: Tally): void {
  tally.items?.push({ message: file.message, name: labelOf(file) });
  const { verdict, findings, explanation } = file.diagnosis;
  tally.verdicts.push(verdict);
  tally.findings += findings.filter((finding) => isGrave(finding, args)).length;
  if (findings.length > 0) tally.advice.set(JSON.stringify(explanation), file.diagnosis);
  const isListed = verdict !== 'not-applicable' || findings.length > 0 || args.output.isAll;
  if (tally.writer !== undefined || !isListed) return;
  terminal.out(`${formatText(file, { width: terminal.columns, emphasise: emphasiser(terminal) })}\n`);
}

/** Reports a reply without an item; its findings count, a verdict it has none. */
function reportReply(reply: CheckedEvidence, args: Arguments, terminal: Terminal, tally: Tally): void {
  tally.verdicts.push(undefined);
  tally.findings += reply.diagnosis.findings.filter((finding) => isGrave(finding, args)).length;
  tally.writer?.add(reply);
  if (tally.writer !== undefined) return;
  const options = { width: terminal.columns, emphasise: emphasiser(terminal) };
  terminal.out(`${formatEvidenceText(reply, options)}\n`);
}

function closing(
  { verdicts, advice, skipped, unreadable, noun }: Tally,
  { sets = [], evidence = [], stores = [] }: Beside,
  { columns }: Terminal,
): string {
  const between = formatSetFindings(sets, { width: columns });
  const besides = formatEvidenceFiles(evidence, { width: columns });
  const words = formatAdvice([...advice.values()], { width: columns });
  const damage = formatStores(stores, { width: columns });
  const parts = [damage, besides, between, words].filter((part) => part !== '').map((part) => `${part}\n\n`);
  return `\n${parts.join('')}${formatSummary(verdicts, skipped, unreadable, noun)}\n`;
}
