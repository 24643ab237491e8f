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

/** What a repair may know and do. */
export interface RepairOptions {
  /** The attendees' replies, of `decodeEvidence`: a row then gets the time of the answer. Default: none. */
  readonly replies?: readonly ReplyEvidence[] | undefined;
  /** Whether an attendee's copy is repaired, too, which Exchange does not send. Default false. */
  readonly attendeeCopy?: boolean | undefined;
}

/** A cell of a recipient table. */
export interface RowTime {
  /** Such as `embedded[0].recipients[1].trackStatusTime`. */
  readonly path: string;
  /** Whose row it is. */
  readonly person: Person;
  /** Where its eight bytes lie in the file. */
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
  /** The copy: a file of its own, as long as the original. */
  readonly bytes: Uint8Array;
  /** The cells that were 0; empty: there was none, and the copy is equal. */
  readonly changes: readonly RepairedTime[];
  /** Other times that no calendar holds: they are named, and stay. */
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
 * Gives a copy of a .msg or TNEF file in which no row of the meeting or of its exceptions has the time 0: eight bytes a row,
 * in TNEF the checksums with them, and nothing else. The original is the evidence: keep it. Throws an `UnsupportedError`
 * (`repair`) where the table is damaged, an attendee's copy is not meant, or a row cannot be found in the file; what cannot
 * be read fails as in `decodeMessage`. How an Exchange 2003 takes the copy nobody here could try.
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
