import { readFile } from 'node:fs/promises';
import { decodeEvidence, MailboxEvidence } from '../evidence/index';
import { UnsupportedError } from '../index';
import type { Evidence } from '../evidence/index';
import { diagnoseEvidence } from '../index';
import type { DiagnoseOptions, Diagnosis, Message } from '../index';
import { fitOf, reportedName } from '../report/command';
import type {
  CheckedEvidence,
  EvidenceFile,
  FittedItem,
  Reported,
  StorePlace,
  UnreadableFile,
} from '../report/command';
import { evidenceInFiles } from './mailbox-evidence';
import type { FoundEvidence, FoundInMailbox } from './mailbox-evidence';
import { readTracking } from './tracking-files';
import type { Arguments } from './usage/arguments';

type Option = 'events' | 'ndr' | 'reply';

const expected: Readonly<Record<Option, readonly Evidence['kind'][]>> = {
  events: ['event-log'],
  ndr: ['ndr'],
  reply: ['reply', 'saved-meeting'],
};

const names: Readonly<Record<Evidence['kind'], string>> = {
  'event-log': 'an event log: give it with --events',
  ndr: 'a non-delivery report: give it with --ndr',
  reply: "an attendee's reply: give it with --reply",
  'saved-meeting': 'a meeting saved as .ics: give it with --reply',
  'tracking-log': 'a message tracking log: give it with --tracking',
};

/** A piece of evidence, and where it is. */
interface ReadFile {
  readonly path: string;
  readonly item?: StorePlace | undefined;
  readonly evidence: Evidence;
}

/** What `diagnose` is told beside an item. */
interface PiecesBeside {
  readonly evidence: readonly Evidence[];
  readonly otherSubmissions: DiagnoseOptions['otherSubmissions'];
}

/**
 * What speaks for or against items: the files that were handed over, those of them that could not be read, and what the
 * items are evidence of for each other; and which items each piece turns out to fit.
 */
export class EvidenceFiles {
  readonly unreadable: readonly UnreadableFile[];
  readonly #handedOver: readonly ReadFile[];
  readonly #mailbox: MailboxEvidence;
  readonly #places: ReadonlyMap<Evidence, FoundEvidence>;
  /** What a report tells of: everything that was handed over, and of what was found what was told of an item. */
  readonly #told: { readonly file: ReadFile; readonly fits: FittedItem[] }[];
  readonly #sources = new Map<Evidence, number>();

  constructor(
    handedOver: readonly ReadFile[],
    unreadable: readonly UnreadableFile[],
    { mailbox, found }: FoundInMailbox,
  ) {
    this.#handedOver = handedOver;
    this.unreadable = unreadable;
    this.#mailbox = mailbox;
    this.#places = new Map(found.map((piece) => [piece.evidence, piece]));
    this.#told = handedOver.map((file) => ({ file, fits: [] }));
  }

  static none(): EvidenceFiles {
    return new EvidenceFiles([], [], { mailbox: new MailboxEvidence(), found: [], recipients: new Set() });
  }

  /** What the command line names and could be read. */
  get handedOver(): readonly Evidence[] {
    return this.#handedOver.map(({ evidence }) => evidence);
  }

  /** Whether there is any, which one thread has to weigh. */
  get isEmpty(): boolean {
    return this.#handedOver.length === 0 && this.unreadable.length === 0 && this.#places.size === 0;
  }

  /** What may be about a message, for `diagnose`: all that was handed over first. */
  for(message: Message): PiecesBeside {
    const found = this.#mailbox.of(message);
    return {
      evidence: [...this.handedOver, ...found],
      otherSubmissions: this.#mailbox.otherSubmissions(message),
    };
  }

  /** The replies that were handed over, each judged by itself by those of the rules that can. */
  judgeReplies(judging: Pick<DiagnoseOptions, 'rules' | 'options'>): CheckedEvidence[] {
    return this.#handedOver.flatMap(({ path, evidence }) =>
      evidence.kind === 'reply' ? [{ path, evidence, diagnosis: diagnoseEvidence(evidence, judging) }] : [],
    );
  }

  /**
   * A diagnosis by the pieces that `for` gave, as a report tells it: the source of a statement is a place in `reported`.
   * Of what nobody handed over it is told what belongs to the item.
   */
  told(path: string, diagnosis: Diagnosis, pieces: readonly Evidence[]): Diagnosis {
    const results = diagnosis.results.map((result) => ({
      ...result,
      evidence: result.evidence.flatMap((statement) => {
        const { source, verdict } = statement;
        const piece = source === undefined ? undefined : pieces[source];
        const place = piece && this.#places.get(piece);
        if (piece === undefined || place === undefined) return [statement];
        return verdict === 'not-this-item' ? [] : [{ ...statement, source: this.#sourceOf(piece, place) }];
      }),
    }));
    const told = { ...diagnosis, results };
    this.#told.forEach(({ fits }, source) => {
      const fit = fitOf(path, told, source);
      if (fit !== undefined) fits.push(fit);
    });
    return told;
  }

  /** Where a piece is that nobody handed over; undefined: it was handed over. */
  placeOf(source: number): Reported | undefined {
    return source < this.#handedOver.length ? undefined : this.#told[source]?.file;
  }

  /** What a piece is called: its file, of an item also its number and folder. */
  nameOf(source: number): string | undefined {
    const told = this.#told[source];
    return told && reportedName(told.file);
  }

  /** What a report says of the files. */
  get reported(): readonly EvidenceFile[] {
    return [...this.#told.map(({ file, fits }) => ({ ...file, fits })), ...this.unreadable];
  }

  #sourceOf(piece: Evidence, place: FoundEvidence): number {
    const known = this.#sources.get(piece);
    if (known !== undefined) return known;
    const source = this.#told.push({ file: place, fits: [] }) - 1;
    this.#sources.set(piece, source);
    return source;
  }
}

/** Reads the files of evidence. What cannot be read, or is evidence of another kind, becomes an error of that file. */
export async function readEvidence(args: Arguments): Promise<EvidenceFiles> {
  const { evidence } = args;
  const strict = args.read.strict ?? false;
  const read: ReadFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const option of ['events', 'ndr', 'reply'] as const) {
    for (const path of evidence[option]) {
      try {
        read.push({ path, evidence: await readAs(option, path, strict) });
      } catch (error) {
        unreadable.push({ path, error: error as Error });
      }
    }
  }
  const found = await evidenceInFiles(args);
  for (const { path, evidence: log, error } of await readTracking(
    evidence.tracking,
    found.recipients,
    strict,
  )) {
    if (log === undefined) unreadable.push({ path, error });
    else read.push({ path, evidence: log });
  }
  return new EvidenceFiles(read, unreadable, found);
}

async function readAs(option: Option, path: string, strict: boolean): Promise<Evidence> {
  const evidence = await decodeEvidence(new Uint8Array(await readFile(path)), { strict });
  if (expected[option].includes(evidence.kind)) return evidence;
  throw new UnsupportedError('evidence-kind', `--${option} was given ${names[evidence.kind]}`);
}
