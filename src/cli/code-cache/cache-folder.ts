import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** What says where a user's caches are. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The permissions of others, which the folder must not give. */
const OF_OTHERS = 0o077;

/**
 * The folder in which this user's compiled code is kept, made if it is not there. Cached code is trusted code: undefined
 * where the folder, or what it would be made in, is another's, a link, or open to others.
 */
export function codeCacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  const caches = userCaches(env, platform);
  if (caches === undefined || !isAbsolute(caches)) return undefined;
  const folder = join(caches, 'mapilint', 'code');
  try {
    if (!isOwn(nearestExisting(folder))) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode } = lstatSync(folder);
    const isPrivate = platform === 'win32' || (mode & OF_OTHERS) === 0;
    return isPrivate && isOwn(folder) ? folder : undefined;
  } catch {
    return undefined; // a home that cannot be written to, or none
  }
}

function userCaches(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA'];
  if (env['XDG_CACHE_HOME'] !== undefined && env['XDG_CACHE_HOME'] !== '') return env['XDG_CACHE_HOME'];
  const home = env['HOME'];
  if (home === undefined || home === '') return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** Whoever runs as another (sudo) must leave nothing in a home that is not theirs. */
function nearestExisting(path: string): string {
  let at = path;
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined && at !== dirname(at)) at = dirname(at);
  return at;
}

function isOwn(path: string): boolean {
  const stats = lstatSync(path);
  return stats.isDirectory() && stats.uid === (process.getuid?.() ?? stats.uid);
}
