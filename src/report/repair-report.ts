import type { FileTime } from '../mapi/values/file-time';
import type { Repair, RepairedTime, RowTime } from '../repair/repair-message';
import type { Person, Verdict } from '../rules/rule';
import { plural } from '../rules/wording';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';
import { jsonText } from './json-text';

/** A file, and what tells whether it is still that. */
export interface HashedFile {
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly verdict: Verdict | undefined;
}

/** A repair, with the file that was repaired and its copy. */
export interface ReportedRepair extends Pick<Repair, 'changes' | 'left'> {
  readonly original: HashedFile;
  readonly copy: HashedFile;
}

/** What `mapilint repair --format json` prints. */
export function toRepairJson(repair: ReportedRepair): string {
  return `${jsonText({ ...repair, changes: repair.changes.map(withBytes) }, 2)}\n`;
}

function withBytes(change: RepairedTime): object {
  return { ...change, bytes: { before: hexOf(change.before), after: hexOf(change.after) } };
}

const UNTRIED =
  'The original is the evidence: keep it. Nobody has tested yet how Exchange 2003 treats such a copy; docs/repair.md says what is known.';

/** What was changed, as a diff of the bytes, and how to tell the two files apart. */
export function formatRepair(
  { original, copy, changes, left }: ReportedRepair,
  { width = DEFAULT_WIDTH }: LayoutOptions = {},
): string {
  const blocks = [
    `${visible(original.path)}: ${plural(changes.length, 'time')} repaired in ${visible(copy.path)}`,
    ...changes.map(changeLines),
    ...left.map((time) => leftLines(time, width)),
    [
      `verdict  ${original.verdict ?? 'none'} → ${copy.verdict ?? 'none'}`,
      `SHA-256  ${original.sha256}  ${visible(original.path)}`,
      `         ${copy.sha256}  ${visible(copy.path)}`,
    ].join('\n'),
    wrap('', UNTRIED, width),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function changeLines({ path, person, offset, before, after, by }: RepairedTime): string {
  const why = by === 'answer' ? 'the time of the answer' : 'no date';
  return [
    `  ${path} of ${nameOf(person)}, byte ${offset}`,
    `    - ${hexOf(before)}  ${before.toString()}`,
    `    + ${hexOf(after)}  ${after.toString()} (${why})`,
  ].join('\n');
}

function leftLines({ path, person, before }: RowTime, width: number): string {
  return wrap(
    '  ',
    `${path} of ${nameOf(person)} is ${before.toString()}, which cannot be converted either, and was left as it is`,
    width,
  );
}

function nameOf({ name, address }: Person): string {
  const words = [name, address === undefined ? undefined : `<${address}>`].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? 'an attendee without name and address' : visible(words.join(' '));
}

/** The eight bytes of a time as they lie in a file. */
function hexOf({ ticks }: FileTime): string {
  const digits = ticks.toString(16).toUpperCase().padStart(16, '0');
  return (digits.match(/../g) ?? []).reverse().join(' ');
}
