import { Readable } from 'node:stream';
import { run } from '../../src/cli/run';

/** What a command line printed, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export function mapilint(...argv: readonly string[]): Promise<CommandResult> {
  return mapilintReading('', ...argv);
}

/** The same with bytes on standard input, one a character. */
export async function mapilintReading(stdin: string, ...argv: readonly string[]): Promise<CommandResult> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: Readable.from(stdin === '' ? [] : [Buffer.from(stdin, 'latin1')]),
    isTerminal: false,
    columns: undefined,
  });
  return { code, out, err };
}
