import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run';
import { withEnclosed } from '../../src/viewer/enclosed';
import { diagnose } from '../../src/index';
import { external, meeting } from '../support/meetings';

const page = '<script id="enclosed" type="application/json"></script>';

async function view(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' };
  const terminal = {
    isTerminal: false,
    columns: undefined,
    environment: {},
    out: (text: string) => void (told.out += text),
    err: (text: string) => void (told.err += text),
  };
  const code = await run(['view', ...args], terminal as unknown as Parameters<typeof run>[1]);
  return { code, ...told };
}

describe('mapilint view', () => {
  test('prints where the page is', async () => {
    const { code, out } = await view();
    expect(code).toBe(0);
    expect(readFileSync(out.trim(), 'utf8')).toContain("default-src 'none'");
  });

  test('asks where a copy goes, and says what cannot be read', async () => {
    expect(await view('samples/meetings/textbook-defect.msg')).toMatchObject({ code: 2, out: '' });
    const copy = join(mkdtempSync(join(tmpdir(), 'mapilint-view-')), 'copy.html');
    writeFileSync(copy, 'from before');
    const unreadable = await view('samples/malformed/message-unrecognized.msg', '-o', copy);
    expect(unreadable.code).toBe(2);
    expect(unreadable.err).toContain('message-unrecognized.msg');
    expect(readFileSync(copy, 'utf8')).toBe('from before');
    expect((await view('a', 'b')).err).toContain('mapilint view takes one file');
  });

  test('no text of a message ends the data', () => {
    const message = meeting([{ ...external, name: '</script><script>alert(1)</script><!--$&' }]);
    const html = withEnclosed(page, { path: 'x.msg', message, diagnosis: diagnose(message) });
    expect(html.match(/</g)).toHaveLength(2);
    const [, data = ''] = /json">(.*)<\/script>$/s.exec(html) ?? [];
    expect(JSON.parse(data)).toHaveProperty(
      'reading.report.recipients.1.displayName',
      '</script><script>alert(1)</script><!--$&',
    );
    expect(JSON.parse(data)).toHaveProperty(['properties', 'recipients[1]', 0, 'raw']);
  });
});
