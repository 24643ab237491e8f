import { readdirSync, readFileSync } from 'node:fs';
import codepage from 'codepage';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeMessage, diagnose } from '../../src/index';
import { toMessageReport } from '../../src/report/index';
import { browserTitle, hasBrowser, inBrowser } from '../support/browser';
import { charactersOf, codePages } from '../support/code-pages';
import type { Character } from '../support/code-pages';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';
import { STRING8 } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

function reportHere(bytes: Uint8Array): string {
  const message = decodeMessage(bytes);
  return JSON.stringify(toMessageReport('x.msg', message, diagnose(message)));
}

const NAME_LENGTH = 40;

/** The characters of a code page, as the bytes of names. */
const namesOf = (characters: readonly Character[]): Uint8Array[] =>
  Array.from({ length: Math.ceil(characters.length / NAME_LENGTH) }, (_, index) =>
    Buffer.concat(characters.slice(index * NAME_LENGTH, (index + 1) * NAME_LENGTH).map(({ bytes }) => bytes)),
  );

/** A message whose recipients have such names. */
function messageOf(page: number, names: readonly Uint8Array[]): Uint8Array {
  const recipients = names.map((value) => [{ id: 0x3001, type: STRING8, value }]);
  return writeMsg({
    properties: [
      { id: 0x001a, type: STRING8, value: 'IPM.Note' },
      { id: 0x3ffd, type: 0x0003, value: page },
    ],
    recipients,
  });
}

/** Pages that no browser knows as Windows does: their strings are an anomaly there, never wrong text. */
const unknownToBrowsers: readonly number[] = [437, 850, 852, 855, 857, 862, 864, 10000, 10007];

const meetings = new URL('../../samples/meetings/', import.meta.url);
const samples = readdirSync(meetings)
  .filter((name) => name.endsWith('.msg'))
  .map((name) => new Uint8Array(readFileSync(new URL(name, meetings))));
const known = codePages.filter((page) => !unknownToBrowsers.includes(page));
const names = known.map((page) => namesOf(charactersOf(page, (bytes) => codepage.utils.decode(page, bytes))));
const messages = known.map((page, index) => messageOf(page, names[index] ?? []));
const paths = hasCorpus
  ? readTable('MANIFEST.tsv')
      .map((row) => row['path'] ?? '')
      .filter((path) => path.startsWith('msg/'))
      .filter((_, index) => index % 20 === 0)
  : [];

describe.skipIf(!hasBrowser)(browserTitle, () => {
  const fromCorpus = paths.map(readCorpusFile);
  const told: string[] = [];
  beforeAll(async () => {
    const reported = [...samples, ...fromCorpus].map((bytes) => ({ told: 'report' as const, bytes }));
    const named = messages.map((bytes) => ({ told: 'names' as const, bytes }));
    told.push(...(await inBrowser([...reported, ...named])));
  }, 120_000);

  test('the samples read as they do on Node', () => {
    expect(samples.length).toBeGreaterThan(10);
    expect(told.slice(0, samples.length)).toEqual(samples.map(reportHere));
  });

  test('8-bit strings of every code page read as they do on Node', () => {
    const there = told.slice(-known.length).map((text) => JSON.parse(text) as (string | null)[]);
    const differing = known.flatMap((page, index) =>
      decodeMessage(messages[index] as Uint8Array).recipients.flatMap(({ displayName: here = null }, row) => {
        const bytes = Buffer.from(names[index]?.[row] ?? []).toString('hex');
        const name = there[index]?.[row];
        return name === here ? [] : [`${page} ${bytes}: ${String(name)}, not ${String(here)}`];
      }),
    );
    expect(differing).toEqual([]);
  });

  test.skipIf(!hasCorpus)(
    `one in twenty of the ${corpusTitle} reads as it does on Node (npm run matrix reads all)`,
    () => {
      const there = told.slice(samples.length, samples.length + paths.length);
      expect(
        paths.filter((_, index) => there[index] !== reportHere(fromCorpus[index] as Uint8Array)),
      ).toEqual([]);
    },
  );
});
