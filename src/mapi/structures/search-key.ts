import { checkStructure } from './given-structure';
import { DEFAULT_CODE_PAGE, decodeString8 } from '../values/code-page';

/** PidTagSearchKey of an address, [MS-OXOABK] 2.2.3.5. It is made for comparing, so it is in upper case. */
export interface SearchKey {
  readonly addressType: string;
  readonly emailAddress: string;
}

/**
 * Decodes a search key: `TYPE:ADDRESS` and a NUL. Undefined if the bytes do not have this form.
 * QUIRK: [MS-OXOABK] 2.2.3.5 ends the key with a NUL; one real key in forty has none.
 */
export function decodeSearchKey(
  bytes: Uint8Array | undefined,
  codePage = DEFAULT_CODE_PAGE,
): SearchKey | undefined {
  checkStructure('decodeSearchKey', bytes, codePage);
  if (bytes === undefined) return undefined;
  const end = bytes.at(-1) === 0 ? bytes.length - 1 : bytes.length;
  const text = decodeString8(bytes.subarray(0, end), codePage);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon <= 0 || text.includes('\0')) return undefined;
  return { addressType: text.slice(0, colon), emailAddress: text.slice(colon + 1) };
}
