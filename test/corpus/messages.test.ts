import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, messageProperties, readMessage, tagged } from '../../src/index';
import { integer } from '../../src/mapi/definitions/property';
import type { Message, PropertyValue, Recipient } from '../../src/index';
import { FileTime } from '../../src/index';
import { formatTag } from '../../src/mapi/values/property-type';
import { toHex } from '../../src/mapi/values/guid';
import { corpusTitle, hasCorpus, readCorpusFile, readReadings, readTable } from '../support/corpus';

interface ReadingOfRecipient {
  readonly props: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

interface ReadingOfMessage {
  readonly class: string | null;
  readonly subject: string | null;
  readonly recipients: readonly ReadingOfRecipient[];
  readonly attachments: readonly { readonly embedded?: ReadingOfMessage }[];
}

interface Reading {
  readonly path: string;
  readonly message: ReadingOfMessage;
}

/** Where the reading is known to be wrong, or to look further than a message goes, and why. */
const differences: Readonly<Record<string, string>> = {
  'msg/groupdocs-watermark__GroupDocs.Watermark-for-.NET/Examples__Resources__SampleFiles__Documents__sample.msg top/att0':
    'an attached file that happens to be a .msg (ATTACH_BY_VALUE): content, not an embedded message, and left in the file',
};

const files = hasCorpus
  ? [...new Set(readTable('MANIFEST.tsv').map((row) => row['path'] ?? ''))].filter((path) =>
      path.startsWith('msg/'),
    )
  : [];

function placesOf(message: Message, place = 'top'): [place: string, message: Message][] {
  const inner = message.attachments.flatMap(({ embedded }, index) =>
    embedded === undefined ? [] : placesOf(embedded, `${place}/emb${index}`),
  );
  return [[place, message], ...inner];
}

const decoded = new Map<string, Message>();
function decodeFile(path: string): Message {
  const message = decoded.get(path) ?? decodeMessage(readCorpusFile(path));
  decoded.set(path, message);
  return message;
}

function at(path: string, place: string): Message | undefined {
  return new Map(placesOf(decodeFile(path))).get(place);
}

/** A value as readings.jsonl writes it. */
function asReading(value: PropertyValue | undefined): unknown {
  if (value instanceof FileTime) return value.toJSON();
  if (!(value instanceof Uint8Array)) return value;
  if (value.length <= 24) return { len: value.length, hex: toHex(value) };
  return { len: value.length, sha256_16: createHash('sha256').update(value).digest('hex').slice(0, 16) };
}

function compareRecipient(place: string, recipient: Recipient, reading: ReadingOfRecipient): string[] {
  const values = new Map([...recipient.properties].map((property) => [formatTag(property.tag), property]));
  const found: string[] = [];
  if (values.size !== reading.props.length)
    found.push(`${place}: ${values.size} properties, not ${reading.props.length}`);
  for (const [tag, expected] of Object.entries(reading.values)) {
    const property = values.get(tag);
    const value = asReading(property && recipient.properties.valueOf(property));
    if (JSON.stringify(value) !== JSON.stringify(expected))
      found.push(`${place} ${tag}: ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`);
  }
  return found;
}

function compareMessage(place: string, message: Message, reading: ReadingOfMessage): string[] {
  const found: string[] = [];
  if ((isClassListed(message) ? (message.messageClass ?? null) : null) !== reading.class)
    found.push(`${place} class: ${message.messageClass ?? 'absent'}`);
  if (message.recipients.length !== reading.recipients.length) {
    found.push(`${place}: ${message.recipients.length} recipients, not ${reading.recipients.length}`);
  }
  reading.recipients.forEach((row, index) => {
    const recipient = message.recipients[index];
    if (recipient !== undefined) found.push(...compareRecipient(`${place} ${index}`, recipient, row));
  });
  const embedded = reading.attachments.flatMap((attachment) =>
    attachment.embedded ? [attachment.embedded] : [],
  );
  // the independent reading does not look into files
  const inStorages = message.embedded.filter(({ kind }) => kind !== 'attached');
  if (embedded.length !== inStorages.length)
    found.push(`${place}: ${inStorages.length} embedded, not ${embedded.length}`);
  embedded.forEach((inner, index) => {
    const ours = inStorages[index];
    if (ours !== undefined) found.push(...compareMessage(`${place}/emb${index}`, ours, inner));
  });
  return found;
}

/** The independent reading passes over values that have no entry. */
function isClassListed({ properties }: Message): boolean {
  return properties.state(messageProperties.messageClass) !== 'unlisted';
}

/** The cells of a row as recipients.tsv writes them. */
function cellsOf(message: Message, recipient: Recipient): Record<string, string> {
  const number = (id: number): string => String(recipient.properties.get(tagged(id, integer)) ?? '');
  const text = (value: string | undefined): string => value ?? '';
  return {
    class: isClassListed(message) ? text(message.messageClass) : '',
    type: number(0x0c15),
    addrtype: text(recipient.addressType),
    email: text(recipient.emailAddress),
    smtp: text(recipient.smtpAddress),
    display: text(recipient.displayName),
    flags5FFD: number(0x5ffd),
    status5FFF: number(0x5fff),
    time5FFB: text(recipient.trackStatusTime?.ticks.toString()),
  };
}

function compareRow(row: Readonly<Record<string, string>>): string[] {
  const { path = '', where = '', row: index = '' } = row;
  const message = at(path, where);
  const recipient = message?.recipients[Number(index)];
  if (message === undefined || recipient === undefined) {
    return differences[`${path} ${where}`] === undefined ? [`${path} ${where} row ${index}: missing`] : [];
  }
  return Object.entries(cellsOf(message, recipient)).flatMap(([column, ours]) => {
    // the table writes what is absent as nothing or as a dash; readings.jsonl, below, tells absent from empty
    const theirs = row[column] === '-' ? '' : row[column];
    return ours === theirs ? [] : [`${path} ${where} ${index} ${column}: ${ours}, not ${String(theirs)}`];
  });
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('holds 241 messages', () => {
    expect(files).toHaveLength(241);
  });

  test('every row of recipients.tsv is equal: class, type, address, name, flags, status, time', () => {
    const rows = readTable('recipients.tsv').filter(({ path }) => path?.startsWith('msg/'));
    expect(rows).toHaveLength(581);
    expect(rows.flatMap(compareRow)).toEqual([]);
  });

  test('every value of every recipient equals readings.jsonl, embedded messages included', () => {
    const found: string[] = [];
    for (const reading of readReadings<Reading>().filter(({ path }) => path.startsWith('msg/'))) {
      const place = reading.path;
      found.push(...compareMessage(place, decodeFile(place), reading.message));
    }
    expect(found).toEqual([]);
  });

  test.each(['Test_Meeting.msg', 'chgs1.msg'])('%s, a look-alike, stays clean', (name) => {
    const path = files.find((file) => file.endsWith(name)) ?? '';
    expect(diagnose(decodeFile(path)).findings).toEqual([]);
  });

  test('no file gets a finding or a verdict of the defect', () => {
    const found = files.filter((path) => {
      const { verdict, findings } = diagnose(decodeFile(path));
      const isFound = findings.some(({ rule }) => rule === 'cancellation-delivery');
      return isFound || verdict === 'confirmed' || verdict === 'likely' || verdict === 'possible';
    });
    expect(found).toEqual([]);
  });

  test('readMessage gives what decodeMessage gives', async () => {
    for (const path of files) {
      const bytes = readCorpusFile(path);
      const read = await readMessage(new Blob([new Uint8Array(bytes)]));
      expect(JSON.stringify(read), path).toBe(JSON.stringify(decodeMessage(bytes)));
    }
  });
});
