import { diagnoseSet } from '../../index';
import type { SetFinding } from '../../index';
import { formatStopped, visible } from '../../report/command';
import type { FoundConfiguration, StoppedRun } from '../../report/command';
import { countsAgainst, readBaseline } from '../baseline';
import type { Baseline } from '../baseline';
import { countInputs } from '../checking/count-inputs';
import { ReportDocument } from '../checking/document';
import { isGrave } from '../checking/comparison';
import { FileChecker } from '../checking/file-checker';
import type { CheckSettings } from '../checking/check-settings';
import type { FileOutcome } from '../checking/file-outcome';
import { outcomesOf, without } from '../checking/file-outcomes';
import { progressText } from '../checking/progress-text';
import { resumed } from '../checking/resume';
import { stoppedRun } from '../checking/stopped-run';
import type { Redaction } from '../checking/redaction';
import { Tally } from '../checking/tally';
import { readConfig, unrunNote } from '../configuration/read-config';
import type { ReadConfig } from '../configuration/read-config';
import { inputsOf } from '../inputs/inputs';
import { formatEvidenceError } from '../read-error';
import { entriesOfRules } from '../rule-choices';
import { foundConfiguration } from '../settings';
import { isColoured } from '../terminal';
import type { Terminal } from '../terminal';
import type { ParquetFiles } from '../parquet/parquet-files';
import type { Arguments } from '../usage/arguments';

/** `mapilint check`: the verdict on every file. Gives the exit code. */
export async function runCheck(given: Arguments, terminal: Terminal): Promise<number> {
  if (given.output.format !== 'parquet') return checkInto(given, terminal);
  const { ParquetFiles: files } = await import('../parquet/parquet-files');
  const opened = await files.open(given.output);
  try {
    return await checkInto(given, terminal, opened);
  } finally {
    opened.close();
  }
}

async function checkInto(given: Arguments, terminal: Terminal, files?: ParquetFiles): Promise<number> {
  terminal.err(unrunNote(given));
  const read = await readConfig(given);
  const { config } = read;
  const args = { ...given, ignored: { base: config.base, globs: config.ignores } };
  const { columns } = terminal;
  const baseline = await baselineOf(args);
  const settings = { args, config, now: new Date(), baseline, columns, isColoured: isColoured(terminal) };
  const checker = await FileChecker.of(settings, read.loaded);
  sayUnreadable(checker, terminal);
  const tally = new Tally();
  const done = new Set<string>();
  if (args.output.isResumed && args.output.file !== undefined)
    for (const outcome of await resumed(args.output.file, args, checker.comparison, done)) tally.add(outcome);
  const document = new ReportDocument(args, terminal, checker.choices, files);
  if (args.paths.length === 0 && args.listing === undefined)
    for (const outcome of checker.replies()) take(outcome, tally, document);
  const show = progressOf(args, terminal, tally);
  for await (const outcome of allOutcomes(checker, settings, terminal, done)) {
    take(outcome, tally, document);
    if (outcome.stderr !== '' && !isSilenced(outcome, args)) terminal.err(outcome.stderr);
    show(outcome);
    await terminal.drained?.();
  }
  const sets = judgeSet(checker, tally);
  tally.findings += sets.filter((finding) => isGrave(finding, args)).length;
  const { stores, unreached } = tally;
  const stopped = await sayStopped(args, terminal, tally);
  const configuration = shownConfiguration(args, read, checker);
  const compared = baseline && checker.redaction.place(countsAgainst(baseline, tally));
  const extras = { sets, evidence: checker.reportedEvidence, stores, unreached, configuration, stopped };
  await document.end(tally, { ...extras, baseline: compared });
  return exitCode(checker, args, terminal, tally);
}

/** What stopped a run is said at once, for whoever looks at no report. */
async function sayStopped(
  args: Arguments,
  terminal: Terminal,
  tally: Tally,
): Promise<StoppedRun | undefined> {
  const stopped = await stoppedRun(args, terminal, tally);
  if (stopped !== undefined) terminal.err(`${formatStopped(stopped)}\n`);
  return stopped;
}

function baselineOf({ baseline, output }: Arguments): Promise<Baseline> | undefined {
  return baseline === undefined ? undefined : readBaseline(baseline, output.redaction !== undefined);
}

/** Evidence that cannot be read is said before anything is judged. */
function sayUnreadable({ evidence, redaction }: FileChecker, terminal: Terminal): void {
  for (const file of evidence.unreadable) {
    const { path, error } = redaction.entry(file);
    terminal.err(formatEvidenceError(path, error));
  }
}

function shownConfiguration(
  args: Arguments,
  { config, known }: ReadConfig,
  { redaction }: FileChecker,
): FoundConfiguration | undefined {
  const found = foundConfiguration(args, config, known);
  return found && redaction.configuration(found);
}

function allOutcomes(
  checker: FileChecker,
  settings: CheckSettings,
  terminal: Terminal,
  done: ReadonlySet<string>,
): AsyncGenerator<FileOutcome, void> {
  const inputs = inputsOf(settings.args, terminal.input);
  return outcomesOf(done.size === 0 ? inputs : without(inputs, done), checker, settings, terminal);
}

function take(outcome: FileOutcome, tally: Tally, document: ReportDocument): void {
  tally.add(outcome);
  document.add(outcome);
}

function isSilenced({ kind }: FileOutcome, { output }: Arguments): boolean {
  return kind === 'passed-over' && output.isQuiet;
}

/** Shows how far the run is, where somebody watches. The files are counted meanwhile. */
function progressOf(args: Arguments, terminal: Terminal, tally: Tally): (outcome: FileOutcome) => void {
  const { progress } = terminal;
  if (progress === undefined || args.output.isQuiet) return () => undefined;
  const start = performance.now();
  let total: number | undefined;
  void countInputs(args).then((count) => (total = count));
  return ({ path }) => {
    const seconds = (performance.now() - start) / 1000;
    const isOfFiles = !tally.isOfItems;
    progress(
      progressText({
        seen: tally.seen,
        total: isOfFiles ? total : undefined,
        findings: tally.findings,
        seconds,
        path,
      }),
    );
  };
}

function judgeSet({ items = [], choices, comparison, redaction }: FileChecker, tally: Tally): SetFinding[] {
  const { setRules, severities } = choices.base;
  const findings = diagnoseSet(items, { rules: setRules, severities: entriesOfRules(severities, setRules) });
  const marked = findings.map((finding) => comparison.finding(finding));
  tally.addStanding(comparison.standingOf(marked));
  return marked.map((finding) => redaction.setFinding(finding));
}

function exitCode(
  { evidence: { unreadable }, redaction }: FileChecker,
  args: Arguments,
  terminal: Terminal,
  tally: Tally,
): number {
  if (terminal.signal?.aborted !== true && hasReadNothing(tally, args)) {
    terminal.err(nothingFound(tally, args, redaction));
    return 2;
  }
  if (tally.unreadable + unreadable.length > 0) return 2;
  return tally.findings > 0 && !args.output.isExitZero ? 1 : 0;
}

/** Whether nothing of what was named is a message; a part of the files may well have none. */
function hasReadNothing(
  { judged, unreadable, leftOut, stores }: Tally,
  { shard, evidence }: Arguments,
): boolean {
  const isAsked = shard === undefined && evidence.reply.length === 0;
  return isAsked && judged + unreadable + leftOut + stores.length === 0;
}

function nothingFound({ skipped }: Tally, { paths, listing }: Arguments, redaction: Redaction): string {
  const where = [
    ...paths.map((path) => redaction.path(path)),
    ...(listing === undefined ? [] : ['the list on standard input']),
  ].join(', ');
  if (skipped === 0) return `${visible(where)}: nothing to check – it has no files\n`;
  const seen = `${skipped} ${skipped === 1 ? 'file was' : 'files were'} searched by content`;
  return (
    `${visible(where)}: no message found – ${seen}. mapilint reads Outlook messages (.msg), stores (PST, OST), TNEF, ` +
    'email files with TNEF (.eml) and MFCMAPI exports: name a folder that contains one\n'
  );
}
