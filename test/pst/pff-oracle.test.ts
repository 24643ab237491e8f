// Debian's pffexport, a reader that shares nothing with this project, reads what the test writer writes.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samples } from '../../samples/build/meetings';
import { expectBytes } from '../support/bytes';
import type { WrittenProperty } from '../support/msg-writer';
import { everyType, messageOfEveryType } from '../support/pst-writer/every-type';
import { NameMap } from '../support/pst-writer/name-map';
import { attachedBytes, sampleNames, sampleStore, storeShapes } from '../support/pst-writer/sample-store';
import { writeStore } from '../support/pst-writer/store';
import { storeProperty } from '../support/pst-writer/stored-property';
import { mailboxFolders } from '../support/pst-writer/written-folder';

const isInstalled = spawnSync('pffexport', ['-V']).error === undefined;
const title = isInstalled ? 'pffexport' : 'pffexport (skipped: not installed; apt-get install pff-tools)';
if (!isInstalled) console.warn(title);

/** What pffexport cannot read, although it is sound. */
const unreadable = new Set([
  // it does not inflate XBLOCKs
  '4 KiB, all compressed',
  // where the first block tells nothing, it takes all others for permuted
  'ANSI, half permuted',
]);

interface Exported {
  readonly subject: string;
  readonly names: readonly string[];
}

/** Runs pffexport over a store and does something with the folder that it makes. */
function exported<T>(bytes: Uint8Array, use: (folder: string) => T, ...options: string[]): T {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-pff-'));
  try {
    writeFileSync(join(folder, 'store'), bytes);
    const target = join(folder, 'out');
    execFileSync('pffexport', ['-q', ...options, '-m', 'all', '-t', target, join(folder, 'store')], {
      stdio: 'ignore',
    });
    expect(readdirSync(folder).sort(), 'nothing is orphaned').toEqual(['out.export', 'store']);
    return use(join(folder, 'out.export', 'Top of Personal Folders'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Items by their number in the folder. */
function readItems(folder: string): Map<number, Exported> {
  return new Map(
    readdirSync(folder).map((item) => {
      const files = readdirSync(join(folder, item)).filter(
        (name) => name.endsWith('.txt') && !name.endsWith('ItemValues.txt'),
      );
      const read = (name: string): string => readFileSync(join(folder, item, name), 'utf8');
      const texts = files.filter((name) => name !== 'Recipients.txt').map(read);
      const names = files.includes('Recipients.txt') ? read('Recipients.txt') : '';
      return [
        Number(item.slice(-5)),
        {
          subject: values(texts.join('\n'), 'Subject')[0] ?? '',
          names: values(names, 'Recipient display name'),
        },
      ];
    }),
  );
}

/** The values of the first set of a dump, in hexadecimal, by identifier and type. */
function readDump(file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readFileSync(file, 'utf8').split(/^Set:\s+(?=0$)/m)) {
    const [id] = values(entry, 'Entry type');
    const [type] = values(entry, 'Value type');
    if (id === undefined || type === undefined) continue;
    const [own = ''] = entry.split(/^Set:/m);
    const lines = [...own.matchAll(/^0x[0-9a-f]{8}: ((?:[0-9a-f]{2} {1,2})+)/gm)];
    found.set(
      `${id.slice(-4)}${type.slice(-4)}`,
      lines.map(([, hex = '']) => hex.replaceAll(' ', '')).join(''),
    );
  }
  return found;
}

/** What must be dumped of a property: a Boolean by one byte. */
function expectedDump(property: WrittenProperty, isAnsi: boolean): readonly [tag: string, hex: string] {
  const { tag, bytes } = storeProperty(property, { isAnsi, codePage: 1252, names: new NameMap() });
  const dumped = (tag & 0xffff) === 0x000b ? bytes.subarray(0, 1) : bytes;
  return [tag.toString(16).padStart(8, '0'), Buffer.from(dumped).toString('hex')];
}

function values(text: string, label: string): string[] {
  return [...text.matchAll(new RegExp(`^${label}:\\s*(.*)$`, 'gm'))].map(([, value = '']) => value.trim());
}

describe.runIf(isInstalled)(title, () => {
  const shapes = Object.entries(storeShapes).filter(([name]) => !unreadable.has(name));

  test.each(shapes)('%s: all samples, their subjects, their recipients, the attached file', (_, shape) => {
    exported(sampleStore(shape).bytes, (folder) => {
      expect(readdirSync(folder).sort()).toEqual(['Calendar', 'Deleted Items', 'Inbox', 'Sent Items']);
      const items = readItems(join(folder, 'Calendar'));
      expect(items.size).toBe(sampleNames.length);
      sampleNames.forEach((name, index) => {
        if (name === 'ansi-932') return; // exported in another code page
        const { subject, attendees, messageClass } = samples[name]!.meeting;
        // pffexport leaves out the recipients of IPM.Schedule items
        const isListed = !messageClass?.startsWith('IPM.Schedule');
        const item = { subject, names: isListed ? attendees.map((attendee) => attendee.name) : [] };
        expect(items.get(index + 1), name).toEqual(item);
      });
      const attached = join(folder, 'Inbox', 'Message00001', 'Attachments', '1_a.bin');
      expectBytes(new Uint8Array(readFileSync(attached)), attachedBytes);
    });
  });

  test.each(shapes)('%s: values of every type, in properties and in a table', (_, shape) => {
    const folders = mailboxFolders({ inbox: [messageOfEveryType] });
    const check = (folder: string): void => {
      for (const file of ['ItemValues.txt', 'RecipientsItemValues.txt']) {
        const dump = readDump(join(folder, 'Inbox', 'Message00001', file));
        for (const property of everyType) {
          const [tag, hex] = expectedDump(property, shape.format === 'ansi');
          expect(dump.get(tag), `${file} ${tag}`).toBe(hex);
        }
      }
    };
    exported(writeStore({ ...shape, folders }).bytes, check, '-d');
  });

  test('every item of a folder that takes several blocks of rows', () => {
    const calendar = Array.from({ length: 300 }, (_, index) => ({
      properties: [{ id: 0x0037, type: 0x001f, value: `Item ${index}` }],
    }));
    for (const format of ['ansi', 'unicode', '4k'] as const) {
      const { bytes } = sampleStore({ format, folders: [{ name: 'Many', messages: calendar }] });
      exported(bytes, (folder) => {
        expect(readdirSync(join(folder, 'Many')).length).toBe(300);
      });
    }
  });
});

if (!isInstalled) test.skip(title, () => undefined);
