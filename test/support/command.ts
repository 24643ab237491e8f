import { run } from '../../src/cli/run';

/** What a command line printed, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function mapilint(...argv: readonly string[]): Promise<CommandResult> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    isTerminal: false,
    columns: undefined,
  });
  return { code, out, err };
}
