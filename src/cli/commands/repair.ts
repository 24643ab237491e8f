import { readFile } from 'node:fs/promises';
import { decodeMessage, diagnose, readMessage } from '../../index';
import type { Diagnosis } from '../../index';
import type { ReplyEvidence } from '../../evidence/index';
import { fromFile } from '../../node';
import { repairMessage } from '../../repair/index';
import type { Repair } from '../../repair/index';
import { formatRepair, toRepairJson, visible } from '../../report/command';
import type { HashedFile } from '../../report/command';
import { crypto } from '../builtin-modules';
import { readEvidence } from '../evidence-files';
import { systemPath } from '../inputs/file-name';
import { newFileAt, writeNewFile } from '../output/new-file';
import { writing } from '../output/write-error';
import { formatEvidenceError, formatReadError } from '../read-error';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { UsageError } from '../usage/usage-error';

const WAY_OUT =
  'it is a store, and only single messages are repaired – save the item from Outlook as .msg (mapilint items lists ' +
  'the items), repair that, open the copy in Outlook and move it into the calendar in the place of the old item';

/** A file, and what is wrong with it. */
interface Judged {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly diagnosis: Diagnosis;
}

/** `mapilint repair FILE -o COPY`: a corrected copy of a message. Gives 1 where there was nothing to repair. */
export async function repair(args: Arguments, terminal: Terminal): Promise<number> {
  const [path = ''] = args.paths;
  const { file, mode } = args.output;
  if (file === undefined)
    throw new UsageError('mapilint repair needs a name for the copy: mapilint repair FILE -o COPY');
  const place = writing('--output', file, () => newFileAt(file)); // before anything is read
  const replies = await repliesOf(args, terminal);
  if (replies === undefined) return 2;
  const read = await repaired(path, replies, args, terminal);
  if (read === undefined) return 2;
  const { original, made } = read;
  if (made.changes.length === 0) {
    terminal.out(
      `${visible(path)}: nothing was repaired or written, since no time in its recipient tables is 0\n`,
    );
    return 1;
  }
  writing('--output', file, () => {
    writeNewFile(place, made.bytes, mode);
  });
  const copy = hashed(judged(file, made.bytes));
  const report = { original: hashed(original), copy, changes: made.changes, left: made.left };
  const layout = { width: terminal.columns };
  terminal.out(args.output.format === 'json' ? toRepairJson(report) : formatRepair(report, layout));
  return 0;
}

/** The replies that are named; undefined: one of them cannot be read, which has been said. */
async function repliesOf(args: Arguments, terminal: Terminal): Promise<ReplyEvidence[] | undefined> {
  const { unreadable, handedOver } = await readEvidence({ ...args, paths: [] });
  for (const { path, error } of unreadable) terminal.err(formatEvidenceError(path, error));
  if (unreadable.length > 0) return undefined;
  return handedOver.filter((evidence) => evidence.kind === 'reply');
}

/** Undefined: it cannot be read or repaired, which has been said. */
async function repaired(
  path: string,
  replies: readonly ReplyEvidence[],
  { attendeeCopy }: Arguments,
  terminal: Terminal,
): Promise<{ readonly original: Judged; readonly made: Repair } | undefined> {
  try {
    const name = systemPath(path);
    await readMessage(fromFile(name, path)); // what is a store may be too large to hold
    const original = judged(path, new Uint8Array(await readFile(name)));
    return { original, made: repairMessage(original.bytes, original.diagnosis, { replies, attendeeCopy }) };
  } catch (error) {
    terminal.err(refusal(path, error as Error));
    return undefined;
  }
}

function refusal(path: string, error: Error): string {
  const { feature } = error as { readonly feature?: string };
  if (feature === 'pst') return `${visible(path)}: ${WAY_OUT}\n`;
  return feature === 'repair'
    ? `${visible(path)}: ${visible(error.message.replace('(attendeeCopy)', 'with --attendee-copy'))}\n`
    : formatReadError(path, error);
}

function judged(path: string, bytes: Uint8Array): Judged {
  return { path, bytes, diagnosis: diagnose(decodeMessage(bytes)) };
}

function hashed({ path, bytes, diagnosis }: Judged): HashedFile {
  const sha256 = crypto().createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, verdict: diagnosis.verdict };
}
