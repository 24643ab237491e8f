import type { Origin } from '../mapi/values/raw-property';
import type { JudgedFile, UnreadableFile } from './checked-file';
import type { Reported } from './reported';
import type { EvidenceFile } from './evidence-file';
import type { StoreFile } from './store-file';
import { toUri } from './uri';

/** What a SARIF log knows of: files that were checked, items of stores, and files of evidence. */
export type SarifFile = JudgedFile | UnreadableFile | EvidenceFile | StoreFile;

/** Where in a file something is, as far as it is known. */
export type Bytes = Pick<Origin, 'offset' | 'length'>;

/** The artifacts of a SARIF log: every file once, though many items of a store may come from it. */
export class Artifacts {
  readonly #byPath = new Map<
    string,
    { readonly index: number; readonly artifact: Record<string, unknown> }
  >();

  constructor(files: readonly SarifFile[]) {
    for (const file of files) {
      if (this.#byPath.has(file.path)) continue;
      this.#byPath.set(file.path, { index: this.#byPath.size, artifact: toArtifact(file) });
    }
  }

  toSarif(): Record<string, unknown>[] {
    return [...this.#byPath.values()].map(({ artifact }) => artifact);
  }

  /** The place of a file, of an item in it, of what is in that, or of a byte. */
  locationOf({ path, item }: Reported, place = '', bytes?: Bytes): Record<string, unknown> {
    const artifactLocation = { uri: toUri(path), index: this.#byPath.get(path)?.index };
    const logicalLocations = [
      ...(item === undefined ? [] : [{ fullyQualifiedName: `${item.folder}/${item.id}`, kind: 'object' }]),
      ...(place === '' ? [] : [{ fullyQualifiedName: place, kind: 'member' }]),
    ];
    return {
      physicalLocation: { artifactLocation, ...regionOf(bytes) },
      ...(logicalLocations.length > 0 && { logicalLocations }),
    };
  }
}

function regionOf({ offset, length }: Bytes = { offset: undefined }): Record<string, unknown> {
  if (offset === undefined) return {};
  return { region: { byteOffset: offset, ...(length !== undefined && { byteLength: length }) } };
}

/** A file with its verdict, which is no result of its own, and what the evidence says of it. */
function toArtifact(file: SarifFile): Record<string, unknown> {
  const location = { uri: toUri(file.path) };
  if (!('diagnosis' in file) || file.item !== undefined || file.diagnosis.verdict === undefined)
    return { location };
  const { verdict, explanation, results } = file.diagnosis;
  const evidence = results.flatMap((result) => result.evidence.map(({ message }) => message));
  const properties = { verdict, summary: explanation?.summary, ...(evidence.length > 0 && { evidence }) };
  return { location, properties };
}
