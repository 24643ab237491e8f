import { describe, expect, test } from 'vitest';
import type { Arena } from '../../src/bytes/arena';
import { inMemory } from '../../src/bytes/random-access';
import { CompoundFile } from '../../src/cfb/compound-file';
import type { EntryNames, StorageClass } from '../../src/cfb/directory';
import type { StreamWords } from '../../src/cfb/stream-words';
import type { ReportDamage } from '../../src/damage/anomaly';
import { defaultLimits } from '../../src/damage/errors';
import type { Limits } from '../../src/damage/errors';
import { named, tagged } from '../../src/mapi/definitions/caller-property';
import { text } from '../../src/mapi/definitions/property';
import type { DecodedMessage } from '../../src/mapi/object/decoded-message';
import type { MessageObject } from '../../src/mapi/object/message-object';
import { readStorages } from '../../src/msg/read-msg';
import type { StorageTree } from '../../src/msg/storage-tree';
import { writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode } from '../support/compound-file-writer';
import { long, row, text as written } from '../support/messages';
import { msgNodes } from '../support/msg-writer';
import { PS_PUBLIC_STRINGS } from '../support/encoded-names';
import type { WrittenMessage } from '../support/msg-writer';

/** A tree of storages that tells which streams were read. */
class SpiedTree implements StorageTree {
  readonly reads: string[] = [];
  restChecks = 0;
  readonly #file: CompoundFile;

  constructor(file: CompoundFile) {
    this.#file = file;
  }

  get byteLength(): number {
    return this.#file.byteLength;
  }

  get names(): EntryNames {
    return this.#file.names;
  }

  members(storage: number): readonly number[] {
    return this.#file.members(storage);
  }

  storageClass(storage: number): StorageClass {
    return this.#file.storageClass(storage);
  }

  isStorage(id: number): boolean {
    return this.#file.isStorage(id);
  }

  path(id: number): string {
    return this.#file.path(id);
  }

  size(stream: number): number {
    return this.#file.size(stream);
  }

  offsetOf(stream: number): number | undefined {
    return this.#file.offsetOf(stream);
  }

  head(stream: number, length: number): Uint8Array {
    return this.#file.head(stream, length);
  }

  read(stream: number, report: ReportDamage): Uint8Array {
    this.reads.push(this.path(stream));
    return this.#file.read(stream, report);
  }

  load(stream: number, into: StreamWords, report: ReportDamage): void {
    this.reads.push(this.path(stream));
    this.#file.load(stream, into, report);
  }

  get inPlace(): Uint8Array | undefined {
    return this.#file.inPlace;
  }

  append(stream: number, arena: Arena, mayStay: boolean, report: ReportDamage): number | undefined {
    this.reads.push(this.path(stream));
    return this.#file.append(stream, arena, mayStay, report);
  }

  checkRest(): void {
    this.restChecks += 1;
    this.#file.checkRest();
  }
}

interface Opened {
  readonly decoded: DecodedMessage;
  readonly message: MessageObject;
  readonly tree: SpiedTree;
  /** The storages whose property streams were read, and the streams of the named-property map, in order. */
  readonly order: () => string[];
}

function open(nodes: readonly WrittenNode[], limits: Partial<Limits> = {}): Opened {
  let tree: SpiedTree | undefined;
  const refuse = (): Promise<never> => Promise.reject(new Error('nothing is to be fetched'));
  const bytes = inMemory(writeCompoundFile(nodes).bytes);
  const decoded = readStorages(
    (report) => (tree = new SpiedTree(new CompoundFile(bytes, 256, report))),
    {
      strict: false,
      limits: { ...defaultLimits, ...limits },
      loadValuesUpTo: 1000,
      codePage: undefined,
      codePageOverride: undefined,
    },
    { fetch: refuse, fetchNow: undefined, fetchObject: refuse },
  );
  const spied = tree!;
  const short = (path: string): string =>
    path
      .replaceAll(/\/__(recip|attach)_version1\.0_#0*(\d)/g, '/$1 $2')
      .replaceAll('/__substg1.0_3701000D', '/message')
      .replace(/\/__properties_version1\.0$/, '')
      .replace(/^\/__nameid_version1\.0\/.*/, 'names') || 'outermost';
  const order = (): string[] =>
    spied.reads.filter((path) => /__properties_version1\.0$|^\/__nameid/.test(path)).map(short);
  return { decoded, message: decoded.message, tree: spied, order };
}

const note = { properties: [written(0x001a, 'IPM.Note')], recipients: [row('Eve')] };
const embedding = (
  message: WrittenMessage,
): { properties: [ReturnType<typeof long>]; message: WrittenMessage } => ({
  properties: [long(0x3705, 5)],
  message,
});
const mail: WrittenMessage = {
  properties: [written(0x001a, 'IPM.Note'), { id: [PS_PUBLIC_STRINGS, 'Key'], type: 0x001f, value: 'named' }],
  recipients: [row('Ann'), row('Bob')],
  attachments: [embedding(note), { properties: [written(0x3707, 'a.txt')] }, embedding({ properties: [] })],
};
const atFirst = ['/recip 0', '/recip 1'];
const names = ['names', 'names', 'names', 'names'];
const attachments = [
  ...['/attach 0', '/attach 1', '/attach 2'],
  '/attach 0/message/recip 0',
  ...['/attach 0/message', '/attach 2/message'],
];

describe('the order of reading', () => {
  test('the recipient table comes first, and nothing else is read before it is asked for', () => {
    const { order, message } = open(msgNodes(mail));
    expect(order()).toEqual(atFirst);
    expect(message.recipients).toHaveLength(2);
    expect(order()).toEqual(atFirst);
  });

  test('the message’s own properties come without the rest', () => {
    const { order, message } = open(msgNodes(mail));
    expect(message.properties.get(tagged(0x001a, text))).toBe('IPM.Note');
    expect(order()).toEqual([...atFirst, 'outermost']);
  });

  test.each<[string, (opened: Opened) => unknown]>([
    ['the damage', ({ decoded }) => decoded.anomalies],
    ['the attachments', ({ message }) => message.attachments],
    ['a property by name', ({ message }) => message.properties.get(named(PS_PUBLIC_STRINGS, 'Key', text))],
    ['the properties, then the damage', ({ message, decoded }) => [message.properties, decoded.anomalies]],
  ])('then come the properties, the names and the attachments, whoever asks for %s', (_, ask) => {
    const opened = open(msgNodes(mail));
    ask(opened);
    expect(opened.order()).toEqual([...atFirst, 'outermost', ...names, ...attachments]);
  });

  test('the names come where there is no attachment too', () => {
    const { order, decoded } = open(msgNodes({ properties: mail.properties }));
    decoded.readAll();
    expect(order()).toEqual(['outermost', ...names]);
  });

  test('no stream is read twice, and the rest of the file is checked once', () => {
    const { decoded, message, tree } = open(msgNodes(mail));
    for (let time = 0; time < 2; time++) {
      expect(message.attachments).toHaveLength(3);
      expect(message.properties.get(named(PS_PUBLIC_STRINGS, 'Key', text))).toBe('named');
      expect(decoded.anomalies).toEqual([]);
    }
    expect(tree.restChecks).toBe(1);
    expect(tree.reads).toHaveLength(new Set(tree.reads).size);
    expect(tree.reads).not.toEqual([]);
  });
});

describe('messages in attachments', () => {
  const nodesWith = (change: (attachment: WrittenNode) => WrittenNode): WrittenNode[] =>
    msgNodes({ properties: [], attachments: [embedding(note)] }).map((node) =>
      node.name.startsWith('__attach') ? change(node) : node,
    );
  const objectNamed = '__substg1.0_3701000D';

  test('stand where they are, and nowhere else', () => {
    const { message } = open(msgNodes(mail));
    expect(message.attachments.map(({ embedded }) => embedded?.recipients.length)).toEqual([1, undefined, 0]);
  });

  test.each([
    [5, true],
    [6, false],
  ])('with storage but without properties, of the method %i, are messages: %s', (method, isMessage) => {
    const [attachment] = [{ properties: [long(0x3705, method)], message: note }];
    const nodes = msgNodes({ properties: [], attachments: [attachment] }).map((node) =>
      'children' in node && node.name.startsWith('__attach')
        ? {
            ...node,
            children: node.children.map((child) =>
              child.name === objectNamed ? { name: objectNamed, children: [] } : child,
            ),
          }
        : node,
    );
    const { message, decoded } = open(nodes);
    expect(message.attachments[0]?.embedded !== undefined).toBe(isMessage);
    expect(decoded.anomalies.map(({ code, path }) => [code, path])).toEqual(
      isMessage ? [['msg-property-stream-missing', 'embedded[0]']] : [],
    );
  });

  test('are none where a stream is in place of the storage', () => {
    const nodes = nodesWith((attachment) => ({
      name: attachment.name,
      children: ('children' in attachment ? attachment.children : []).map((child) =>
        child.name === objectNamed ? { name: objectNamed, data: Uint8Array.of(1) } : child,
      ),
    }));
    expect(open(nodes).message.attachments.map(({ embedded }) => embedded)).toEqual([undefined]);
  });

  test('that lie too deep are reported with their storage, and not read', () => {
    const { decoded, order } = open(msgNodes(mail), { embeddedDepth: 0 });
    expect(decoded.anomalies.map(({ code, path, storage }) => [code, path, storage])).toEqual(
      [0, 2].map((index) => [
        'limit-embedded-depth',
        `attachments[${index}]`,
        `/__attach_version1.0_#0000000${index}/${objectNamed}`,
      ]),
    );
    expect(order().filter((path) => path.includes('message'))).toEqual([]);
  });
});

describe('the count of recipients', () => {
  test('is what the header says, and how many storages there are', () => {
    const nodes = msgNodes(mail).filter(({ name }) => name !== '__recip_version1.0_#00000001');
    const { message, decoded } = open(nodes);
    expect(message.recipientCount).toEqual({ stated: 2, found: 1 });
    expect(decoded.anomalies.map(({ code }) => code)).toEqual(['msg-object-missing']);
    expect(message.recipientCount).toEqual({ stated: 2, found: 1 });
  });

  test('is what is there, however few may be read', () => {
    const { message, decoded } = open(msgNodes(mail), { recipients: 1 });
    expect(message.recipients).toHaveLength(1);
    expect(message.recipientCount).toEqual({ stated: 2, found: 2 });
    expect(decoded.anomalies.map(({ code, path }) => [code, path])).toEqual([
      ['limit-recipients', 'recipients'],
    ]);
  });
});

describe('damage in a part', () => {
  test('has the path of the part and the storage that is meant', () => {
    const nodes = msgNodes(mail).map((node) =>
      /__(recip|attach)_version1\.0_#00000001/.test(node.name) ? { name: node.name, children: [] } : node,
    );
    const { decoded } = open(nodes);
    expect(decoded.anomalies.map(({ code, path, storage }) => [code, path, storage])).toEqual([
      ['msg-property-stream-missing', 'recipients[1]', '/__recip_version1.0_#00000001'],
      ['msg-property-stream-missing', 'attachments[1]', '/__attach_version1.0_#00000001'],
    ]);
  });

  test('each row and attachment is named by the number of its storage', () => {
    const renamed = (name: string): string =>
      name.replace(/(recip|attach)(_version1\.0_#)00000001/, '$1$2000000AB');
    const nodes = msgNodes(mail).map((node) => ({ ...node, name: renamed(node.name) }));
    const { message } = open(nodes);
    const storageOf = (id: number, of = message.recipients[1]): string | undefined =>
      of?.raw(tagged(id, text))?.origin.storage;
    expect(storageOf(0x3001)).toBe('/__recip_version1.0_#000000AB/__substg1.0_3001001F');
    expect(storageOf(0x0c15)).toBe('/__recip_version1.0_#000000AB/__properties_version1.0');
    const last = message.attachments[2]?.properties;
    expect(storageOf(0x3707, last)).toBe('/__attach_version1.0_#000000AB/__substg1.0_3707001F');
  });
});
