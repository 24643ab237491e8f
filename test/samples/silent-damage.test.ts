import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { silentDamage } from '../../samples/build/silent-damage';
import { decodeEvidence } from '../../src/evidence/index';
import { decodeMessage, diagnose } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import type { Anomaly } from '../../src/index';

const folder = new URL('../../samples/silent-damage/', import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const damages = Object.entries(silentDamage);

test('the files are those that their script writes: npm run samples', () => {
  const names = damages.flatMap(([name, { extension }]) => [`${name}.json`, `${name}.${extension}`]);
  expect(readdirSync(folder).sort()).toEqual(names.sort());
  for (const [name, { extension, bytes }] of damages)
    expect(Buffer.compare(read(`${name}.${extension}`), bytes), name).toBe(0);
});

async function anomaliesOf(bytes: Uint8Array, extension: string): Promise<readonly Anomaly[]> {
  return extension === 'evt' ? (await decodeEvidence(bytes)).anomalies : decodeMessage(bytes).anomalies;
}

describe.each(damages)('samples/silent-damage/%s', (_, { code, bytes, extension }) => {
  test('says what is wrong with it, and not in passing', async () => {
    const found = (await anomaliesOf(bytes, extension)).find((anomaly) => anomaly.code === code);
    expect(found?.severity).toMatch(/^(error|warning)$/);
  });

  test.skipIf(extension === 'evt')('is never called healthy', () => {
    const { results } = diagnose(decodeMessage(bytes), { rules: recommendedRules });
    expect(results.find(({ rule }) => rule === 'cancellation-delivery')).not.toMatchObject({
      verdict: 'unlikely',
    });
  });
});
