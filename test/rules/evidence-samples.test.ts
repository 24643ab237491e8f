import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidenceFiles, evidenceSamples, replyFiles } from '../../samples/build/evidence';
import type { EvidenceSample } from '../../samples/build/evidence';
import { samples } from '../../samples/build/meetings';
import { cancellationDelivery, replyWithoutCriticalChange } from '../../src/rules/index';
import { decodeMessage, diagnose, diagnoseEvidence } from '../../src/index';
import type { Diagnosis } from '../../src/index';
import { decodeEvidence } from '../../src/evidence/index';

const root = new URL('../../samples/', import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

async function judge({ item, evidence, replied }: EvidenceSample): Promise<Diagnosis> {
  const pieces = await Promise.all(evidence.map((name) => decodeEvidence(read(`evidence/${name}`))));
  const message = decodeMessage(read(`meetings/${item}.msg`));
  return diagnose(message, { rules: [cancellationDelivery], evidence: pieces, replied });
}

describe('samples/evidence', () => {
  test('are what their script writes: npm run samples', () => {
    const names = [
      ...Object.keys(evidenceFiles),
      ...Object.keys(evidenceSamples).map((name) => `${name}.json`),
    ];
    expect(readdirSync(new URL('evidence/', root)).sort()).toEqual(names.sort());
    for (const [name, bytes] of Object.entries(evidenceFiles))
      expect(Buffer.compare(read(`evidence/${name}`), bytes), name).toBe(0);
    for (const [name, bytes] of Object.entries(replyFiles))
      expect(Buffer.compare(read(`rules/reply-without-critical-change/${name}`), bytes), name).toBe(0);
  });

  test.each(Object.keys(evidenceSamples))('%s', async (name) => {
    const sample = JSON.parse(Buffer.from(read(`evidence/${name}.json`)).toString()) as EvidenceSample;
    expect(sample).toEqual(evidenceSamples[name]);
    const diagnosis = await judge(sample);
    expect(diagnosis.verdict).toBe(sample.verdict);
    expect(diagnosis.results[0]?.evidence.map(({ verdict }) => verdict)).toEqual(sample.says);
  });
});

test('every verdict has a sample', () => {
  const shown = [...Object.values(samples), ...Object.values(evidenceSamples)].map(({ verdict }) => verdict);
  expect([...new Set(shown)].sort()).toEqual(
    ['confirmed', 'likely', 'not-applicable', 'possible', 'undetermined', 'unlikely'].sort(),
  );
});

/** Two samples one value apart on the two sides of a border. */
const borders: readonly (readonly [border: string, one: string, other: string])[] = [
  ['likely/unlikely', 'textbook-defect', 'healthy-answered'],
  ['likely/possible', 'only-state-flags', 'copy-unknown'],
  ['possible/unlikely', 'unusable-time', 'earliest-usable-time'],
  ['unlikely/undetermined', 'response-without-time', 'time-lost'],
  ['confirmed/likely', 'confirmed-by-evt', 'event-too-early'],
  ['confirmed/likely', 'confirmed-by-evt', 'event-other-code'],
  ['confirmed/likely', 'confirmed-by-ndr', 'ndr-of-another'],
];

test.each(borders)('the border %s: %s and %s', async (border, one, other) => {
  const verdicts = await Promise.all(
    [one, other].map(async (name) => {
      const sample = evidenceSamples[name];
      const diagnosis =
        sample === undefined ? diagnose(decodeMessage(read(`meetings/${name}.msg`))) : await judge(sample);
      return diagnosis.verdict;
    }),
  );
  expect(verdicts.join('/')).toBe(border);
});

describe('reply-without-critical-change', () => {
  const replyOf = (name: string) => decodeEvidence(read(`rules/reply-without-critical-change/${name}.ics`));

  test('one reply fails, one passes, without an item and without a verdict', async () => {
    const bad = diagnoseEvidence(await replyOf('fails'));
    expect(bad.verdict).toBeUndefined();
    expect(bad.findings).toMatchObject([
      {
        code: 'reply-without-critical-change',
        severity: 'warning',
        values: { product: '-//Example//Groupware 8.5//EN' },
      },
    ]);
    expect(bad.findings[0]?.message).toContain('bob@partner.example');
    expect(diagnoseEvidence(await replyOf('passes'))).toMatchObject({
      findings: [],
      results: [{ outcome: 'pass' }],
    });
  });

  test.each(['NEEDS-ACTION', 'DELEGATED'])('%s without the attribute is no answer', async (participation) => {
    const text = Buffer.from(replyFiles['fails.ics']!).toString();
    const bytes = Buffer.from(text.replace(/PARTSTAT=[A-Z]+/, `PARTSTAT=${participation}`));
    expect(diagnoseEvidence(await decodeEvidence(new Uint8Array(bytes)))).toMatchObject({
      findings: [],
      results: [{ outcome: 'pass' }],
    });
  });

  test('1601 in the attribute is a zero too; what is no time is information', async () => {
    const text = Buffer.from(replyFiles['passes.ics']!).toString();
    const codes = await Promise.all(
      ['16010101T000000Z', 'soon'].map(async (value) => {
        const bytes = Buffer.from(text.replace('CHANGE:20040303T101500Z', `CHANGE:${value}`));
        return diagnoseEvidence(await decodeEvidence(new Uint8Array(bytes))).findings.map(({ code }) => code);
      }),
    );
    expect(codes).toEqual([['critical-change-zero'], ['critical-change-unreadable']]);
  });

  test('beside an item it points at the row of its attendee; without a reply it does not apply', async () => {
    const message = decodeMessage(read('meetings/nobody-answered.msg'));
    const rules = [replyWithoutCriticalChange];
    expect(diagnose(message, { rules, evidence: [await replyOf('fails')] }).findings).toMatchObject([
      { path: 'recipients[1]', severity: 'warning' },
    ]);
    expect(diagnose(message, { rules }).results[0]?.outcome).toBe('not-applicable');
    expect(diagnoseEvidence(await decodeEvidence(read('evidence/event.evt'))).results[0]?.outcome).toBe(
      'not-applicable',
    );
  });
});
