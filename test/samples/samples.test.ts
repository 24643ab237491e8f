import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectedReading, writeSample } from '../../samples/build/build';
import { samples } from '../../samples/build/meetings';
import { decodeMessage, diagnose } from '../../src/index';
import { toMessageReport } from '../../src/report/index';
import type { MessageReport } from '../../src/report/index';

const folder = new URL('../../samples/meetings/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.msg'))
  .map((name) => name.slice(0, -4));
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

interface Expected {
  readonly verdict?: string;
  readonly findings?: readonly object[];
  readonly messageClass: string;
  readonly subject: string;
  readonly recipients: readonly Readonly<Record<string, unknown>>[];
  readonly embedded: readonly Expected[];
}

/** The cells that a sample's .json speaks about: those it does not mention must be absent. */
const spokenOf = ['smtpAddress', 'trackStatus', 'trackStatusTime'];

function expectReading(report: MessageReport, expected: Expected): void {
  expect(report).toMatchObject({ messageClass: expected.messageClass, subject: expected.subject });
  expect(report.recipients).toMatchObject(expected.recipients);
  expect(report.recipients).toHaveLength(expected.recipients.length);
  expected.recipients.forEach((row, index) => {
    const absent = spokenOf.filter((cell) => !(cell in row));
    expect(Object.keys(report.recipients[index] ?? {}).filter((cell) => absent.includes(cell))).toEqual([]);
  });
  expect(report.embedded).toHaveLength(expected.embedded.length);
  expected.embedded.forEach((inner, index) => {
    expectReading(report.embedded[index]!, inner);
  });
}

describe('samples/meetings', () => {
  test.each(names)('%s reads as its .json says', (name) => {
    const expected = JSON.parse(read(`${name}.json`).toString()) as Expected;
    const message = decodeMessage(read(`${name}.msg`));
    const report = toMessageReport(name, message, diagnose(message));
    expect(report.verdict).toBe(expected.verdict);
    expect(report.findings).toMatchObject(expected.findings ?? []);
    expect(report.findings).toHaveLength(expected.findings?.length ?? 0);
    expect(report.anomalies).toEqual([]);
    expectReading(report, expected);
  });

  test('are what their script writes: npm run samples', () => {
    expect(names.sort()).toEqual(Object.keys(samples).sort());
    for (const [name, sample] of Object.entries(samples)) {
      expect(Buffer.compare(read(`${name}.msg`), writeSample(sample)), name).toBe(0);
      expect(JSON.parse(read(`${name}.json`).toString()), name).toEqual(expectedReading(sample));
    }
  });

  test('textbook-defect and healthy-answered differ by one value and get different verdicts', () => {
    const [sick, well] = [read('textbook-defect.msg'), read('healthy-answered.msg')];
    const differing = [...sick.keys()].filter((offset) => sick[offset] !== well[offset]);
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.at(-1)! - differing[0]!).toBeLessThan(8); // within the one FILETIME
    expect([sick, well].map((bytes) => diagnose(decodeMessage(bytes)).verdict)).toEqual([
      'likely',
      'unlikely',
    ]);
  });
});
