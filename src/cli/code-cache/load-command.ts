import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type * as Command from '../command';
import { readCachedCode, writeCachedCode } from './cached-code';
import { codeCacheFolder } from './cache-folder';

/** The file of the whole command, a function as text; its name, which the build makes, has the hash of what is in it. */
declare const COMMAND_FILE: string;

type Module = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  url: string,
  importModule: (href: string) => Promise<unknown>,
) => void;

/** Who reads or writes cached code. */
export interface CodeCacheUse {
  /** The command's first word: each command has its own code, that of the functions that it calls. */
  readonly command: string;
  /** Whether what this run has compiled is kept, which is asked at its end. */
  readonly isKept: () => boolean;
}

/** Runs the file of the whole command, compiled before if it was kept, and gives what it exports. */
export async function loadCommand(use: CodeCacheUse | undefined): Promise<typeof Command> {
  if (typeof COMMAND_FILE === 'undefined') return import('../command'); // from its source: nothing is built
  const url = new URL(COMMAND_FILE, import.meta.url);
  const filename = fileURLToPath(url);
  const folder = use && codeCacheFolder(process.env, process.platform);
  const name = `${basename(COMMAND_FILE)}-${process.versions.v8}-${process.arch}-${use?.command}`;
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: folder === undefined ? undefined : readCachedCode(folder, name),
  });
  const module = { exports: {} };
  const importModule = (href: string): Promise<unknown> => import(href);
  (script.runInThisContext() as Module)(module.exports, createRequire(url), module, url.href, importModule);
  if (use !== undefined && folder !== undefined && script.cachedDataRejected !== false)
    process.once('exit', () => {
      if (use.isKept()) writeCachedCode(folder, name, script.createCachedData());
    });
  return module.exports as typeof Command;
}
