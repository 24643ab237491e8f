import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, diagnose } from '../../src/index';
import type { CheckedMessage } from '../../src/index';
import { decodeEvidence } from '../../src/evidence/index';
import { fromFile } from '../../src/node';
import { defaultPreset, presets, rulesOfPreset } from '../../src/rules/index';
import { mapilint } from '../support/command';

const folder = 'samples/meetings';
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.msg'))
  .map((name) => `${folder}/${name}`);
const [defect = ''] = files.filter((name) => name.includes('textbook-defect'));
const now = new Date('2012-01-01T00:00:00Z');

interface FileReport {
  readonly path: string;
  readonly verdict: string | null;
  readonly findings: readonly { readonly rule: string; readonly code: string; readonly path: string }[];
}

const found = ({ diagnosis }: CheckedMessage): unknown => ({
  verdict: diagnosis.verdict,
  findings: diagnosis.findings.map(({ rule, code, path }) => ({ rule, code, path })),
});

test.each(presets)('the command finds the same with %s', async (preset) => {
  const { out } = await mapilint('check', folder, '--format', 'json', '--preset', preset);
  const reports = (JSON.parse(out) as { files: readonly FileReport[] }).files;
  expect(reports.length).toBe(files.length);
  for (const { path, verdict, findings } of reports) {
    const checked = await check(path, { preset });
    expect({ path, ...(found(checked) as object) }).toEqual({
      path,
      verdict,
      findings: findings.map(({ rule, code, path }) => ({ rule, code, path })),
    });
  }
});

test('and without one', async () => {
  expect(defaultPreset).toBe('recommended');
  const { message, diagnosis } = await check(defect, { now });
  expect(diagnosis).toEqual(diagnose(message, { rules: rulesOfPreset('recommended'), now }));
  expect(diagnosis.verdict).toBe('likely');
});

describe('a path, bytes, a File, a source', () => {
  const bytes = readFileSync(defect);

  test.each([
    ['bytes', bytes],
    ['an ArrayBuffer', new Uint8Array(bytes).buffer],
    ['a File', new File([new Uint8Array(bytes)], 'calendar.msg')],
    ['a source', fromFile(defect)],
  ])('%s', async (_, input) => {
    expect(found(await check(input, { now }))).toEqual(found(await check(defect, { now })));
  });

  test('what is none of these', async () => {
    await expect(check(5 as never)).rejects.toThrow(TypeError);
    await expect(check('no-such-file.msg')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('evidence', () => {
  const [item, log] = ['samples/meetings/sent-cancellation.msg', 'samples/evidence/event.evt'];

  test('decoded, by its path, as bytes', async () => {
    const decoded = await decodeEvidence(readFileSync(log));
    const checked = await Promise.all(
      [decoded, log, readFileSync(log)].map((evidence) => check(item, { evidence: [evidence], now })),
    );
    expect(checked.map(({ diagnosis }) => diagnosis.verdict)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
    expect((await check(item, { now })).diagnosis.verdict).toBe('likely');
  });
});

test('a preset that is none', async () => {
  await expect(check(defect, { preset: 'some' as never })).rejects.toThrow(
    'The option preset of check must be one of "recommended", "all", not "some"',
  );
});
