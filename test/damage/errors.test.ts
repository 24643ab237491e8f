import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeMalformed } from '../../samples/build/build';
import { malformed } from '../../samples/build/malformed';
import { damageKinds } from '../../src/damage/damage';
import type { DamageCode, Severity } from '../../src/damage/damage';
import { decodeEvidence } from '../../src/evidence/index';
import { diagnose, FormatError, readMessage } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import type { ReadOptions } from '../../src/index';
import type { Anomaly } from '../../src/damage/anomaly';
import { openStore } from '../../src/reading/open-store';

// The list of codes, the code, docs/errors.md and samples/malformed/<code>.<extension> are kept in step.

const folder = new URL('../../samples/malformed/', import.meta.url);
const codes = Object.keys(damageKinds) as DamageCode[];
const severityOf = (code: DamageCode): Severity => damageKinds[code].severity;
const nameOf = (code: string): string =>
  `${code}.${malformed[code]?.container ?? malformed[code]?.extension ?? 'msg'}`;
const stores = codes.filter((code) => malformed[code]?.container === 'pst');
const messages = codes.filter((code) => malformed[code]?.extension === undefined && !stores.includes(code));
const evidence = codes.filter((code) => malformed[code]?.extension !== undefined);

interface Said {
  readonly outcome: string;
  readonly options?: ReadOptions;
}
const readSample = (code: string): { bytes: Buffer; said: Said } => ({
  bytes: readFileSync(new URL(nameOf(code), folder)),
  said: JSON.parse(readFileSync(new URL(`${code}.json`, folder), 'utf8')) as Said,
});

test('docs/errors.md lists every code with its severity and what it may cost, and no other', () => {
  const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (\w+) \| (.+) \| (.+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, severity, loses]) => [code, { severity, loses }]))).toEqual(
    damageKinds,
  );
});

test('every code has its sample, and no other file is there', () => {
  const names = readdirSync(folder).sort();
  expect(names).toEqual(codes.flatMap((code) => [`${code}.json`, nameOf(code)]).sort());
});

test.each(codes)('samples/malformed/%s is what its script writes: npm run samples', (code) => {
  const { bytes, said } = readSample(code);
  expect(Buffer.compare(bytes, malformed[code]!.bytes)).toBe(0);
  expect(said).toEqual(describeMalformed(code, malformed[code]!));
});

describe.each(evidence)('samples/malformed/%s, evidence', (code) => {
  test('reacts as its .json says', async () => {
    const { bytes, said } = readSample(code);
    if (said.outcome === 'error') {
      await expect(decodeEvidence(bytes)).rejects.toMatchObject({ name: 'FormatError', code });
      return;
    }
    const { anomalies } = await decodeEvidence(bytes);
    const severities = anomalies.filter((anomaly) => anomaly.code === code).map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set([severityOf(code)]));
  });
});

describe.each(messages)('samples/malformed/%s, a message', (code) => {
  const { bytes, said } = readSample(code);

  test('reacts as its .json says', async () => {
    const read = readMessage(bytes, said.options);
    if (said.outcome === 'error') {
      await expect(read).rejects.toMatchObject({ name: 'FormatError', code });
      return;
    }
    const message = await read;
    const severities = message.anomalies
      .filter((anomaly) => anomaly.code === code)
      .map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set([severityOf(code)]));
    const isMiscounted = message.anomalies.some((anomaly) =>
      /^msg-object-(count|missing)$/.test(anomaly.code),
    );
    expect(diagnose(message, { rules: recommendedRules }).findings.map(({ rule }) => rule)).toEqual(
      isMiscounted ? ['recipient-count'] : [],
    );
  });

  test('is an error in strict mode, unless it is less', async () => {
    const strictly = readMessage(bytes, { ...said.options, strict: true });
    if (said.outcome === 'anomaly' && severityOf(code) !== 'error') await strictly;
    else
      await expect(strictly).rejects.toMatchObject({
        code: expect.stringMatching(new RegExp(`^(${codes.join('|')})$`)) as string,
      });
  });
});

/** Opens a store, reads all its items and gives what was found damaged. */
async function readWholeStore(bytes: Uint8Array, options: ReadOptions = {}): Promise<readonly Anomaly[]> {
  const store = await openStore(bytes, options);
  try {
    const ofItems: Anomaly[] = [];
    for await (const { message, error } of store.items()) {
      if (options.strict === true && error !== undefined) throw error;
      ofItems.push(...(message?.anomalies ?? []));
    }
    return [...store.anomalies, ...ofItems];
  } finally {
    await store.close();
  }
}

describe.each(stores)('samples/malformed/%s, a store', (code) => {
  const { bytes, said } = readSample(code);
  const severity = severityOf(code);

  test('reacts as its .json says', async () => {
    if (said.outcome === 'error') {
      await expect(openStore(bytes)).rejects.toMatchObject({ name: 'FormatError', code });
      return;
    }
    const found = (await readWholeStore(bytes)).filter((anomaly) => anomaly.code === code);
    expect(new Set(found.map((anomaly) => anomaly.severity))).toEqual(new Set([severity]));
  });

  test('is an error in strict mode, unless it is less', async () => {
    const isWorse =
      said.outcome === 'error' ||
      (await readWholeStore(bytes)).some((anomaly) => anomaly.severity === 'error');
    if (severity === 'error') expect(isWorse).toBe(true);
    const strictly = readWholeStore(bytes, { strict: true });
    if (!isWorse) await strictly;
    else
      await expect(strictly).rejects.toMatchObject({
        name: 'FormatError',
        code: expect.stringMatching(/^pst-/) as string,
      });
  });
});

test('an error as JSON has its message and its place', () => {
  const error = new FormatError('cfb-header-short', 'Compound file header cut', { path: 'x', offset: 12 });
  const told = {
    name: 'FormatError',
    code: 'cfb-header-short',
    message: 'Compound file header cut',
    path: 'x',
    offset: 12,
  };
  expect(JSON.parse(JSON.stringify(error))).toEqual(told);
  expect(structuredClone(error.toJSON())).toMatchObject(told);
});
