import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/index';
import { binary, integer } from '../../src/mapi/definitions/property';
import { decodeMessage, diagnose, FileTime, readMessage, tagged } from '../../src/index';
import type { Message, PropertyStore, PropertyValue } from '../../src/index';
import { toHex } from '../../src/mapi/values/guid';
import { formatTag } from '../../src/mapi/values/property-type';
import { messageClassOf } from '../../src/mapi/values/legacy-message-class';
import { expectBytes } from '../support/bytes';
import {
  corpusFolder,
  corpusTitle,
  hasCorpus,
  readCorpusFile,
  readReadings,
  readTable,
} from '../support/corpus';

// Every TNEF file and mail of the reference corpus beside the reading of it and what Debian's tnef sees.

interface Reading {
  readonly path: string;
  readonly message: ReadingOfMessage;
}

interface ReadingOfMessage {
  readonly class: string | null;
  readonly subject: string | null;
  readonly props: readonly string[];
  readonly named: Readonly<Record<string, readonly [set: string, name: string]>>;
  readonly cal?: {
    readonly start: { readonly ft: string };
    readonly end: { readonly ft: string };
    readonly location: string;
  };
  readonly recipients: readonly {
    readonly props: readonly string[];
    readonly values: Readonly<Record<string, unknown>>;
  }[];
  readonly attachments: readonly ReadingOfAttachment[];
}

interface ReadingOfAttachment {
  readonly title?: string;
  readonly name: string | null;
  readonly method: number;
  readonly dataLen?: number;
  readonly props: readonly string[];
  readonly embedded?: { readonly message: ReadingOfMessage };
}

const FIRST_NAMED_ID = 0x8000;
const paths = hasCorpus ? readTable('MANIFEST.tsv').map(({ path = '' }) => path) : [];
const streams = paths.filter((path) => path.startsWith('tnef/'));
const mails = paths.filter((path) => path.startsWith('eml/'));
/** Files that are damaged and not merely odd. */
const damaged = /oom\.tnef$|panic\.dat$/;

/** The tags of the properties that stand in property lists, without those that attributes of Microsoft Mail gave. */
function listedTags(store: PropertyStore): string[] {
  return Array.from(store)
    .filter(({ origin }) => /attMsgProps$|attAttachment$/.test(origin.storage))
    .map(({ tag }) => formatTag(tag));
}

/** Tags for comparing: identifiers of named properties differ from reader to reader, their types do not. */
function comparable(tags: readonly string[]): string[] {
  return tags
    .map((tag) => (Number.parseInt(tag.slice(0, 4), 16) < FIRST_NAMED_ID ? tag : `named ${tag.slice(4)}`))
    .sort();
}

function asReading(value: PropertyValue | undefined): unknown {
  if (value instanceof FileTime) return value.toJSON();
  if (!(value instanceof Uint8Array)) return value;
  if (value.length <= 24) return { len: value.length, hex: toHex(value) };
  return { len: value.length, sha256_16: createHash('sha256').update(value).digest('hex').slice(0, 16) };
}

/** The readings write times with microseconds, in a form that is not ours. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('ft' in value) return `ticks ${String(BigInt((value as { ft: string }).ft))}`;
  if ('ticks' in value) return `ticks ${String(value.ticks)}`;
  return value;
}

function expectMessage(message: Message, reading: ReadingOfMessage, place: string): void {
  expect(message.messageClass ?? null, place).toBe(
    reading.class === null ? null : messageClassOf(reading.class),
  );
  expect(message.subject ?? null, place).toBe(reading.subject);
  expect(comparable(listedTags(message.properties)), place).toEqual(comparable(reading.props));
  const { cal } = reading;
  if (cal !== undefined) {
    expect([message.appointmentStart?.ticks, message.appointmentEnd?.ticks], place).toEqual([
      BigInt(cal.start.ft),
      BigInt(cal.end.ft),
    ]);
  }
  expect(message.recipients.length, place).toBe(reading.recipients.length);
  reading.recipients.forEach((row, index) => {
    const { properties } = message.recipients[index]!;
    const ours = new Map(Array.from(properties, (property) => [formatTag(property.tag), property]));
    expect(comparable([...ours.keys()]), `${place} ${index}`).toEqual(comparable(row.props));
    for (const [tag, value] of Object.entries(row.values)) {
      const property = ours.get(tag);
      expect(plain(asReading(property && properties.valueOf(property))), `${place} ${index} ${tag}`).toEqual(
        plain(value),
      );
    }
  });
  expectAttachments(message, reading, place);
}

function expectAttachments(message: Message, reading: ReadingOfMessage, place: string): void {
  expect(message.attachments.length, place).toBe(reading.attachments.length);
  reading.attachments.forEach((expected, index) => {
    const attachment = message.attachments[index]!;
    const { properties, embedded } = attachment;
    const where = `${place}/att${index}`;
    expect(properties.get(tagged(0x3705, integer)), where).toBe(expected.method);
    expect(comparable(listedTags(properties)), where).toEqual(comparable(expected.props));
    if (expected.name !== null) expect(attachment.name, where).toBe(expected.name);
    const hasObject = expected.props.includes('3701000D');
    // the stand-in for old readers that lies beside an object is none of its content
    if (!hasObject) expect(attachment.contentSize ?? 0, where).toBe(expected.dataLen ?? 0);
    expect(embedded === undefined, where).toBe(expected.embedded === undefined);
    if (embedded !== undefined) expectMessage(embedded, expected.embedded!.message, where);
  });
}

describe.skipIf(!hasCorpus)(`TNEF of the ${corpusTitle}`, () => {
  const readings = hasCorpus ? readReadings<Reading>().filter(({ path }) => path.startsWith('tnef/')) : [];

  test('holds 23 streams and 3 mails', () => {
    expect([streams.length, mails.length, readings.length]).toEqual([23, 3, 23]);
  });

  test.each(readings)(
    '$path: class, subject, properties, times, recipients, attachments',
    ({ path, message }) => {
      expectMessage(decodeMessage(readCorpusFile(path)), message, path);
    },
  );

  test.each(streams)('%s: no finding, no error', (path) => {
    const message = decodeMessage(readCorpusFile(path));
    const { findings, verdict } = diagnose(message, { rules: allRules });
    const errors = message.anomalies.filter(({ severity }) => severity === 'error');
    expect(errors.length > 0).toBe(damaged.test(path));
    if (errors.length === 0) expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(verdict).not.toMatch(/confirmed|likely|possible/);
  });

  test('readMessage gives what decodeMessage gives', async () => {
    for (const path of streams) {
      const bytes = readCorpusFile(path);
      const read = await readMessage(new Blob([new Uint8Array(bytes)]));
      expect(JSON.stringify(read), path).toBe(JSON.stringify(decodeMessage(bytes)));
    }
  });

  test('every value lies where its origin says', () => {
    for (const path of streams) {
      const bytes = readCorpusFile(path);
      for (const property of decodeMessage(bytes).properties) {
        const { origin, content, items } = property;
        if (origin.storage !== 'attMsgProps' || content !== 'loaded' || items !== undefined) continue;
        const { offset = 0 } = origin;
        const there = bytes.subarray(offset, offset + property.bytes.length);
        expect(toHex(there), `${path} ${formatTag(property.tag)}`).toBe(toHex(property.bytes));
      }
    }
  });

  test.each(mails)('%s: the message of its TNEF part', async (path) => {
    const message = await readMessage(readCorpusFile(path));
    expect(message.anomalies[0]).toMatchObject({ code: 'eml-part', severity: 'info' });
    expect(message.anomalies.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      diagnose(message, { rules: allRules }).findings.filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
    const part = streams.find((stream) => stream.includes(path.split('/').at(-1) ?? '?'));
    if (part === undefined) return;
    const alone = decodeMessage(readCorpusFile(part));
    const anomalies = message.anomalies.slice(1).map(({ part: name, ...anomaly }) => {
      expect(name).toMatch(/winmail/i);
      return anomaly;
    });
    const withoutNote = JSON.stringify({ ...message.toJSON(), anomalies });
    expect(withoutNote).toBe(JSON.stringify(alone));
  });

  test('decodeMessage reads a mail at once, and the same', async () => {
    for (const path of mails) {
      const bytes = readCorpusFile(path);
      expect(JSON.stringify(decodeMessage(bytes))).toBe(JSON.stringify(await readMessage(bytes)));
    }
  });
});

const hasTnef = spawnSync('tnef', ['--version']).error === undefined;

describe.skipIf(!hasCorpus || !hasTnef)(`Debian's tnef${hasTnef ? '' : ' (skipped: not installed)'}`, () => {
  /** Files of which the program reads nothing but says that they are damaged. */
  const sound = streams.filter(
    (path) => !/simple\.dat$|oom\.tnef$|garbage-at-end\.tnef$|panic\.dat$/.test(path),
  );

  test.each(sound)('%s: the same attachments by name', (path) => {
    const listed = execFileSync('tnef', ['--list', '-f', join(corpusFolder, path)], { encoding: 'utf8' });
    const theirs = listed.split('\n').filter((line) => line !== '');
    const ours = decodeMessage(readCorpusFile(path)).attachments.map(({ name = '' }) => name);
    expect(ours).toEqual(theirs.map((line) => line.split(/\s*\t/, 1)[0]?.trim()));
  });

  test('and the same contents', async () => {
    for (const path of sound) {
      const message = decodeMessage(readCorpusFile(path));
      const names = message.attachments.map(({ name = '' }) => name);
      for (const attachment of message.attachments) {
        const { name = '' } = attachment;
        const storage = attachment.properties.raw(tagged(0x3701, binary))?.origin.storage;
        const isOnlyOne = names.filter((other) => other === name).length === 1;
        if (storage !== 'attAttachData' || !isOnlyOne) continue;
        expectBytes(extract(path, name), (await attachment.read()) ?? new Uint8Array(0));
      }
    }
  });
});

const extracted = new Map<string, string>();

/** The content of an attachment as Debian's tnef writes it. */
function extract(path: string, name: string): Buffer {
  const folder = extracted.get(path) ?? mkdtempSync(join(tmpdir(), 'mapilint-tnef-'));
  if (!extracted.has(path))
    execFileSync('tnef', ['--overwrite', '-C', folder, '-f', join(corpusFolder, path)]);
  extracted.set(path, folder);
  return readFileSync(join(folder, name));
}

afterAll(() => {
  for (const folder of extracted.values()) rmSync(folder, { recursive: true });
});
