import { readFile } from 'node:fs/promises';
import { decodeEvidence } from '../evidence/index';
import type { Evidence } from '../evidence/index';
import { diagnoseEvidence } from '../node';
import type { Rule } from '../node';
import type { CheckedEvidence } from '../report/index';
import { formatReadError } from './read-error';

/** The evidence that the command line names. */
export interface EvidenceArguments {
  readonly events: readonly string[];
  readonly ndr: readonly string[];
  readonly reply: readonly string[];
  readonly replied: readonly string[];
  readonly eventTimeZone: string | undefined;
}

type Option = 'events' | 'ndr' | 'reply';

/** Evidence that was read, and one line about each file that could not be. */
export interface ReadEvidence {
  readonly evidence: readonly Evidence[];
  /** The replies with their files: without an item they are judged by themselves. */
  readonly replies: readonly CheckedEvidence[];
  readonly errors: readonly string[];
}

const expected: Readonly<Record<Option, readonly Evidence['kind'][]>> = {
  events: ['event-log'],
  ndr: ['ndr'],
  reply: ['reply', 'saved-meeting'],
};

const names: Readonly<Record<Evidence['kind'], string>> = {
  'event-log': 'an event log: hand it over with --events',
  ndr: 'a non-delivery report: hand it over with --ndr',
  reply: "an attendee's reply: hand it over with --reply",
  'saved-meeting': 'a meeting saved as .ics: hand it over with --reply',
};

/** Reads the files of evidence. Replies are judged by those of the rules that can. What cannot be read, or is evidence of another kind, becomes an error. */
export async function readEvidence(args: EvidenceArguments, rules: readonly Rule[]): Promise<ReadEvidence> {
  const evidence: Evidence[] = [];
  const replies: CheckedEvidence[] = [];
  const errors: string[] = [];
  for (const option of ['events', 'ndr', 'reply'] as const) {
    for (const path of args[option]) {
      try {
        const read = await decodeEvidence(new Uint8Array(await readFile(path)));
        if (!expected[option].includes(read.kind)) {
          errors.push(`${path}: --${option} was given ${names[read.kind]}\n`);
          continue;
        }
        evidence.push(read);
        if (read.kind === 'reply')
          replies.push({ path, evidence: read, diagnosis: diagnoseEvidence(read, { rules }) });
      } catch (error) {
        const { code, message } = error as { code?: unknown; message: string };
        const isSound = code === 'unsupported';
        errors.push(isSound ? `${path}: ${message}\n` : formatReadError(path, error as Error));
      }
    }
  }
  return { evidence, replies, errors };
}
