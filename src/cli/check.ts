import { formatAdvice, formatEvidenceText, formatSummary, formatText } from '../report/index';
import type { CheckedEvidence, CheckedFile, UnreadableFile } from '../report/index';
import type { Diagnosis } from '../node';
import type { Arguments } from './arguments';
import { readEvidence } from './evidence-files';
import { inputsOf } from './inputs';
import { JsonWriter } from './json-writer';
import { examine } from './examine';
import { formatReadError } from './read-error';
import { emphasiser } from './terminal';
import type { Terminal } from './terminal';

/** What became of the files so far. The messages themselves are let go, file by file. */
interface Tally {
  readonly verdicts: Diagnosis['verdict'][];
  /** One diagnosis of each kind of advice is enough to give it. */
  readonly advice: Map<string, Diagnosis>;
  readonly json: JsonWriter | undefined;
  findings: number;
  unreadable: number;
  skipped: number;
}

/** `mapilint check`: the verdict on every file. Gives the exit code. */
export async function check(args: Arguments, terminal: Terminal): Promise<number> {
  const json = args.format === 'json' ? new JsonWriter(terminal) : undefined;
  const tally: Tally = { verdicts: [], advice: new Map(), json, findings: 0, unreadable: 0, skipped: 0 };
  const { evidence, replies, errors } = await readEvidence(args.evidence);
  for (const error of errors) terminal.err(error);
  tally.unreadable += errors.length;
  if (args.paths.length === 0) for (const reply of replies) reportReply(reply, terminal, tally);
  const beside = { ...args.evidence, evidence };
  for await (const input of inputsOf(args.paths))
    report(await examine(input, args.read, beside), args, terminal, tally);
  if (json === undefined) terminal.out(closing(tally, terminal));
  else json.end(tally.skipped);
  if (tally.unreadable > 0) return 2;
  return tally.findings > 0 ? 1 : 0;
}

function report(
  file: CheckedFile | UnreadableFile | undefined,
  args: Arguments,
  terminal: Terminal,
  tally: Tally,
): void {
  if (file === undefined) {
    tally.skipped += 1;
    return;
  }
  tally.json?.add(file);
  if ('error' in file) {
    tally.unreadable += 1;
    terminal.err(formatReadError(file.path, file.error));
    return;
  }
  const { verdict, findings, explanation } = file.diagnosis;
  tally.verdicts.push(verdict);
  tally.findings += findings.filter(
    ({ severity }) => severity === 'error' || severity === args.failOn,
  ).length;
  if (findings.length > 0) tally.advice.set(JSON.stringify(explanation), file.diagnosis);
  const isListed = verdict !== 'not-applicable' || findings.length > 0 || args.all;
  if (tally.json !== undefined || !isListed) return;
  terminal.out(`${formatText(file, { width: terminal.columns, emphasise: emphasiser(terminal) })}\n`);
}

/** Reports a reply without an item; its findings count, a verdict it has none. */
function reportReply(reply: CheckedEvidence, terminal: Terminal, tally: Tally): void {
  tally.verdicts.push(undefined);
  tally.findings += reply.diagnosis.findings.filter(({ severity }) => severity !== 'info').length;
  tally.json?.add(reply);
  if (tally.json !== undefined) return;
  const options = { width: terminal.columns, emphasise: emphasiser(terminal) };
  terminal.out(`${formatEvidenceText(reply, options)}\n`);
}

function closing({ verdicts, advice, skipped, unreadable }: Tally, { columns }: Terminal): string {
  const words = formatAdvice([...advice.values()], { width: columns });
  return `\n${words === '' ? '' : `${words}\n\n`}${formatSummary(verdicts, skipped, unreadable)}\n`;
}
