import { commands } from '../usage/commands';
import type { Environment } from './cache-folder';
import type { CodeCacheUse } from './load-command';

/** Turns the cache off, as `MAPILINT_NO_CODE_CACHE` does. */
const OFF = '--no-code-cache';
/** The highest exit code of a run that went well. */
const FINDINGS = 1;

/** How a command line uses cached code; undefined: not at all. */
export function codeCacheUseOf(argv: readonly string[], env: Environment): CodeCacheUse | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  if (options.includes(OFF) || (env['MAPILINT_NO_CODE_CACHE'] ?? '') !== '') return undefined;
  const [word = ''] = argv;
  const command = commands.find((name) => name === word) ?? 'check'; // which a path alone stands for
  const isWhole = !word.startsWith('-'); // `--version` calls too little for the next one to gain
  return { command, isKept: () => isWhole && Number(process.exitCode ?? 0) <= FINDINGS };
}
