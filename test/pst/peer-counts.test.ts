// How many items each folder of the corpus' stores has, for us, for Debian's pffexport and for both packages of npm.

import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openPstFile } from '@hiraokahypertools/pst-extractor';
import { PSTFile } from 'pst-extractor';
import type { PSTFolder } from 'pst-extractor';
import { describe, expect, test, vi } from 'vitest';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import type { StoreFolder } from '../../src/store';
import { corpusFolder, corpusTitle, hasCorpus, readReadings } from '../support/corpus';

const isInstalled = spawnSync('pffexport', ['-V']).error === undefined;
const title = isInstalled ? 'pffexport' : 'pffexport (skipped: not installed; apt-get install pff-tools)';
const run = promisify(execFile);

const paths = hasCorpus
  ? readReadings<{ path: string; format: string; messages?: unknown }>()
      .filter(({ format, messages }) => format === 'PST' && messages !== undefined)
      .map(({ path }) => path)
  : [];

type Counts = Readonly<Record<string, number>>;

async function ourCounts(path: string): Promise<Counts> {
  const store = await openStore(fromFile(join(corpusFolder, path)));
  const counts: Record<string, number> = {};
  const name = (folder: StoreFolder): void => {
    counts[folder.path] = 0;
    folder.folders.forEach(name);
  };
  name(store.root);
  for await (const { folder } of store.list()) counts[folder.path] = (counts[folder.path] ?? 0) + 1;
  await store.close();
  return withoutEmpty(counts);
}

function withoutEmpty(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** pffexport makes a folder of each folder, and in it one such as Message00001 of each item. */
async function pffCounts(path: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-pff-'));
  try {
    const target = join(folder, 'out');
    await run('pffexport', ['-q', '-m', 'items', '-t', target, join(corpusFolder, path)]);
    const counts: Record<string, number> = {};
    const visit = (at: string, name: string): void => {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        const inner = name === '' ? entry.name : `${name}/${entry.name}`;
        if (/\d{5}$/.test(entry.name)) counts[name] = (counts[name] ?? 0) + 1;
        else if (entry.isDirectory()) visit(join(at, entry.name), inner);
      }
    };
    visit(`${target}.export`, '');
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function extractorCounts(path: string): Counts {
  const counts: Record<string, number> = {};
  const visit = (folder: PSTFolder, name: string): void => {
    let count = 0;
    while (folder.getNextChild() != null) count += 1;
    counts[name] = count;
    if (!folder.hasSubfolders) return;
    for (const child of folder.getSubFolders())
      visit(child, name === '' ? child.displayName : `${name}/${child.displayName}`);
  };
  const file = new PSTFile(join(corpusFolder, path));
  visit(file.getRootFolder(), '');
  file.close();
  return withoutEmpty(counts);
}

type HiraokaFolder = Awaited<ReturnType<Awaited<ReturnType<typeof openPstFile>>['getRootFolder']>>;

async function hiraokaCounts(path: string): Promise<Counts> {
  const counts: Record<string, number> = {};
  const visit = async (folder: HiraokaFolder, name: string): Promise<void> => {
    counts[name] = (await folder.getEmails()).length;
    for (const child of await folder.getSubFolders())
      await visit(child, name === '' ? child.displayName : `${name}/${child.displayName}`);
  };
  const file = await openPstFile(join(corpusFolder, path));
  try {
    await visit(await file.getRootFolder(), '');
  } finally {
    await file.close();
  }
  return withoutEmpty(counts);
}

/** By folder, where the counts differ: ours, then theirs. */
function differences(ours: Counts, theirs: Counts): Record<string, string> {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => ours[name] !== theirs[name])
      .map((name) => [name, `${ours[name] ?? 0}, not ${theirs[name] ?? 0}`]),
  );
}

const freeBusy = { 'Freebusy Data': '1, not 0' };
const contacts = 'HiraokaHyperTools__pst-extractor/src____tests____testdata__contacts97-2002.pst';

/** pffexport exports no item of a class that it does not know, IPM.Microsoft.ScheduleData.FreeBusy and IPM.Post. */
const ofPffexport: readonly (readonly [file: RegExp, differences: Record<string, string>])[] = [
  [/Examples__Data__Outlook__Outlook(_1)?\.pst$/, freeBusy],
  [/java-libpst\/src__test__resources__(dist-list|passworded)\.pst$/, freeBusy],
  [/__test_ansi\.pst$/, { 'Top of Personal Folders/Folder': '1, not 0' }],
  [
    /__test_unicode\.pst$/,
    { 'Top of Personal Folders': '1, not 0', 'Top of Personal Folders/Folder': '1, not 0' },
  ],
];

describe.skipIf(!hasCorpus || !isInstalled)(`${corpusTitle}, ${title}`, () => {
  test.each(paths)('%s', async (path) => {
    const [ours, theirs] = await Promise.all([ourCounts(path), pffCounts(path)]);
    // it takes the names of folders in code page 932 for other characters: the counts stand under other names
    if (path.endsWith(contacts)) expect(Object.values(theirs)).toEqual(Object.values(ours));
    else {
      const expected = ofPffexport.find(([file]) => file.test(path))?.[1] ?? {};
      expect(differences(ours, theirs)).toEqual(expected);
    }
  });
});

describe.skipIf(!hasCorpus)(`${corpusTitle}, pst-extractor`, () => {
  test.each(paths)('%s', async (path) => {
    const quiet = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      // it reads no ANSI store without a map of named properties
      if (path.endsWith(contacts) || path.endsWith('__test_ansi.pst')) {
        expect(() => extractorCounts(path)).toThrow('Unable to find 97');
        return;
      }
      // of a contents table in several blocks it reads the rows of the first
      const expected = path.endsWith('pstextractortest@outlook.com.ost')
        ? { 'Root - Mailbox/IPM_SUBTREE/Calendar/United States holidays': '160, not 24' }
        : {};
      expect(differences(await ourCounts(path), extractorCounts(path))).toEqual(expected);
    } finally {
      quiet.mockRestore();
    }
  });
});

describe.skipIf(!hasCorpus)(`${corpusTitle}, @hiraokahypertools/pst-extractor`, () => {
  test.each(paths)('%s', async (path) => {
    const [ours, theirs] = [await ourCounts(path), await hiraokaCounts(path)];
    // it reads names in code page 932 as if they were in 1252
    if (path.endsWith(contacts)) expect(Object.values(theirs)).toEqual(Object.values(ours));
    else expect(differences(ours, theirs)).toEqual({});
  });
});
