import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { corpusFolder, hasCorpus, readTable } from '../support/corpus';
import { writeEml } from '../support/eml-writer';
import { writeTnef } from '../support/tnef-writer';
import type { Seed } from './formats';

/** Seeds above this size would make the rest of the run wait. */
const MAX_SEED = 60_000;

/** The streams that are damaged: every sample meeting, what is damaged already, and what of the corpus is there. */
export function tnefSeeds(): readonly Seed[] {
  const meetings = Object.entries(samples).map(([name, { meeting }]) => ({
    name,
    bytes: writeTnef(describe(meeting)),
  }));
  return [...meetings, ...samplesBy('.tnef'), ...ofCorpus('tnef/')];
}

/** The mails that are damaged: some around meetings, and what of the corpus is there. */
export function emlSeeds(): readonly Seed[] {
  const mails = ['textbook-defect', 'ordinary-mail'].flatMap((name) => {
    const sample = samples[name];
    if (sample === undefined) return [];
    const bytes = writeEml(writeTnef(describe(sample.meeting)), {
      calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
    });
    return [{ name, bytes }];
  });
  return [...mails, ...samplesBy('.eml'), ...ofCorpus('eml/')];
}

function samplesBy(extension: string): Seed[] {
  return ['containers', 'malformed'].flatMap((folder) => {
    const url = new URL(`../../samples/${folder}/`, import.meta.url);
    const names = readdirSync(url).filter((name) => name.endsWith(extension));
    return names.sort().map((name) => ({
      name: `${folder}/${name}`,
      bytes: new Uint8Array(readFileSync(new URL(name, url))),
    }));
  });
}

function ofCorpus(prefix: string): Seed[] {
  const paths = hasCorpus ? readTable('MANIFEST.tsv').map((row) => row['path'] ?? '') : [];
  return paths
    .filter((path) => path.startsWith(prefix))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(corpusFolder, name))) }))
    .filter(({ bytes }) => bytes.length <= MAX_SEED);
}
