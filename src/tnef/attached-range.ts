import { HEAD_OF_CONTENT } from '../mapi/object/attached-file';
import type { AttachedContent } from '../mapi/object/attached-file';
import { contentIndex } from '../mapi/object/attachment-content';
import type { PropertyTable } from '../mapi/rows/property-table';
import type { TnefFile } from './attribute-stream';
import { DeferredRange } from './deferred-range';

/** The content of an attachment, a range of the stream; undefined: it has none. */
export function contentIn(
  { bytes }: Pick<TnefFile, 'bytes'>,
  table: PropertyTable,
  row: number,
): AttachedContent | undefined {
  const value = table.externalValue(contentIndex(table, row));
  if (!(value instanceof DeferredRange)) return undefined;
  const { start, size } = value;
  return {
    size,
    head: () => bytes.view(start, Math.min(size, HEAD_OF_CONTENT)),
    whole: () => bytes.view(start, size),
    fetch: () => value.read(),
  };
}
