// The subjects of the mails of the corpus' stores, for us and for Debian's readpst.

import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/eml/mail';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import { corpusFolder, corpusTitle, hasCorpus, readReadings } from '../support/corpus';

const isInstalled = spawnSync('readpst', ['-V']).error === undefined;
const title = isInstalled ? 'readpst' : 'readpst (skipped: not installed; apt-get install pst-utils)';
const run = promisify(execFile);
const LARGEST = 3 << 20;

const paths = hasCorpus
  ? readReadings<{ path: string; format: string; messages?: unknown }>()
      .filter(({ format, messages }) => format === 'PST' && messages !== undefined)
      .map(({ path }) => path)
      .filter((path) => statSync(join(corpusFolder, path)).size < LARGEST)
  : [];

const plain = (subject: string | undefined): string => (subject ?? '').replace(/\s+/g, ' ').trim();

async function theirs(path: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-readpst-'));
  try {
    await run('readpst', ['-q', '-e', '-D', '-o', folder, join(corpusFolder, path)]);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.eml'))
      .map((name) => plain(readMail(readFileSync(join(folder, name))).subject));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ours(path: string): Promise<string[]> {
  const store = await openStore(fromFile(join(corpusFolder, path)));
  const subjects: string[] = [];
  for await (const { message } of store.items()) subjects.push(plain(message?.subject));
  await store.close();
  return subjects;
}

describe.skipIf(!hasCorpus || !isInstalled)(`${title} on stores of the ${corpusTitle}`, () => {
  test('finds no mail that is not found here, by its subject', async () => {
    let found = 0;
    const strange: string[] = [];
    for (const path of paths) {
      const known = await ours(path);
      for (const subject of await theirs(path)) {
        found += 1;
        const at = known.indexOf(subject);
        if (at < 0) strange.push(`${path.split('/').at(-1) ?? ''}: ${subject}`);
        else known.splice(at, 1);
      }
    }
    expect(strange).toEqual([]);
    expect(found).toBeGreaterThan(50);
  }, 60_000);
});
