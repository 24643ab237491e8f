import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeMalformed } from '../samples/build/build';
import { malformed } from '../samples/build/malformed';
import { damageSeverity } from '../src/errors';
import { decodeMessage, diagnose } from '../src/index';
import type { ReadOptions } from '../src/index';

// The list of codes, the code, docs/errors.md and samples/malformed/<code>.msg are kept in step.

const folder = new URL('../samples/malformed/', import.meta.url);
const codes = Object.keys(damageSeverity);

test('docs/errors.md lists every code with its severity, and no other', () => {
  const text = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.+) \| (.+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, severity]) => [code, severity]))).toEqual(damageSeverity);
});

test('every code has its sample, and no other file is there', () => {
  const names = readdirSync(folder).sort();
  expect(names).toEqual(codes.flatMap((code) => [`${code}.json`, `${code}.msg`]).sort());
});

describe.each(codes)('samples/malformed/%s.msg', (code) => {
  const bytes = readFileSync(new URL(`${code}.msg`, folder));
  const said = JSON.parse(readFileSync(new URL(`${code}.json`, folder), 'utf8')) as {
    outcome: string;
    options?: ReadOptions;
  };

  test('is what its script writes: npm run samples', () => {
    expect(Buffer.compare(bytes, malformed[code]!.bytes)).toBe(0);
    expect(said).toEqual(describeMalformed(code, malformed[code]!));
  });

  test('reacts as its .json says', () => {
    const read = () => decodeMessage(bytes, said.options);
    if (said.outcome === 'error') {
      expect(read).toThrow(expect.objectContaining({ name: 'FormatError', code }));
      return;
    }
    const message = read();
    const severities = message.anomalies
      .filter((anomaly) => anomaly.code === code)
      .map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set([damageSeverity[code as keyof typeof damageSeverity]]));
    const isMiscounted = message.anomalies.some((anomaly) => anomaly.code === 'msg-object-count');
    expect(diagnose(message).findings.map(({ rule }) => rule)).toEqual(
      isMiscounted ? ['recipient-count'] : [],
    );
  });

  test('is an error in strict mode, unless it is a warning', () => {
    const strictly = () => decodeMessage(bytes, { ...said.options, strict: true });
    if (said.outcome === 'anomaly' && damageSeverity[code as keyof typeof damageSeverity] === 'warning')
      strictly();
    else
      expect(strictly).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(message|cfb|msg|mapi|limit)-/) as string }),
      );
  });
});
