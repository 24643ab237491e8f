import { rootKind, mayBegin } from './elements';
import { firstUnits } from './export-text';
import { MarkupScanner } from './markup';

/** How many bytes of a file tell what it is. */
export const HEAD_LENGTH = 2048;

/** What the beginning of a file is of MFCMAPI's XML: an export of messages or recipients, of something else, or none. */
export function mfcmapiExport(head: Uint8Array): 'message' | 'other' | undefined {
  const scanner = new MarkupScanner(firstUnits(head));
  const root = scanner.next();
  if (root?.kind !== 'start') return undefined;
  const kind = rootKind(root.name);
  const first = scanner.next();
  if (kind === undefined || first === undefined) return kind;
  const isOwnEnd = first.kind === 'end' && first.name === root.name;
  // a value, or a tag, that goes beyond the head has no end in it
  return isOwnEnd || mayBegin(root.name, first.name) ? kind : undefined;
}
