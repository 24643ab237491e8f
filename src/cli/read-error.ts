import type { Feature } from '../index';
import { visible } from '../report/command';
import { shortageOf } from './shortage';

/** Codes of files that are sound but hold no message: in a folder they are passed over. */
const notAMessage = new Set<unknown>(['message-unrecognized', 'unsupported']);

/** Whether a file is none of our business, rather than a damaged message. */
export function isNoMessage(error: unknown, path: string): boolean {
  const { code, storage } = error as { code?: unknown; storage?: unknown };
  if (code === 'file-empty') return !/\.(?:msg|oft|pst|ost|eml|emlx|tnef)$/i.test(path);
  return notAMessage.has(code) || (code === 'msg-property-stream-missing' && storage === '/');
}

/** What a file in a folder is called that was not looked into and may hold messages; undefined: it is none of them. */
export function unopened(error: unknown, path: string): string | undefined {
  const isArchive = (error as { feature?: Feature }).feature === 'archive';
  if (!isArchive || !/\.(?:zip|olm)$/i.test(path)) return undefined;
  return /\.olm$/i.test(path)
    ? 'an archive of Outlook for Mac: export its items from there'
    : 'a ZIP archive: unpack it and check what is in it';
}

const advice: Readonly<Record<string, string>> = {
  ENOENT: 'check the path',
  EACCES: 'ask for permission to read it',
  ENOTDIR: 'check the path',
  EISDIR: 'name a file in it',
  EINVAL: 'copy it to a file first',
  'pst-version': 'name a PST or OST store; if this is one, copy it again from its source',
  'no-such-item': 'mapilint items --folder all lists every item',
  'file-empty': 'copy it again from its source',
  'message-unrecognized':
    'check that it is an Outlook message, or a store (a PST or OST begins with 21 42 44 4E); save an item from Outlook as .msg',
  'msg-property-stream-missing': 'this may be another kind of document; save the item from Outlook as .msg',
  'evidence-unrecognized': 'docs/evidence.md shows how to save it',
};

/** The same by what a sound file would need. */
const adviceOnFeature: Partial<Record<Feature, string>> = {
  archive: 'unpack it and check the folder; Outlook for Mac can also export the items of an .olm one by one',
  'eml-without-tnef': 'a reply belongs to --reply; docs/formats.md lists what mapilint reads',
};

const systemMessages: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENOTDIR: 'there is no such file or folder',
  EISDIR: 'it is a folder',
};

/** The same about a file of evidence: what is sound but not of use says itself what would be. */
export function formatEvidenceError(path: string, error: Error): string {
  const isSound = (error as { code?: unknown }).code === 'unsupported';
  return isSound ? `${visible(path)}: ${visible(error.message)}\n` : formatReadError(path, error);
}

/** What errors of reading may say beside their message. */
interface ReadError {
  readonly code?: string;
  readonly offset?: number;
  readonly storage?: string;
  readonly part?: string;
  readonly feature?: Feature;
}

/** One line about a file that could not be read: what is wrong – where – what to do. */
export function formatReadError(path: string, error: Error): string {
  const { code = '', offset, storage, part } = error as ReadError;
  const shortage = shortageOf(error);
  const what = shortage?.what ?? systemMessages[code] ?? error.message;
  const place = offset === undefined ? storage : `byte ${offset}${part === undefined ? '' : ` of ${part}`}`;
  const where = place === undefined || place === '/' ? '' : ` – at ${visible(place)}`;
  const todo = shortage?.todo ?? todoOf(path, error);
  return `${visible(path)}: ${visible(what)}${where} – ${todo}\n`;
}

/** What people of other shells and systems write for a path that is not there. */
function adviceOnPath(code: string, path: string): string | undefined {
  if (code !== 'ENOENT') return undefined;
  if (/[*?]/.test(path))
    return 'your shell has not expanded the pattern: name the folder instead, and mapilint searches it';
  const isOfWindows = process.platform !== 'win32' && path.includes('\\');
  return isOfWindows ? 'this system separates folders by / and not by a backslash' : undefined;
}

/** What to do about an error of a path. */
function todoOf(path: string, error: Error): string {
  const { code = '', feature } = error as ReadError;
  return adviceOnPath(code, path) ?? advice[code] ?? adviceBy(code, error, feature);
}

/** What to do about an error whose code has no advice of its own. */
function adviceBy(code: string, error: Error, feature: Feature | undefined): string {
  if (code === 'unsupported')
    return (feature && adviceOnFeature[feature]) ?? 'docs/formats.md lists what mapilint reads';
  if (code.includes('-')) return 'the file is damaged: save the item again from Outlook';
  return error instanceof TypeError ? 'mapilint folders shows the paths of folders' : 'try again';
}
