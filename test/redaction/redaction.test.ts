// A part of what `npm run redaction` does: here every sample as lines, which hold all that a report tells, and some of them
// in the other formats; there every sample and the corpus in all.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageFolders, samplesIn, withEvidence } from './sample-files';
import { leaksIn, Tokens } from './tokens';
import { checked, leaksOf, redactedFormats, TokenFiles, told } from './trial';
import type { Printed } from './trial';

/** What is said of the readings as they are; nothing is changed. */
const asItIs = (text: string): string => text;

describe('with a token for each text', () => {
  const tokens = new Tokens();
  const files = new TokenFiles(tokens);
  const originals = new Set<string>();
  const change = (text: string): string => {
    originals.add(text);
    return tokens.of(text);
  };
  let lines: Printed;
  beforeAll(async () => {
    const within = (folder: string): string => (folder === 'field' ? 'some' : 'others');
    for (const folder of messageFolders)
      for (const path of samplesIn(folder)) files.copy(path, within(folder));
    lines = await checked([files.root], change, ['ndjson']);
  }, 60_000);
  afterAll(() => {
    files.remove();
  });

  test('no part of one is in the lines of any sample', () => {
    expect(leaksOf(lines)).toEqual([]);
    for (const kind of ['name', 'address', 'subject', 'path', 'folder', 'text'])
      expect(lines.get('ndjson')).toMatch(new RegExp(`"[^"]*${kind}-[0-9a-f]{10}`));
  });

  test('nor, of the conditions of public reports, in any format', async () => {
    const printed = await checked([`${files.root}/some`], change);
    expect(leaksOf(printed)).toEqual([]);
    for (const format of redactedFormats) expect(printed.get(format)?.length).toBeGreaterThan(5000);
  });

  test('nor of evidence, whatever it is and however it comes', async () => {
    const said = new Set<string>();
    for (const [item, ...evidence] of withEvidence) {
      const beside = evidence.flatMap(([option, path]) => [option, files.copy(path, 'evidence')]);
      const argv = [...(item === undefined ? [] : [files.copy(item, 'evidence')]), ...beside];
      const printed = await checked(argv, change);
      expect(leaksOf(printed)).toEqual([]);
      for (const [, code] of (printed.get('ndjson') ?? '').matchAll(/"code":"([a-z-]+)"/g))
        said.add(code ?? '');
    }
    // they fit: tokens are the same in the item and beside it
    for (const code of ['event-fits', 'report-fits', 'report-elsewhere', 'reply-fits', 'tracking-kept'])
      expect(said).toContain(code);
    for (const code of ['tracking-handed-over', 'reply-without-critical-change'])
      expect(said).toContain(code);
  });

  test('nor of what cannot be read, is passed over or is no message', async () => {
    const gone = `${files.root}/${tokens.of('nowhere')}.msg`;
    const item = files.copy(samplesIn('meetings')[0] ?? '', 'single');
    for (const argv of [
      [gone],
      [item, '--ndr', gone],
      [item, '--events', item],
      [item, '--tracking', gone],
    ]) {
      const printed = await checked(argv, change);
      expect(leaksOf(printed)).toEqual([]);
      for (const text of printed.values()) expect(text).toMatch(/path-[0-9a-f]{10}\.msg/);
    }
    const empty = files.copy(withEvidence[0]?.[1]?.[1] ?? '', 'no-message');
    expect(leaksOf(await checked([empty.slice(0, empty.lastIndexOf('/'))], change))).toEqual([]);
  });

  test('and of the samples as they are nothing is told that is not a word of ours', async () => {
    const folders = messageFolders.flatMap(samplesIn);
    const printed = await checked(folders, asItIs, ['ndjson']);
    expect(told(originals, printed, lines)).toEqual([]);
  });
});

test('without --redact they would all be there', () => {
  expect(leaksIn('a name, zjqxvvkw, and a path, %71xvk.msg')).toEqual(['zjqxvvkw', 'qxvk']);
});
