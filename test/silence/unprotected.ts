import type { Difference } from './difference';

/** What can be damaged so that nobody sees it: the damaged file is one that a writer makes of another message. */
export interface Unprotected {
  readonly difference: Difference;
  /** What of the file was damaged, as its trial names places; absent: anything. */
  readonly place?: RegExp;
  readonly proof: string;
}

const value = (what: string): Unprotected => ({
  difference: 'value',
  proof: `${what} has no checksum and stands there once: the file is that of a message with the other value`,
});
const tag: Unprotected = {
  difference: 'tag',
  proof:
    'the identifier of a property stands there once: the file is that of a message with the other property',
};

/** By format; what comes out silent and is not listed here is a fault. A TNEF stream and a store have checksums. */
export const unprotected = {
  msg: [
    value('a value'),
    tag,
    {
      difference: 'name',
      place: /^stream __substg1\.0_00020102/,
      proof: 'any 128 bits are the identifier of a property set, and no other place in the file repeats them',
    },
    {
      difference: 'property',
      place: /^directory: __properties_version1\.0 Stream Size/,
      proof:
        'a size that still ends in the last sector: sound files have remains of entries behind the end (`testMSG.msg` of Tika)',
    },
  ],
  tnef: [],
  pst: [],
  mfcmapi: [
    value(
      'a value that is shown once, such as bytes, or in a form that depends on locale and zone, such as a time,',
    ),
    tag,
    {
      difference: 'name',
      proof: 'the set and the number of a named property stand there once, and any of them is one',
    },
    {
      difference: 'conclusion',
      place: /^the tag of a property that is said to be absent$/,
      proof:
        'the identifier of a property that the export says is absent stands there once: the file is that of a message which lacks the other property',
    },
  ],
  evt: [
    value('a field of a record'),
    {
      difference: 'values',
      proof: 'a string of a record has no checksum; what is read from it, such as a code, changes with it',
    },
  ],
} as const satisfies Record<string, readonly Unprotected[]>;

/** The kind of silence that cannot be helped; undefined: it can. */
export function kindOf(
  format: keyof typeof unprotected,
  difference: Difference,
  place: string,
): Unprotected | undefined {
  const kinds: readonly Unprotected[] = unprotected[format];
  return kinds.find((kind) => kind.difference === difference && (kind.place?.test(place) ?? true));
}
