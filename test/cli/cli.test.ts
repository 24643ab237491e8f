import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';
import { writeCompoundFile } from '../support/compound-file-writer';
import { mail, row } from '../support/messages';
import { layOutMsg, writeMsg } from '../support/msg-writer';

const root = fileURLToPath(new URL('../../', import.meta.url));
const meetings = join(root, 'samples/meetings');
const sample = (name: string): string => join(meetings, `${name}.msg`);

/** The verdicts that the samples' descriptions tell, and how the last line orders them. */
const described = readdirSync(meetings)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(meetings, name), 'utf8')) as { verdict: string });
const verdicts = ['likely', 'possible', 'undetermined', 'unlikely', 'not-applicable'];
const countOf = (verdict: string): number => described.filter((each) => each.verdict === verdict).length;

const folder = mkdtempSync(join(tmpdir(), 'mapilint-cli-'));
function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

describe('check', () => {
  test('the samples: verdicts, exit code 1, JSON files skipped', async () => {
    const { code, out, err } = await mapilint('check', meetings);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toMatch(/textbook-defect\.msg: LIKELY – /);
    expect(out).toMatch(
      /nobody-answered\.msg: unlikely – nothing in the item blocks delivery; tracking status 0 for 2 external attendees: normal until they answer/,
    );
    const counts = verdicts.map((verdict) => `${countOf(verdict)} ${verdict}`).join(', ');
    expect(out).toContain(
      `\n${2 * described.length} files: ${counts}, ${described.length} skipped (no messages)\n` +
        '4 meetings whose changes or cancellations did not, or would not, reach ',
    );
  });

  test.each([
    ['healthy-answered', [], 0],
    ['textbook-defect', [], 1],
    ['internal-only', [], 1],
    ['internal-only', ['--fail-on', 'error'], 0],
    ['textbook-defect', ['--fail-on', 'error'], 1],
    ['attendee-copy', [], 0],
  ])('%s %j ends with %i', async (name, options, expected) => {
    expect((await mapilint('check', sample(name), ...options)).code).toBe(expected);
  });

  test('json is one document', async () => {
    const { out, code } = await mapilint('check', meetings, '--format', 'json');
    const report = JSON.parse(out) as {
      schema: number;
      files: { path: string; verdict: string }[];
      skipped: number;
    };
    expect(code).toBe(1);
    expect(report).toMatchObject({ schema: 1, skipped: described.length });
    expect(report.files.find(({ path }) => path.endsWith('version-4.msg'))?.verdict).toBe('likely');
  });

  test('what is no meeting is counted, and listed when asked for', async () => {
    const path = file('mail.msg', writeMsg(mail));
    expect((await mapilint('check', path)).out).toBe('\n1 file: 1 not-applicable\n');
    expect((await mapilint('check', path, '--all')).out).toContain(
      'mail.msg: not-applicable – not a meeting (IPM.Note)',
    );
  });

  test('what is no meeting is listed where it is damaged', async () => {
    const { code, out } = await mapilint('check', 'samples/malformed/pst-block-damaged.pst');
    expect(code).toBe(0);
    expect(out).toMatch(/: not-applicable – not a meeting.*\n {2}Damage: Block 0x30 /);
  });

  test('one unreadable file is one line, the others go through, and the exit code is 2', async () => {
    const bad = file('mixed/a-cut.msg', layOutMsg(mail).bytes.subarray(0, 300));
    file('mixed/b.msg', writeMsg(mail));
    file('mixed/inner/notes.txt', 'no message');
    file('mixed/.hidden/c.msg', 'hidden');
    file('mixed/doc.doc', writeCompoundFile([{ name: 'WordDocument', data: new Uint8Array(10) }]).bytes);
    const { code, out, err } = await mapilint('check', join(folder, 'mixed'));
    expect(code).toBe(2);
    expect(err).toBe(
      `${bad}: The compound file header is cut: 300 bytes, expected 512 – at byte 300 – the file is damaged: save the item again from Outlook\n`,
    );
    expect(out).toBe('\n4 files: 1 not-applicable, 1 not checked, 2 skipped (no messages)\n');
  });

  test('a file that is named must be a message', async () => {
    const path = file('notes.txt', 'From: me');
    const { code, err } = await mapilint('check', path);
    expect(code).toBe(2);
    expect(err).toBe(
      `${path}: Not an Outlook message: it begins with "46 72 6F 6D 3A 20 6D 65"; expected D0 CF 11 E0 A1 B1 1A E1 (.msg), 78 9F 3E 22 (TNEF), an email file (.eml) or an MFCMAPI export – at byte 0 – check that it is an Outlook message, or a store (a PST or OST begins with 21 42 44 4E); save an item from Outlook as .msg\n`,
    );
    expect((await mapilint('check', file('empty.msg', ''))).err).toContain(
      'The file is empty – at byte 0 – copy it again from its source',
    );
  });

  test('a path that is not there', async () => {
    const path = join(folder, 'none.msg');
    expect(await mapilint('check', path, sample('healthy-answered'))).toMatchObject({
      code: 2,
      err: `${path}: there is no such file or folder – check the path\n`,
      out: expect.stringContaining('2 files: 1 unlikely, 1 not checked') as string,
    });
  });

  test('unreadable wins over findings', async () => {
    expect((await mapilint('check', sample('textbook-defect'), join(folder, 'none'))).code).toBe(2);
  });

  test('a message that damage left nothing of is unreadable, in a folder too', async () => {
    const layout = layOutMsg(mail);
    const bytes = layout.bytes.slice();
    new DataView(bytes.buffer).setUint32(layout.entries.get('/')!.offset + 76, 0, true); // the root is its own child
    file('lost/calendar.msg', bytes);
    const { code, err, out } = await mapilint('check', join(folder, 'lost'));
    expect({ code, out }).toEqual({ code: 2, out: '\n1 file: 1 not checked\n' });
    expect(err).toContain(
      'calendar.msg: No part of the message could be read: Directory entry 0 is reached twice',
    );
  });

  test('no truncation of a message in a folder goes unnoticed', async () => {
    const { bytes } = layOutMsg(mail);
    for (let length = 8; length < bytes.length; length += 512) {
      const path = file(`cut/${length}.msg`, bytes.subarray(0, length));
      const { code, out } = await mapilint('check', path, '--all');
      expect(code === 2 || /Damage:/.test(out), `${length} bytes: ${out}`).toBe(true);
    }
  });

  test('a long subject stops nothing', async () => {
    file(
      'long/a.msg',
      writeMsg({
        ...mail,
        properties: [...mail.properties.slice(0, 1), { id: 0x0037, type: 0x001f, value: 'x'.repeat(40_000) }],
      }),
    );
    file('long/b.msg', writeMsg(mail));
    expect(await mapilint('check', join(folder, 'long'))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n2 files: 2 not-applicable\n$/) as string,
    });
    expect((await mapilint('check', join(folder, 'long'), '--format', 'json')).code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('a pipe is refused at once', async () => {
    const path = join(folder, 'pipe');
    spawnSync('mkfifo', [path]);
    expect(await mapilint('check', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('copy it to a file first') as string,
    });
  });

  test('links in a folder are not followed', async () => {
    file('loop/b.msg', writeMsg(mail));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop/again'));
    expect((await mapilint('check', join(folder, 'loop'))).out).toBe('\n1 file: 1 not-applicable\n');
  });

  test('strict takes damage as unreadable', async () => {
    const path = file(
      'damaged.msg',
      writeMsg({ ...mail, recipients: [row('Ann', { id: 0x3001, type: 0x001f, value: 'again' })] }),
    );
    expect((await mapilint('check', path)).code).toBe(0);
    expect(await mapilint('check', path, '--strict')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'are called "__substg1.0_3001001F" – at /__recip_version1.0_#00000000/',
      ) as string,
    });
  });

  test('the code page of messages that do not say', async () => {
    const path = file(
      'ansi.msg',
      writeMsg(
        { ...mail, recipients: [[{ id: 0x3001, type: 0x001e, value: 'Привет' }]] },
        { codePage: 1251 },
      ),
    );
    expect((await mapilint('table', path, '--code-page', '1251')).out).toContain('Привет');
    expect((await mapilint('table', path)).out).not.toContain('Привет');
  });
});

describe('table', () => {
  test('the table, exceptions below', async () => {
    const { code, out } = await mapilint('table', sample('exception-defect'));
    expect(code).toBe(0);
    expect(out).toContain('PR_RECIPIENT_TRACKSTATUS_TIME');
    expect(out).toContain('embedded[0] exception');
  });

  test('as JSON: one document, whatever could be read', async () => {
    const { out, code } = await mapilint(
      'table',
      sample('textbook-defect'),
      join(folder, 'none.msg'),
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      files: [{ verdict: 'likely' }, { error: { code: 'ENOENT' } }],
    });
    expect(code).toBe(2);
  });

  test('a folder is an error with advice', async () => {
    expect(await mapilint('table', meetings)).toMatchObject({
      code: 2,
      err: `${meetings}: it is a folder – name a file in it\n`,
    });
  });
});

describe('props', () => {
  test('of a row: names, value and its meaning, bytes and their place', async () => {
    const { code, out } = await mapilint(
      'props',
      sample('textbook-defect'),
      '--of',
      'recipients[1]',
      '--property',
      '0x5FFF',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      '0x5FFF0003 PR_RECIPIENT_TRACKSTATUS, PidTagRecipientTrackStatus, ptagRecipientTrackStatus\n' +
        '    PT_LONG  3 (respAccepted)\n' +
        '    raw 03000000 (4 bytes), flags 6, byte 2800, /__recip_version1.0_#00000001/__properties_version1.0\n',
    );
  });

  test.each(['PidTagRecipientTrackStatusTime', 'PR_RECIPIENT_TRACKSTATUS_TIME', '0x5ffb0040', '5FFB0040'])(
    '%s is one property',
    async (name) => {
      const { out } = await mapilint(
        'props',
        sample('textbook-defect'),
        '--of',
        'recipients[1]',
        '--property',
        name,
      );
      expect(out).toContain('PT_SYSTIME  1601-01-01T00:00:00.0000000Z = Low: 0x00000000 High: 0x00000000');
      expect(out.split('\n')).toHaveLength(4);
    },
  );

  test('of the message, named properties by their names', async () => {
    const { out } = await mapilint('props', sample('textbook-defect'), '--property', 'dispidApptStateFlags');
    expect(out).toContain('PSETID_Appointment:0x8217');
    expect(out).toContain('1 (asfMeeting)');
  });

  test('of attachments and exceptions, as JSON', async () => {
    const { out } = await mapilint(
      'props',
      sample('exception-defect'),
      '--of',
      'attachments[0]',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      of: 'attachments[0]',
      properties: expect.arrayContaining([
        expect.objectContaining({ tag: '37050003', value: 5, labels: ['ATTACH_EMBEDDED_MSG'] }),
      ]) as unknown,
    });
    expect(
      (await mapilint('props', sample('exception-defect'), '--of', 'embedded[0].recipients[1]')).out,
    ).toContain('"Bob Miller"');
  });

  test('8-bit strings are found by the same names', async () => {
    const { out } = await mapilint('props', sample('ansi-932'), '--property', 'PidTagSubject');
    expect(out).toContain('0x0037001E PR_SUBJECT_A, PR_SUBJECT, PidTagSubject');
    expect(out).toContain('"四半期レビュー"');
  });

  test('what is not there is said', async () => {
    const file = sample('textbook-defect');
    expect((await mapilint('props', file, '--property', 'PR_BODY')).out).toBe('(no such property here)\n');
    expect(await mapilint('props', file, '--of', 'recipients[9]')).toMatchObject({
      code: 2,
      err: 'The message has no recipients[9]: it has 4 recipients\n',
    });
    expect((await mapilint('props', file, '--of', 'recipient')).err).toContain(
      '--of must be a path such as recipients[3]',
    );
    expect((await mapilint('props', file, '--property', 'PR_NONSENSE')).err).toContain(
      'mapilint knows no property "PR_NONSENSE"',
    );
    expect((await mapilint('props', file, file)).err).toContain('takes one file');
    expect((await mapilint('props', join(folder, 'none.msg'))).code).toBe(2);
  });
});

describe('usage', () => {
  test.each([
    [[], 'mapilint needs a file or a command: mapilint check FILE, or mapilint --help'],
    [['check'], 'mapilint check needs a file or folder'],
    [['table'], 'mapilint table needs a file'],
    [['chekc', 'x'], '"chekc" is not a command of mapilint or a file. Did you mean check?'],
    [
      ['check', 'x', '--format', 'xml'],
      '--format must be pretty, json, ndjson, sarif, junit, csv, html or parquet, not "xml"',
    ],
    [['check', 'x', '--fail-on', 'info'], '--fail-on must be warning or error, not "info"'],
    [
      ['check', 'x', '--code-page', 'utf8'],
      '--code-page must be the number of a code page, such as 932, not "utf8"',
    ],
    [
      ['table', 'x', '--code-page-override', '123456'],
      '--code-page-override must be the number of a code page, such as 932, not "123456"',
    ],
    [['rules', '--code-page-override', '932'], 'and explain, not to rules'],
    [['check', 'x', '--nope'], 'mapilint has no option --nope'],
    [['check', 'x', '--of', 'recipients[0]'], '--of belongs to props, not to check'],
  ])('%j', async (argv, message) => {
    const { code, err, out } = await mapilint(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('help and version', async () => {
    expect(await mapilint('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('exit codes') as string,
    });
    expect((await mapilint('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the built command', () => {
  const built = (argv: string[], options: { stdio?: 'pipe' } = {}) =>
    spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...argv], { encoding: 'utf8', ...options });

  test('gives the exit code and prints all it has through a pipe', () => {
    const { status, stdout } = built(['check', meetings, '--format', 'json']);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { files: unknown[] }).files).toHaveLength(described.length);
  });

  test('knows its version', () => {
    expect(built(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('stops quietly when its reader does', () => {
    const command = `"${process.execPath}" "${join(root, 'dist/cli.js')}" check "${meetings}" --format json | head -c 10`;
    const { stderr, stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect({ stderr, length: stdout.length }).toEqual({ stderr: '', length: 10 });
  });

  test('colours on request only', () => {
    const coloured = spawnSync(
      process.execPath,
      [join(root, 'dist/cli.js'), 'check', sample('textbook-defect')],
      {
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: '1' },
      },
    );
    expect(coloured.stdout).toContain('\u001b[1m');
    expect(built(['check', sample('textbook-defect')]).stdout).not.toContain('\u001b[');
  });
});
