import { programPath, readerUrl } from '../built-programs';
import { requireEqual } from '../checksum';
import type { Checksum } from '../checksum';
import { pathOf } from '../generate/cache';
import { wideFile } from '../generate/sets';
import { runNode } from '../process-runner';
import type { ReaderName } from '../readers/reader';
import type { Case } from './case';

interface Retained {
  readonly bytesPerRow: number;
  readonly checksum: Checksum;
}

/** What stays in memory of a table that is kept. */
export const retained: Case = {
  name: 'retained',
  measure: async () => {
    const path = pathOf(wideFile(1000));
    const measure = async (reader: ReaderName): Promise<Retained> => {
      const args = ['--expose-gc', programPath('retained'), readerUrl(reader), path];
      return JSON.parse((await runNode(args)).stdout) as Retained;
    };
    const [ours, fromFile, theirs] = [
      await measure('mapilint'),
      await measure('mapilint-file'),
      await measure('msgreader'),
    ];
    requireEqual({ mapilint: ours.checksum, fromFile: fromFile.checksum, msgreader: theirs.checksum });
    const shared = { case: 'retained', unit: 'bytes' } as const;
    return {
      timings: [],
      figures: [
        { ...shared, what: 'a recipient of 26 properties, decodeMessage', value: ours.bytesPerRow },
        { ...shared, what: 'the same, readMessage(fromFile)', value: fromFile.bytesPerRow },
        { ...shared, what: 'the same, msgreader', value: theirs.bytesPerRow },
      ],
    };
  },
};
