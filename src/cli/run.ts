import { outputTo } from './output-file';
import type { Terminal } from './terminal';
import { parseArguments } from './usage/arguments';
import type { Arguments } from './usage/arguments';
import { UsageError } from './usage/usage-error';

type Run = (args: Arguments, terminal: Terminal) => number | Promise<number>;

/** What runs a command: each is loaded when it is asked for. */
const runners: Readonly<Record<Arguments['command'], () => Promise<Run>>> = {
  check: async () => (await import('./commands/check')).runCheck,
  table: async () => (await import('./commands/table')).table,
  props: async () => (await import('./commands/props')).props,
  compare: async () => (await import('./commands/compare')).compare,
  folders: async () => (await import('./commands/folders')).folders,
  items: async () => (await import('./commands/items')).items,
  view: async () => (await import('./commands/view')).view,
  repair: async () => (await import('./commands/repair')).repair,
  letter: async () => (await import('./commands/letter')).letter,
  rules: async () => (await import('./commands/rules')).rules,
  explain: async () => (await import('./commands/explain')).explain,
  completions: async () => printing((await import('./usage/completions')).completions),
  help: async () => printing((await import('./usage/help')).help),
  version: async () => printing(await versionLine()),
};

async function versionLine(): Promise<() => string> {
  const { version } = await import('./version');
  const line = `${await version()}\n`;
  return () => line;
}

function printing(text: (word: string) => string): Run {
  return ({ paths: [word = ''] }, terminal) => {
    terminal.out(text(word));
    return 0;
  };
}

/** Runs a command line and gives its exit code: 0 nothing found, 1 findings, 2 unreadable or wrong usage. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const args = parseArguments(argv);
    const runner = await runners[args.command]();
    return await withOutput(args, terminal, (target) => runner(args, target));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${error.message}\n`);
    return 2;
  }
}

/** Runs with the file that `--output` names in the place of standard output; a repaired copy is no text, and Parquet two files. */
async function withOutput(
  { command, output: { file, format, mode } }: Arguments,
  terminal: Terminal,
  runner: (terminal: Terminal) => number | Promise<number>,
): Promise<number> {
  if (file === undefined || command === 'repair' || format === 'parquet') return runner(terminal);
  const { signal } = terminal;
  const { out, close } = await outputTo(file, { isAppended: format === 'ndjson', mode, signal });
  let isWhole = false;
  try {
    const code = await runner({
      ...terminal,
      out,
      isTerminal: false,
      columns: undefined,
      drained: undefined,
    });
    isWhole = signal?.aborted !== true;
    return code;
  } finally {
    close(isWhole);
  }
}
