import { readdirSync, readFileSync } from 'node:fs';
import codepage from 'codepage';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose } from '../../src/index';
import { toMessageReport } from '../../src/report/index';
import { browserTitle, hasBrowser, namesInBrowser, reportsInBrowser } from '../support/browser';
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

describe.skipIf(!hasBrowser)(browserTitle, () => {
  test('the samples read as they do on Node', async () => {
    const folder = new URL('../../samples/meetings/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.msg'));
    const files = names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
    expect(await reportsInBrowser(files)).toEqual(files.map(reportHere));
  });

  test('8-bit strings of every code page read as they do on Node', async () => {
    const known = codePages.filter((page) => !unknownToBrowsers.includes(page));
    const tables = known.map((page) =>
      namesOf(charactersOf(page, (bytes) => codepage.utils.decode(page, bytes))),
    );
    const files = known.map((page, index) => messageOf(page, tables[index] ?? []));
    const there = (await namesInBrowser(files)).map((names) => JSON.parse(names) as (string | null)[]);
    const differing = known.flatMap((page, index) =>
      decodeMessage(files[index] as Uint8Array).recipients.flatMap(({ displayName: here = null }, row) => {
        const bytes = Buffer.from(tables[index]?.[row] ?? []).toString('hex');
        const name = there[index]?.[row];
        return name === here ? [] : [`${page} ${bytes}: ${String(name)}, not ${String(here)}`];
      }),
    );
    expect(differing).toEqual([]);
  }, 120_000);

  test.skipIf(!hasCorpus)(
    `one in twenty of the ${corpusTitle} reads as it does on Node (npm run matrix reads all)`,
    async () => {
      const paths = readTable('MANIFEST.tsv')
        .map((row) => row['path'] ?? '')
        .filter((path) => path.startsWith('msg/'))
        .filter((_, index) => index % 20 === 0);
      const files = paths.map(readCorpusFile);
      const reports = await reportsInBrowser(files);
      expect(paths.filter((_, index) => reports[index] !== reportHere(files[index] as Uint8Array))).toEqual(
        [],
      );
    },
    120_000,
  );
});
