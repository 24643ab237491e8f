import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { damageSeverity } from '../src/errors';

test('docs/errors.md lists every code with its severity, and no other', () => {
  const text = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.+) \| (.+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, severity]) => [code, severity]))).toEqual(damageSeverity);
});
