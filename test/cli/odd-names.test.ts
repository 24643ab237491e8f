import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nameOfBytes } from '../../src/cli/inputs/file-name';
import { decodeMessage } from '../../src/index';
import { toUri } from '../../src/report/uri';
import { mapilint, mapilintReading } from '../support/command';

const sick = fileURLToPath(new URL('../../samples/meetings/textbook-defect.msg', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-odd-'));
/** Names that are no UTF-8, act in a terminal or mean something in an address, as bytes. */
const names = [
  'bad\xff.msg',
  '\xed\xa0\x80half.msg',
  'rlo\xe2\x80\xae.msg',
  'c1\xc2\x85.msg',
  'line\nend.msg',
  'a b%20#?.msg',
  'back\\slash.msg',
  'colon:.msg',
].map((name) => Buffer.from(name, 'latin1'));
const isLinux = process.platform === 'linux';
mkdirSync(folder, { recursive: true });
if (isLinux) for (const name of names) copyFileSync(sick, Buffer.concat([Buffer.from(`${folder}/`), name]));

/** A sample whose subject and a name hold halves of surrogate pairs. */
const halves = join(folder, '..', `${folder.split('/').pop() ?? ''}-halves.msg`);
const bytes = readFileSync(sick);
const at = bytes.indexOf(Buffer.from('Bob Miller', 'utf16le'));
bytes.writeUInt16LE(0xd83d, at);
writeFileSync(halves, bytes);

describe.runIf(isLinux)('names of files', () => {
  test('lines of JSON have no halves, and their bytes lead back to the files', async () => {
    const { out } = await mapilint('check', folder, '--format', 'ndjson', '-j', '1');
    expect(out).not.toMatch(/\\ud[89a-f]/i);
    const lines = out.split('\n').filter((line) => line.startsWith('{"path"'));
    const found = lines.map((line) => {
      const { path, pathBytes } = JSON.parse(line) as { path: string; pathBytes?: string };
      const whole = pathBytes === undefined ? Buffer.from(path) : Buffer.from(pathBytes, 'hex');
      return whole.subarray(folder.length + 1).toString('latin1');
    });
    expect(found.sort()).toEqual(names.map((name) => name.toString('latin1')).sort());
    const again = await mapilintReading(
      Buffer.from(lines.join('\n')).toString('latin1'),
      'check',
      '--ndjson-in',
    );
    expect(again.out).toContain(`\n${names.length} files: ${names.length} likely\n`);
  });

  test('a run goes on with them', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mapilint-odd-')), 'run.ndjson');
    const first = await mapilint('check', folder, '--resume', path, '-j', '1');
    const before = readFileSync(path, 'utf8').split('\n');
    const second = await mapilint('check', folder, '--resume', path, '-j', '1');
    const after = readFileSync(path, 'utf8').split('\n');
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(after.slice(0, names.length)).toEqual(before.slice(0, names.length));
    expect(after).toHaveLength(before.length);
  });

  test('addresses in SARIF lead to the files', async () => {
    const { out } = await mapilint('check', folder, '--format', 'sarif', '-j', '1');
    const { runs } = JSON.parse(out) as { runs: { artifacts: { location: { uri: string } }[] }[] };
    const found = runs[0]!.artifacts.map(({ location: { uri } }) =>
      uri
        .slice(`file://${folder}/`.length)
        .replace(/%([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
    );
    expect(found.sort()).toEqual(names.map((name) => name.toString('latin1')).sort());
  });

  test.each(['pretty', 'csv', 'junit', 'html', 'sarif', 'json', 'ndjson'])(
    '%s: nothing acts',
    async (format) => {
      const { out } = await mapilint('check', folder, halves, '--format', format, '-j', '1');
      expect(out).not.toMatch(/[\x80-\x9f\u202e]|\p{Cs}|\\ud[89a-f]/u);
      expect(out).toContain(format === 'sarif' ? '/bad%FF.msg' : 'DCFF');
      if (format !== 'sarif') expect(out).not.toMatch(/u\{u|\\\\+u\{202E|&amp;(lt|gt|amp|#)/);
    },
  );
});

test('half a character in a message is text in JSON, and beside it is what it was', async () => {
  expect(decodeMessage(bytes).recipients[1]?.displayName).toBe('\ud83dob Miller');
  for (const format of ['json', 'ndjson']) {
    const { out } = await mapilint('check', halves, '--format', format);
    const [line = ''] = format === 'json' ? [out] : out.split('\n');
    const entry = (
      format === 'json' ? (JSON.parse(line) as { files: object[] }).files[0] : JSON.parse(line)
    ) as {
      illFormed: Record<string, string>;
    };
    const units = Object.values(entry.illFormed);
    expect(units.length).toBeGreaterThan(0);
    expect(units.every((text) => text.includes('d83d006f0062'))).toBe(true);
  }
});

test.each([
  ['C:\\share\\a b.msg', 'file:///C:/share/a%20b.msg'],
  ['\\\\server\\share\\ä.msg', 'file://server/share/%C3%A4.msg'],
  ['/share/back\\slash.msg', 'file:///share/back%5Cslash.msg'],
  ['share/a:b.msg', 'share/a%3Ab.msg'],
  [nameOfBytes(Buffer.of(0x2f, 0xff)), 'file:///%FF'],
])('%s is %s', (path, uri) => {
  expect(toUri(path)).toBe(uri);
});
