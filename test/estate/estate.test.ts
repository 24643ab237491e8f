import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapilint } from '../support/command';
import { checkEstate } from './check-estate';
import { writeEstate } from './generate';

test('400 files with 20 affected meetings; npm run estate has 20,000 with 500', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-estate-'));
  const estate = writeEstate(folder, 400, 20);
  const run = async (...args: string[]): Promise<string> => (await mapilint('check', folder, ...args)).out;
  expect(await checkEstate(folder, estate, run)).toEqual([]);
});
