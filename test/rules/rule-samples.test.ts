import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleSamples, writeRuleSample } from '../../samples/build/rules';
import { allRules, duplicateItems } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import type { Finding, Message } from '../../src/index';
import { now, resolvePath } from '../support/rule-lists';

const folder = new URL('../../samples/rules/', import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, folder)));

/** Every value of a message and of what it holds, by its place and tag. */
function valuesOf(message: Message, place = ''): Map<string, string> {
  const stores = [
    [place, message.properties] as const,
    ...message.recipients.map((row, index) => [`${place}row ${index} `, row.properties] as const),
    ...message.attachments.map((each, index) => [`${place}attachment ${index} `, each.properties] as const),
  ];
  const own = stores.flatMap(([at, store]) =>
    Array.from(store, ({ tag, bytes, items }): [string, string] => [
      `${at}${tag.toString(16)}`,
      [bytes, ...(items ?? [])].map((each) => Buffer.from(each ?? []).toString('hex')).join(),
    ]),
  );
  const inner = message.embedded.flatMap((each, index) => [...valuesOf(each, `${place}embedded ${index} `)]);
  return new Map([...own, ...inner]);
}

/** The places where two messages differ; a row that one of them lacks is one place. */
function differences(one: Message, other: Message): string[] {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  const places = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
  return [
    ...new Set(
      places.map((place) =>
        /row \d+ /.test(place) && a.size !== b.size ? place.replace(/row.*/, 'row') : place,
      ),
    ),
  ];
}

const shown = ({ code, severity, path }: Finding): object => ({ code, severity, path });

/** Rules about evidence have their samples tested with that. */
const ofEvidence = allRules.flatMap(({ meta, checkEvidence }) => (checkEvidence ? [meta.id] : []));

test('every rule has samples and a page, and no other has', () => {
  const ids = allRules.map(({ meta }) => meta.id).sort();
  expect([...Object.keys(ruleSamples), ...ofEvidence].sort()).toEqual(ids);
  const all = [...ids, duplicateItems.meta.id].sort();
  expect(readdirSync(folder).sort()).toEqual(all);
  for (const id of all) {
    const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    expect(page.split('\n')[0]).toBe(`# ${id}`);
    for (const heading of ['## What it finds', '## Why it matters', '## What to do', '## References'])
      expect(page, id).toContain(`\n${heading}\n`);
  }
});

describe.each(allRules.filter((rule) => !rule.checkEvidence).map((rule) => [rule.meta.id, rule] as const))(
  'samples/rules/%s',
  (id, rule) => {
    const files = writeRuleSample(id, ruleSamples[id]!);

    test('are what their script writes: npm run samples', () => {
      for (const { name, bytes, expected } of files) {
        expect(Buffer.compare(read(`${id}/${name}.msg`), bytes), name).toBe(0);
        expect(JSON.parse(Buffer.from(read(`${id}/${name}.json`)).toString()), name).toEqual(expected);
      }
    });

    test('one fails, one passes, and one value is between them', () => {
      const [fails, passes] = ['fails', 'passes'].map((name) => decodeMessage(read(`${id}/${name}.msg`)));
      const [bad, good] = [fails!, passes!].map(
        (message) => diagnose(message, { rules: [rule], now }).results[0]!,
      );
      expect(bad!.findings.map(shown)).toEqual([ruleSamples[id]!.finding]);
      expect(resolvePath(fails!, bad!.findings[0]!.path)).toBeDefined();
      expect(good).toMatchObject({ outcome: 'pass', findings: [] });
      if (id === 'recipient-count')
        expect(differences(fails!, passes!)).toEqual([]); // it differs in the header
      else expect(differences(fails!, passes!)).toHaveLength(1);
    });

    test('no other rule minds the one that passes', () => {
      expect(diagnose(decodeMessage(read(`${id}/passes.msg`)), { rules: allRules, now }).findings).toEqual(
        [],
      );
    });
  },
);
