import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nameOfBytes, systemPath } from '../../src/cli/inputs/file-name';
import { isInShard } from '../../src/cli/inputs/shard';
import { mapilint, mapilintReading } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sick = join(root, 'samples/meetings/textbook-defect.msg');
const sound = join(root, 'samples/meetings/healthy-answered.msg');
const store = join(root, 'samples/stores/mailbox.pst');

function share(): string {
  return mkdtempSync(join(tmpdir(), 'mapilint-share-'));
}

/** The paths of the lines of ndjson. */
const pathsIn = (out: string): string[] =>
  out
    .split('\n')
    .filter((line) => line.startsWith('{"path"'))
    .map((line) => (JSON.parse(line) as { path: string }).path);

describe('paths on standard input', () => {
  test.each([
    ['-', `${sick}\r\n${sound}\n`],
    ['-0', `${sick}\0${sound}\0`],
    ['--ndjson-in', `{"path":${JSON.stringify(sick)},"verdict":"likely"}\n{"path":${JSON.stringify(sound)}}`],
  ])('%s', async (option, list) => {
    const { code, out } = await mapilintReading(list, 'check', option, '--format', 'ndjson');
    expect(code).toBe(1);
    expect(pathsIn(out)).toEqual([sick, sound]);
  });

  test('a line of ours leads back to the item of a store', async () => {
    const { out: lines } = await mapilint('check', store, '--format', 'ndjson');
    const failing = lines.split('\n').filter((line) => line.includes('"verdict":"likely"'));
    expect(failing.length).toBeGreaterThan(0);
    const again = await mapilintReading(failing.join('\n'), 'check', '--ndjson-in', '--format', 'ndjson');
    expect(again.out.split('\n').filter((line) => line.includes('"item":'))).toEqual(failing);
  });

  test('a message that is piped in is no list', async () => {
    const bytes = readFileSync(sick).toString('latin1');
    const { code, err } = await mapilintReading(bytes, 'check', '-');
    expect(code).toBe(2);
    expect(err).toMatch(/paths are read from standard input, not a message: name the file itself/);
    expect(err.length).toBeLessThan(300);
  });

  test('table takes a list, too', async () => {
    const { code, out } = await mapilintReading(`${sick}\n`, 'table', '-');
    expect(code).toBe(0);
    expect(out).toBe((await mapilint('table', sick)).out);
  });

  test('a line that names nothing is said, and the others go through', async () => {
    const list = `{"file":"x"}\nnothing\n{"path":${JSON.stringify(sound)}}\n`;
    const { code, out, err } = await mapilintReading(list, 'check', '--ndjson-in');
    expect(code).toBe(2);
    expect(err).toMatch(/Line 1 of the list has no path/);
    expect(err).toMatch(/Line 2 of the list is not JSON/);
    expect(out).toContain('1 unlikely');
  });

  test('what is listed need not be a message', async () => {
    const { code, out } = await mapilintReading(`${join(root, 'README.md')}\n${sound}\n`, 'check', '-');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 skipped') as string });
  });
});

describe('names', () => {
  test('bytes that are no UTF-8 lead back to themselves', () => {
    for (const bytes of [[0x61, 0xe9, 0x62], [0xff], [0xc3, 0xa9, 0xe9], [0xf0, 0x9f, 0x98, 0x80, 0x80]]) {
      const name = nameOfBytes(Uint8Array.from(bytes));
      expect(systemPath(name)).toEqual(Buffer.from(bytes));
      expect(JSON.parse(JSON.stringify(name))).toBe(name);
    }
    expect(nameOfBytes(Buffer.from('Besprechung für Zoë 😀'))).toBe('Besprechung für Zoë 😀');
    expect(systemPath('für Zoë 😀')).toBe('für Zoë 😀');
    expect(nameOfBytes(Uint8Array.of(0x61, 0xe9))).toBe('a\udce9');
  });

  test.skipIf(process.platform !== 'linux')('a file of such a name is read, and said', async () => {
    const folder = share();
    copyFileSync(sick, Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from('.msg')]));
    const { code, out } = await mapilint('check', folder);
    expect(code).toBe(1);
    expect(out).toContain('caf\\u{DCE9}.msg: LIKELY');
    const listed = await mapilintReading(`${folder}/caf\xe9.msg\0`, 'check', '-0', '--format', 'ndjson');
    expect(pathsIn(listed.out)).toEqual([`${folder}/caf\\u{DCE9}.msg`]);
  });
});

describe('a share', () => {
  test('links, pipes, empty files and loops are said and stop nothing', async () => {
    const folder = share();
    mkdirSync(join(folder, 'inner'));
    copyFileSync(sound, join(folder, 'inner/a.msg'));
    symlinkSync(folder, join(folder, 'inner/loop'));
    symlinkSync(join(folder, 'gone'), join(folder, 'broken'));
    writeFileSync(join(folder, 'empty.msg'), '');
    if (process.platform !== 'win32') spawnSync('mkfifo', [join(folder, 'pipe')]);
    const { code, out, err } = await mapilint('check', folder);
    expect(code).toBe(2); // a message without a byte is somebody's to look into
    expect(err).toContain('empty.msg: The file is empty');
    expect(err).toContain('inner/loop: skipped, since it is a link');
    expect(err).toContain('broken: skipped, since it is a link');
    if (process.platform !== 'win32') expect(err).toContain('pipe: skipped, since it is a pipe');
    expect(out).toContain('2 files: 1 unlikely, 1 not checked');
    const lines = await mapilint('check', folder, '--format', 'ndjson');
    expect(pathsIn(lines.out).length).toBeGreaterThanOrEqual(4);
  });

  test('archives are said, documents are none', async () => {
    const folder = share();
    copyFileSync(sound, join(folder, 'a.msg'));
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    for (const name of ['mails.zip', 'mac.olm', 'letter.docx']) writeFileSync(join(folder, name), zip);
    writeFileSync(join(folder, 'empty.txt'), '');
    const { code, out, err } = await mapilint('check', folder);
    expect(code).toBe(0);
    expect(err).toContain('mails.zip: skipped, since it is a ZIP archive: unpack it');
    expect(err).toContain('mac.olm: skipped, since it is an archive of Outlook for Mac');
    expect(out).toContain('2 skipped (no messages)');
    const named = await mapilint('check', join(folder, 'mails.zip'));
    expect(named.code).toBe(2);
    expect(named.err).toContain('unpack it first');
  });

  test('nothing to read is an error that says what was looked for', async () => {
    const folder = share();
    writeFileSync(join(folder, 'notes.txt'), 'no message');
    const { code, err } = await mapilint('check', folder);
    expect(code).toBe(2);
    expect(err).toBe(
      `${folder}: no message found – 1 file was searched by content. mapilint reads Outlook messages (.msg), stores (PST, OST), TNEF, email files with TNEF (.eml) and MFCMAPI exports: name a folder that contains one\n`,
    );
    expect((await mapilintReading('', 'check', '-')).code).toBe(2);
  });
});

describe('parts', () => {
  test('every file is in one part, by its path within the folder, wherever that lies', async () => {
    const parts = await Promise.all(
      [1, 2, 3].map(async (index) => {
        const { out } = await mapilint(
          'check',
          join(root, 'samples/meetings'),
          '--format',
          'ndjson',
          '--shard',
          `${index}/3`,
        );
        return pathsIn(out);
      }),
    );
    const { out } = await mapilint('check', join(root, 'samples/meetings'), '--format', 'ndjson');
    expect(parts.flat().sort()).toEqual(pathsIn(out).sort());
    expect(parts.every((part) => part.length > 3)).toBe(true);
    expect(isInShard({ index: 1, count: 1 }, 'anything')).toBe(true);
    const file = parts[1]![0]!.split('/').at(-1)!;
    expect(isInShard({ index: 2, count: 3 }, file)).toBe(true);
  });

  test('a part without files is no error', async () => {
    const folder = share();
    copyFileSync(sound, join(folder, 'a.msg'));
    const codes = await Promise.all(
      [1, 2].map(async (index) => (await mapilint('check', folder, '--shard', `${index}/2`)).code),
    );
    expect(codes).toEqual([0, 0]);
  });

  test('items of a store by their places', async () => {
    const all = pathsAndItems((await mapilint('check', store, '--format', 'ndjson')).out);
    const range = async (text: string): Promise<string[]> =>
      pathsAndItems((await mapilint('check', store, '--format', 'ndjson', '--item-range', text)).out);
    expect(all.length).toBeGreaterThan(3);
    expect([...(await range('1-2')), ...(await range('3-'))]).toEqual(all);
  });

  test.each([
    ['--shard', '0/3'],
    ['--shard', '4/3'],
    ['--shard', 'x'],
    ['--item-range', '0-3'],
    ['--item-range', '5-4'],
  ])('%s %s is refused', async (option, value) => {
    const { code, err } = await mapilint('check', sound, option, value);
    expect(code).toBe(2);
    expect(err).toContain(`${option} must be a`);
  });
});

function pathsAndItems(out: string): string[] {
  return out
    .split('\n')
    .filter((line) => line.includes('"item":'))
    .map((line) => (JSON.parse(line) as { item: { id: string } }).item.id);
}
