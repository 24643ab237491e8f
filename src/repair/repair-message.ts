import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aListOf, anObject } from '../arguments/kinds';
import { isBytes } from '../bytes/is-bytes';
import type { ReplyEvidence } from '../evidence/reply/reply';
import { FileTime, NO_DATE } from '../mapi/values/file-time';
import { decodeMessage } from '../reading/decode-message';
import { personOf } from '../rules/check-rows';
import type { Diagnosis } from '../rules/diagnose';
import type { Person } from '../rules/rule';
import { answerTimes } from './answer-time';
import { refuseAnother, refuseDoubtful } from './doubts';
import { proveRepair } from './proof';
import { repairedBytes } from './repaired-bytes';
import type { BadTime } from './zero-time';
import { otherBadTimes, zeroTimes } from './zero-time';

/** How to repair a message. */
export interface RepairOptions {
  /** The attendees' replies, from `decodeEvidence`: a row then gets the time of the answer. Default: none. */
  readonly replies?: readonly ReplyEvidence[] | undefined;
  /** Whether to repair an attendee's copy too, although Exchange does not send it. Default false. */
  readonly attendeeCopy?: boolean | undefined;
}

/** A cell of a recipient table that holds a time. */
export interface RowTime {
  /** The path, such as `embedded[0].recipients[1].trackStatusTime`. */
  readonly path: string;
  /** The person in the row. */
  readonly person: Person;
  /** The byte offset of its eight bytes in the file. */
  readonly offset: number | undefined;
  readonly before: FileTime;
}

/** A cell that was repaired. */
export interface RepairedTime extends RowTime {
  readonly offset: number;
  readonly after: FileTime;
  /** `answer`: the time of the attendee's reply; `no-date`: MAPI's 4501-01-01. */
  readonly by: 'answer' | 'no-date';
}

/** A repaired copy. */
export interface Repair {
  /** The bytes of the copy: a complete file, as long as the original. */
  readonly bytes: Uint8Array;
  /** The cells that were 0; empty if there were none, so that the copy is identical. */
  readonly changes: readonly RepairedTime[];
  /** Other times that are not a calendar date: they are listed, but not changed. */
  readonly left: readonly RowTime[];
}

const aDiagnosis: [string, (value: unknown) => boolean] = [
  'the result of diagnose for the message',
  (value) => Array.isArray((value as Partial<Diagnosis> | null)?.results),
];

const optionKinds: OptionKinds<RepairOptions> = {
  replies: aListOf('replies from decodeEvidence', anObject),
  attendeeCopy: aFlag,
};

/**
 * Makes a copy of a .msg or TNEF file in which no row of the meeting or of its exceptions has the time 0. It changes
 * only eight bytes in each such row and, in TNEF, the checksums. The original is the evidence: keep it. Throws an
 * `UnsupportedError` (`repair`) if the file is not a meeting, the diagnosis is of another message, the recipient table
 * is damaged, the file is an attendee's copy and `attendeeCopy` is not set, or a row cannot be found in the file.
 * Throws as `decodeMessage` does if the file cannot be read. Nobody has verified how Exchange 2003 treats the copy.
 */
export function repairMessage(bytes: Uint8Array, diagnosis: Diagnosis, options: RepairOptions = {}): Repair {
  checkArgument('repairMessage', 'The file', bytes, ['a Uint8Array', isBytes]);
  checkArgument('repairMessage', 'The diagnosis', diagnosis, aDiagnosis);
  checkOptions('repairMessage', options, optionKinds);
  const item = decodeMessage(bytes);
  refuseDoubtful(item, options.attendeeCopy === true);
  const zeros = zeroTimes(item);
  refuseAnother(zeros, diagnosis);
  const answers = answerTimes(options.replies ?? [], item);
  const replacements = zeros.map((bad) => {
    const answer = answers.get(bad.row);
    return {
      ...bad,
      after: answer ?? new FileTime(NO_DATE),
      by: answer === undefined ? 'no-date' : 'answer',
    } as const;
  });
  const copy = repairedBytes(bytes, replacements);
  proveRepair(item, decodeMessage(copy), replacements);
  return {
    bytes: copy,
    changes: replacements.map(({ after, by, ...bad }) => ({
      ...rowTime(bad),
      offset: bad.origin.offset as number, // else it was refused
      after,
      by,
    })),
    left: otherBadTimes(item).map(rowTime),
  };
}

function rowTime({ path, row, origin, time }: BadTime): RowTime {
  return { path, person: personOf(row), offset: origin.offset, before: time };
}
