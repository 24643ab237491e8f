import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import type { ReadOptions } from '../../src/index';
import { decisionsOf, formatDecisions } from '../../src/report/command';
import { mapilint } from '../support/command';

const field = new URL('../../samples/field/', import.meta.url);
const fileIn = (folder: string): string => {
  const name = readdirSync(new URL(`${folder}/`, field)).find((each) => /\.(msg|eml|tnef)$/.test(each));
  return `${folder}/${name ?? ''}`;
};
const decide = (path: string, of = '', options?: ReadOptions): string[] =>
  decisionsOf(decodeMessage(readFileSync(new URL(path, field)), options), of).map(
    ({ code, message }) => `${code}: ${message}`,
  );

describe('what was decided, and by what', () => {
  test.each<[string, string, ReadOptions | undefined, RegExp]>([
    [
      'code-page-not-overridable/b2-3ffd1252-sjis.msg',
      '',
      undefined,
      /page 1252: as PidTagMessageCodepage says$/,
    ],
    [
      'code-page-not-overridable/b2-3ffd1252-sjis.msg',
      '',
      { codePageOverride: 932 },
      /page 932: as you asked, whatever the file/,
    ],
    [
      'ansi-cpid-mime-charset/g1f-cpid28592-cz.msg',
      '',
      undefined,
      /1250: the page of the charset.*\(28592\)$/,
    ],
    [
      'ansi-cpid-65001/b1-cpid65001-gbk.msg',
      '',
      { codePage: 936 },
      /936: the message names none, and the caller/,
    ],
    [
      fileIn('legacy-class-in-msg'),
      '',
      undefined,
      /^message-class: .* is treated as IPM\.Schedule\.Meeting\./,
    ],
    [fileIn('one-off-entry-id-address'), 'recipients[1]', undefined, /^address: .*SMTP:bob@partner\.example/],
    [fileIn('recipient-streams-without-entries'), 'recipients[1]', undefined, /^unlisted: 3001001F/],
    [fileIn('trailing-padding-is-damage'), 'recipients[1]', undefined, /^msg-property-stream-padding: /],
    [
      'eml-binary-part/defect-body-binary.eml',
      '',
      undefined,
      /^part: Only "winmail\.dat" .* of the mail was read/,
    ],
  ])('%s %s', (path, of, options, expected) => {
    expect(decide(path, of, options)).toContainEqual(expect.stringMatching(expected));
  });

  test('of a file that leaves no choice there is nothing to say', () => {
    const bytes = readFileSync(new URL('../meetings/textbook-defect.msg', field));
    expect(decisionsOf(decodeMessage(bytes), '')).toEqual([]);
  });

  test('with the byte on which it rests', () => {
    const message = decodeMessage(readFileSync(new URL('both-8-bit-and-unicode/w1-both-a-and-w.msg', field)));
    expect(formatDecisions(decisionsOf(message, 'recipients[1]'))).toContain(
      '(byte 2368, /__recip_version1.0_#00000001',
    );
  });
});

test('mapilint props --why: of the message itself, of a row, of what is attached', async () => {
  const attached = new URL(fileIn('msg-attached-by-value'), field).pathname;
  const of = ['--of', 'embedded[0].recipients[1]'];
  const { code, out } = await mapilint('props', attached, '--why', ...of, '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ why: [] });
  const row = new URL(fileIn('one-off-entry-id-address'), field).pathname;
  const told = await mapilint('props', row, '--why', '--of', 'recipients[1]');
  expect(told.out).toMatch(/^How it was read\n.*one-off entry id/);
  expect((await mapilint('props', row)).out).not.toContain('Why it reads so');
});
