// Makes the checksums and signatures of a store right again, or wrong.

import { writeBlockChecksums } from './block';
import { HEADER_LENGTH, writeHeaderChecksums } from './header';
import { writePageChecksums } from './page';
import type { Place, Places } from './places';
import { walkStore } from './store-walk';
import { blockExtent, formatLayouts } from './store-format';
import type { FormatLayout, StoreFormat } from './store-format';

/** Repairs a store that was written here and then changed, at the places where its structures were put. */
export function repairChecksums(
  bytes: Uint8Array,
  { places, format }: { readonly places: Places; readonly format: StoreFormat },
): void {
  const layout = formatLayouts[format];
  for (const place of places.values()) {
    if (place.kind === 'header') repairHeader(bytes, layout);
    else if (place.kind !== 'field') repairPlace(bytes, layout, place);
  }
}

/** Repairs any store, as far as its B-trees can be followed. */
export function repairReachable(bytes: Uint8Array): void {
  const { layout, pages, blocks } = walkStore(bytes);
  for (const { offset, bid, type } of pages)
    writePageChecksums(layout, bytes.subarray(offset, offset + layout.pageSize), { type, offset, bid });
  for (const { offset, bid, stored } of blocks) {
    const block = bytes.subarray(offset, offset + blockExtent(layout, stored));
    writeBlockChecksums(layout, block, stored, { offset, bid });
  }
  if (bytes.length >= HEADER_LENGTH) repairHeader(bytes, layout);
}

/** Makes the CRC or the signature of a page or block wrong. */
export function breakChecksum(
  bytes: Uint8Array,
  format: StoreFormat,
  place: Place | undefined,
  which: 'crc' | 'signature',
): void {
  if (place === undefined || place.bid === undefined) throw new TypeError('neither a page nor a block');
  const layout = formatLayouts[format];
  const trailer = place.kind === 'page' ? layout.pageTrailer : place.length - layout.blockTrailer;
  const field = which === 'signature' ? 2 : layout.wordSize === 4 ? 8 : 4;
  const at = place.offset + trailer + field;
  bytes[at] = (bytes[at] as number) ^ 0x5a;
}

function repairHeader(bytes: Uint8Array, layout: FormatLayout): void {
  writeHeaderChecksums(layout, bytes.subarray(0, HEADER_LENGTH));
}

function repairPlace(bytes: Uint8Array, layout: FormatLayout, place: Place): void {
  const { offset, length, kind, bid = 0, stored = 0 } = place;
  const part = bytes.subarray(offset, offset + length);
  if (part.length < length) return;
  if (kind === 'block') writeBlockChecksums(layout, part, stored, { offset, bid });
  else writePageChecksums(layout, part, { type: part[layout.pageTrailer] as number, offset, bid });
}
