import { aDate, either } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';

/** A FileTime of any copy of this library. */
export const aFileTime: Kind = [
  'a FileTime',
  (value) => typeof (value as { readonly ticks?: unknown } | null | undefined)?.ticks === 'bigint',
];

export const aMoment = /* @__PURE__ */ either(aDate, aFileTime);
