/** What came of reading recipient tables: equal for all readers that did the same work. */
export interface Checksum {
  readonly rows: number;
  readonly properties: number;
  /** UTF-16 units of all strings. */
  readonly characters: number;
  /** Bytes of all binary values. */
  readonly bytes: number;
  /** The sum of all PidTagRecipientTrackStatus. */
  readonly statuses: number;
}

/** PidTagRecipientTrackStatus as PtypInteger32. */
const TRACK_STATUS = 0x5fff0003;
const STRING = 0x001f;
const STRING8 = 0x001e;
const BINARY = 0x0102;

/** Adds up rows and their decoded properties. */
export class ChecksumAdder implements Checksum {
  rows = 0;
  properties = 0;
  characters = 0;
  bytes = 0;
  statuses = 0;

  row(): void {
    this.rows += 1;
  }

  /** A property by its tag, with its value as the reader decodes it. */
  property(tag: number, value: unknown): void {
    this.properties += 1;
    const type = tag & 0xffff;
    if (type === STRING || type === STRING8) this.characters += (value as string).length;
    else if (type === BINARY) this.bytes += (value as Uint8Array).length;
    else if (tag === TRACK_STATUS) this.statuses += value as number;
  }

  /** A row of which a reader tells no more than who it is: PidTagDisplayName and PidTagEmailAddress. */
  person(name = '', address = ''): void {
    this.row();
    this.property(0x3001001f, name);
    this.property(0x3003001f, address);
  }

  add(other: Checksum): void {
    this.rows += other.rows;
    this.properties += other.properties;
    this.characters += other.characters;
    this.bytes += other.bytes;
    this.statuses += other.statuses;
  }

  result(): Checksum {
    const { rows, properties, characters, bytes, statuses } = this;
    return { rows, properties, characters, bytes, statuses };
  }
}

/** Whether readers did the same work; if not, an error that says where they differ. */
export function requireEqual(results: Readonly<Record<string, Checksum>>): void {
  const [[firstName, first] = ['', undefined], ...others] = Object.entries(results);
  for (const [name, result] of others) {
    if (JSON.stringify(result) !== JSON.stringify(first)) {
      throw new Error(
        `${name} and ${firstName} did different work: ${JSON.stringify(result)} and ${JSON.stringify(first)}`,
      );
    }
  }
}
