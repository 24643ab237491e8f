import { readdirSync, readFileSync } from 'node:fs';
import { describe } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { writeMessageXml, writePaneXml, writeTableXml } from '../support/mfcmapi-writer';
import type { XmlOptions } from '../support/mfcmapi-writer';
import type { Seed } from './formats';

const forms: readonly XmlOptions[] = [
  { dialect: '2012' },
  { dialect: '2012', encoding: 'utf-8' },
  { dialect: 'current' },
  { dialect: 'current', encoding: 'ansi' },
];

/** The exports that are damaged: some meetings in every form, and what is damaged already. */
export function mfcmapiSeeds(): readonly Seed[] {
  const meetings = ['textbook-defect', 'exception-defect', 'ansi-1252', 'sent-cancellation'].flatMap(
    (name) => {
      const sample = samples[name];
      if (sample === undefined) return [];
      const message = describe(sample.meeting);
      return forms.flatMap((form, index) => [
        { name: `${name} ${index} message`, bytes: writeMessageXml(message, form) },
        { name: `${name} ${index} table`, bytes: writeTableXml(message, form) },
        { name: `${name} ${index} pane`, bytes: writePaneXml(message.properties, form) },
      ]);
    },
  );
  const folder = new URL('../../samples/malformed/', import.meta.url);
  const damaged = readdirSync(folder)
    .filter((name) => name.startsWith('mfcmapi-') && name.endsWith('.xml'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
  return [...meetings, ...damaged];
}
