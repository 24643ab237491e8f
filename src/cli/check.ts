import { diagnose, fromFile, readMessage } from '../node';
import type { Diagnosis } from '../node';
import { formatAdvice, formatJson, formatSummary, formatText } from '../report/index';
import type { CheckedFile, UnreadableFile } from '../report/index';
import type { Arguments } from './arguments';
import { inputsOf } from './inputs';
import type { BadInput, Input } from './inputs';
import { formatReadError, isNoMessage } from './read-error';
import { emphasiser } from './terminal';
import type { Terminal } from './terminal';

/** What became of the files so far. */
interface Tally {
  readonly diagnoses: Diagnosis[];
  /** Kept for JSON only, which is one document. */
  readonly files: (CheckedFile | UnreadableFile)[];
  findings: number;
  unreadable: number;
  skipped: number;
}

/** `mapilint check`: the verdict on every file. Gives the exit code. */
export async function check(args: Arguments, terminal: Terminal): Promise<number> {
  const tally: Tally = { diagnoses: [], files: [], findings: 0, unreadable: 0, skipped: 0 };
  for await (const input of inputsOf(args.paths)) report(await examine(input, args), args, terminal, tally);
  if (args.format === 'json') terminal.out(`${formatJson(tally.files, tally.skipped)}\n`);
  else terminal.out(closing(tally, terminal));
  if (tally.unreadable > 0) return 2;
  return tally.findings > 0 ? 1 : 0;
}

function closing({ diagnoses, skipped, unreadable }: Tally, { columns }: Terminal): string {
  const advice = formatAdvice(diagnoses, { width: columns });
  const verdicts = diagnoses.map(({ verdict }) => verdict);
  return `\n${advice === '' ? '' : `${advice}\n\n`}${formatSummary(verdicts, skipped, unreadable)}\n`;
}

async function examine(
  input: Input | BadInput,
  args: Arguments,
): Promise<CheckedFile | UnreadableFile | undefined> {
  const { path } = input;
  if ('error' in input) return input;
  try {
    const message = await readMessage(fromFile(path), args.read);
    return { path, message, diagnosis: diagnose(message) };
  } catch (error) {
    return isNoMessage(error) && !input.isNamed ? undefined : { path, error: error as Error };
  }
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
  if (args.format === 'json') tally.files.push(file);
  if ('error' in file) {
    tally.unreadable += 1;
    terminal.err(formatReadError(file.path, file.error));
    return;
  }
  const { verdict, findings } = file.diagnosis;
  tally.diagnoses.push(file.diagnosis);
  tally.findings += findings.filter(
    ({ severity }) => severity === 'error' || severity === args.failOn,
  ).length;
  if (args.format === 'json' || (verdict === 'not-applicable' && findings.length === 0 && !args.all)) return;
  terminal.out(`${formatText(file, { width: terminal.columns, emphasise: emphasiser(terminal) })}\n`);
}
