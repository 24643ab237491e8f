import { checkArgument } from '../../arguments/check';
import { someBytes } from '../../bytes/is-bytes';
import { aCodePage } from '../values/given-code-page';

/** Throws a `TypeError` for what a decoder of a structure cannot take: bytes, or undefined of a value that is absent. */
export function checkStructure(of: string, bytes: Uint8Array | undefined, codePage?: number): void {
  if (bytes !== undefined) checkArgument(of, 'The structure', bytes, someBytes);
  if (codePage !== undefined) checkArgument(of, 'The code page', codePage, aCodePage);
}
