import type { ReportDamage } from '../damage/anomaly';
import type { StorageTree } from './storage-tree';
import { ValueStreams } from './value-streams';
import { NameKind, StorageName, VALUE_NAME_LENGTH } from './storage-name';
import { reportUnknownStorage } from './unknown-storage';
import { quoted } from '../damage/quoted';

/** What nearly all storages have. */
const noItems: ReadonlyMap<number, ReadonlyMap<number, number>> = new Map();

/** A storage with the number in its name. */
export interface NumberedStorage {
  readonly index: number;
  readonly id: number;
}

/**
 * What the storage of a message, recipient or attachment holds ([MS-OXMSG] 2.2), by stream ID and sorted by name.
 * Foreign names are left alone; of two entries with one name the first counts, but storages are all kept.
 */
export class ObjectStorage {
  /** The property stream. */
  properties: number | undefined;
  /** The storage of the named-property map. */
  namedProperties: number | undefined;
  /** In the order of their numbers. */
  readonly recipients: NumberedStorage[] = [];
  readonly attachments: NumberedStorage[] = [];
  /** Entries that may be values: only what reads the properties needs to know their tags. */
  readonly #unplaced: number[] = [];
  #values: ValueStreams | undefined;
  #items: Map<number, Map<number, number>> | undefined;

  readonly #file: StorageTree;
  readonly #report: ReportDamage;

  constructor(
    file: StorageTree,
    readonly id: number,
    report: ReportDamage,
  ) {
    this.#file = file;
    this.#report = report;
    const name = new StorageName();
    const { names } = file;
    for (const member of file.members(id)) {
      const length = names.nameLength(member);
      if (length === VALUE_NAME_LENGTH) {
        this.#unplaced.push(member);
        continue;
      }
      name.recognise(names.words, names.nameAt(member), length);
      this.#place(member, name);
    }
    this.#sort(this.recipients);
    this.#sort(this.attachments);
  }

  /** Value streams, and storages of PtypObject, by property tag. */
  get values(): ValueStreams {
    return (this.#values ??= this.#placeValues());
  }

  /** The streams of multi-valued text and binary properties, by tag and number. */
  get items(): ReadonlyMap<number, ReadonlyMap<number, number>> {
    return this.#items ?? noItems;
  }

  /** Whether anything here belongs to a message at all. */
  get isMessage(): boolean {
    return this.properties !== undefined || this.recipients.length > 0 || this.values.size > 0;
  }

  #place(member: number, name: StorageName): void {
    switch (name.kind) {
      case NameKind.properties:
        if (this.properties !== undefined) this.#reportDuplicate(member);
        this.properties ??= member;
        break;
      case NameKind.names:
        if (this.namedProperties !== undefined) this.#reportDuplicate(member);
        this.namedProperties ??= member;
        break;
      case NameKind.recipient:
        this.recipients.push({ index: name.index, id: member });
        break;
      case NameKind.attachment:
        this.attachments.push({ index: name.index, id: member });
        break;
      case NameKind.item:
        this.#placeItem(name, member);
        break;
      case NameKind.value: // those of its length are placed when they are asked for
        break;
      case NameKind.other:
        this.#checkUnknown(member);
    }
  }

  #checkUnknown(member: number): void {
    if (this.#file.isStorage(member)) reportUnknownStorage(this.#file, member, this.#report);
  }

  #placeValues(): ValueStreams {
    const values = new ValueStreams();
    const name = new StorageName();
    const { names } = this.#file;
    for (const member of this.#unplaced) {
      name.recognise(names.words, names.nameAt(member), VALUE_NAME_LENGTH);
      if (name.kind !== NameKind.value) this.#checkUnknown(member);
      else if (!values.add(name.tag, member)) this.#reportDuplicate(member);
    }
    return values;
  }

  #placeItem({ tag, index }: StorageName, member: number): void {
    this.#items ??= new Map<number, Map<number, number>>();
    const items = this.#items.get(tag) ?? new Map<number, number>();
    this.#items.set(tag, items);
    if (items.has(index)) this.#reportDuplicate(member);
    else items.set(index, member);
  }

  /** The tree orders names by length and letter, which is the order of the numbers only where nothing is damaged. */
  #sort(storages: NumberedStorage[]): void {
    if (storages.length < 2) return;
    storages.sort((a, b) => a.index - b.index);
    storages.forEach(({ index, id }, position) => {
      if (storages[position - 1]?.index === index) this.#reportDuplicate(id);
    });
  }

  #reportDuplicate(member: number): void {
    const storage = this.#file.path(member);
    this.#report(
      'msg-duplicate-storage',
      `Two entries of one storage are called ${quoted(storage.slice(storage.lastIndexOf('/') + 1))}`,
      {
        storage,
      },
    );
  }
}
