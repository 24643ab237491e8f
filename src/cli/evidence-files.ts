import { readFile } from 'node:fs/promises';
import { decodeEvidence, UnsupportedError } from '../evidence/index';
import type { Evidence } from '../evidence/index';
import { diagnoseEvidence } from '../node';
import type { Diagnosis, Rule } from '../node';
import { fitOf } from '../report/index';
import type { CheckedEvidence, EvidenceFile, UnreadableFile } from '../report/index';
import type { EvidenceArguments } from './usage/evidence-arguments';

type Option = 'events' | 'ndr' | 'reply';

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

interface ReadFile {
  readonly path: string;
  readonly evidence: Evidence;
}

/** The files of evidence that were read, those that were not, and the items that the former turn out to fit. */
export class EvidenceFiles {
  readonly unreadable: readonly UnreadableFile[];
  readonly #read: readonly ReadFile[];
  readonly #fits: NonNullable<ReturnType<typeof fitOf>>[][];

  constructor(read: readonly ReadFile[], unreadable: readonly UnreadableFile[]) {
    this.#read = read;
    this.unreadable = unreadable;
    this.#fits = read.map(() => []);
  }

  get evidence(): readonly Evidence[] {
    return this.#read.map(({ evidence }) => evidence);
  }

  /** The replies, each judged by itself by those of the rules that can: what there is to say without an item. */
  judgeReplies(rules: readonly Rule[]): CheckedEvidence[] {
    return this.#read.flatMap(({ path, evidence }) =>
      evidence.kind === 'reply' ? [{ path, evidence, diagnosis: diagnoseEvidence(evidence, { rules }) }] : [],
    );
  }

  /** Notes which of the files fit an item. */
  note(path: string, diagnosis: Diagnosis): void {
    this.#fits.forEach((fits, source) => {
      const fit = fitOf(path, diagnosis, source);
      if (fit !== undefined) fits.push(fit);
    });
  }

  /** What a report says of the files. */
  get reported(): readonly EvidenceFile[] {
    const read = this.#read.map(({ path, evidence }, source) => ({
      path,
      evidence,
      fits: this.#fits[source] ?? [],
    }));
    return [...read, ...this.unreadable];
  }
}

/** Reads the files of evidence. What cannot be read, or is evidence of another kind, becomes an error of that file. */
export async function readEvidence(args: EvidenceArguments, strict: boolean): Promise<EvidenceFiles> {
  const read: ReadFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const option of ['events', 'ndr', 'reply'] as const) {
    for (const path of args[option]) {
      try {
        read.push({ path, evidence: await readAs(option, path, strict) });
      } catch (error) {
        unreadable.push({ path, error: error as Error });
      }
    }
  }
  return new EvidenceFiles(read, unreadable);
}

async function readAs(option: Option, path: string, strict: boolean): Promise<Evidence> {
  const evidence = await decodeEvidence(new Uint8Array(await readFile(path)), { strict });
  if (expected[option].includes(evidence.kind)) return evidence;
  throw new UnsupportedError('evidence-kind', `--${option} was given ${names[evidence.kind]}`);
}
