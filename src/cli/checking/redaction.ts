import {
  redactEvidence,
  redactEvidenceFile,
  redactFile,
  redactFingerprint,
  redactPerson,
  redactPlace,
  redactSetFinding,
  redactStore,
  redactUnreadable,
  shownEnding,
} from '../../report/command';
import type {
  CheckedFile,
  EvidenceFile,
  FoundConfiguration,
  Person,
  Redacted,
  Reported,
  ReportedFile,
  Substitute,
} from '../../report/command';
import type { SetFinding } from '../../index';
import { crypto } from '../builtin-modules';
import type { RedactionArguments } from '../usage/output-arguments';
import type { ReportEntry, ShownEntry } from './rendering';

/** Hexadecimal digits: enough that two values hardly ever look the same. */
const DIGITS = 10;

/** What is shown of an entry: of a file no tables. */
export type Shown<T extends ReportEntry> = T extends CheckedFile ? ReportedFile : T;

/** What a report is told, as it may be shown: with hashes for what is somebody's, or as it is. */
export class Redaction {
  readonly #substitute: Substitute | undefined;

  /** Undefined: nothing is hidden. */
  constructor(wanted: RedactionArguments | undefined) {
    this.#substitute = wanted && substituteOf(wanted.key);
  }

  entry<T extends ReportEntry>(entry: T): Shown<T> {
    return (this.#substitute === undefined ? entry : redacted(entry, this.#substitute)) as Shown<T>;
  }

  place<T extends Reported>(place: T): T {
    return this.#substitute === undefined ? place : redactPlace(place, this.#substitute);
  }

  person(person: Person): Person {
    return this.#substitute === undefined ? person : redactPerson(person, this.#substitute);
  }

  path(path: string): string {
    return this.#substitute?.('path', path) ?? path;
  }

  text(text: string): string {
    return this.#substitute?.('text', text) ?? text;
  }

  /** What a configuration calls files is hidden as their paths are. */
  configuration({ path, lowered, ignores, ...rest }: FoundConfiguration): FoundConfiguration {
    const hidden = (globs: readonly string[]): string[] => globs.map((glob) => this.path(glob));
    return {
      path: this.path(path),
      lowered: lowered.map((each) =>
        each.files === undefined ? each : { ...each, files: hidden(each.files) },
      ),
      ...(ignores && { ignores: hidden(ignores) }),
      ...rest,
    };
  }

  evidenceFile(file: EvidenceFile): EvidenceFile {
    return this.#substitute === undefined ? file : redactEvidenceFile(file, this.#substitute);
  }

  fingerprint(print: string): string {
    return this.#substitute === undefined ? print : redactFingerprint(print, this.#substitute);
  }

  setFinding(finding: SetFinding): SetFinding {
    return this.#substitute === undefined ? finding : redactSetFinding(finding, this.#substitute);
  }
}

/** Addresses in another case are the same address; the ending of a path is kept, where it says what the file is. */
function substituteOf(key: string): Substitute {
  return (kind: Redacted, value: string) => {
    const hash = crypto()
      .createHmac('sha256', key)
      .update(value.normalize().toLowerCase())
      .digest('hex')
      .slice(0, DIGITS);
    return `${kind}-${hash}${kind === 'path' ? shownEnding(value) : ''}`;
  };
}

function redacted(entry: ReportEntry, substitute: Substitute): ShownEntry {
  if ('message' in entry) return redactFile(entry as CheckedFile, substitute);
  if ('evidence' in entry) return redactEvidence(entry, substitute);
  if ('passedOver' in entry) return redactPlace(entry, substitute);
  return 'store' in entry ? redactStore(entry, substitute) : redactUnreadable(entry, substitute);
}
