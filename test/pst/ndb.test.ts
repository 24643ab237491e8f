import { isDeepStrictEqual } from 'node:util';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReportDamage } from '../../src/damage/anomaly';
import { BTreePage, PageType } from '../../src/pst/ndb/b-tree-page';
import { crcOf } from '../../src/bytes/crc';
import { decodeCyclic, decodePermuted } from '../../src/pst/ndb/encoding';
import { isPermutedHeap, looksPermuted } from '../../src/pst/ndb/half-encoded';
import { decodeStoreHeader, hasStoreSignature } from '../../src/pst/ndb/header';
import { inflateZlib as onNode } from '../../src/pst/ndb/inflate';
import { inflateZlib as inBrowsers } from '../../src/pst/ndb/inflate.browser';
import { signatureOf } from '../../src/pst/ndb/signature';
import { ansi, unicode, unicode4k } from '../../src/pst/ndb/store-format';

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
/** Encodes by looking up what decodes to each byte. */
const permuted = (bytes: Uint8Array): Uint8Array => {
  const originals = decodePermuted(everyByte);
  return bytes.map((byte) => originals.indexOf(byte));
};

/** Bytes that look like a made-up file: some repeat, some do not. */
function mixedBytes(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = at > 30 && state % 3 > 0 ? bytes[at - 1 - (state % 29)]! : state >>> 24;
  }
  return bytes;
}

describe('checksums', () => {
  test('the CRC starts from 0 and is not inverted: that of zlib without both', () => {
    const bytes = mixedBytes(1003, 1);
    let expected = 0;
    for (const byte of bytes) {
      expected ^= byte;
      for (let bit = 0; bit < 8; bit++)
        expected = (expected & 1) === 1 ? (expected >>> 1) ^ 0xedb88320 : expected >>> 1;
    }
    expect(crcOf(bytes)).toBe(expected >>> 0);
    expect(crcOf(new Uint8Array(0))).toBe(0);
  });

  test('a signature mixes place and BID', () => {
    expect(signatureOf(0x4400, 0x208)).toBe(0x4608);
    expect(signatureOf(0x1_0001_4400, 0x208)).toBe(0x4609); // only the low half of a place beyond 4 GiB counts
  });
});

describe('encodings', () => {
  test('permuted bytes: 65 is where 0 goes, and no two bytes become one', () => {
    expect(decodePermuted(Uint8Array.of(65, 54, 61))).toEqual(Uint8Array.of(0, 1, 255));
    expect(new Set(decodePermuted(everyByte)).size).toBe(256);
  });

  test('cyclic encoding is its own inverse, and its key is the BID', () => {
    const bytes = mixedBytes(70_000, 2);
    const encoded = decodeCyclic(bytes, 0x12_0034_5678);
    expect(decodeCyclic(encoded, 0x0034_5678)).toEqual(bytes);
    expect(encoded).not.toEqual(bytes);
    expect(decodeCyclic(encoded, 0x0034_5679)).not.toEqual(bytes);
  });

  test('hidden encoding is told by the signature of a heap, or by what data looks like', () => {
    const heap = Uint8Array.of(0x10, 0, 0xec, 0xbc, 0x40, 0, 0, 0, 0, 0, 0, 0);
    expect([
      isPermutedHeap(heap),
      isPermutedHeap(permuted(heap)),
      isPermutedHeap(heap.subarray(0, 2)),
    ]).toEqual([false, true, false]);
    const text = new TextEncoder().encode('Dear all, let us meet on Monday. '.repeat(40));
    expect([looksPermuted(text), looksPermuted(permuted(text))]).toEqual([false, true]);
    const rows = new Uint8Array(900).map((_, at) => (at % 9 === 0 ? at : 0));
    expect([looksPermuted(rows), looksPermuted(permuted(rows))]).toEqual([false, true]);
    const base64 = new TextEncoder().encode(`${Buffer.from(rows).toString('base64')}\r\n`);
    expect([looksPermuted(base64), looksPermuted(permuted(base64))]).toEqual([false, true]);
    const noise = deflateSync(mixedBytes(9000, 3));
    expect([looksPermuted(noise), looksPermuted(permuted(noise))]).toEqual([false, false]);
  });
});

describe.each([
  ['on Node', onNode],
  ['in browsers', inBrowsers],
])('inflating %s', (_, inflateZlib) => {
  test('what zlib deflates at any level comes back', () => {
    for (const [index, length] of [0, 1, 5, 300, 4096, 70_000].entries()) {
      const bytes = mixedBytes(length, index);
      for (const strategy of [0, 1, 2, 3, 4]) {
        for (const level of [0, 1, 6, 9]) {
          const deflated = deflateSync(bytes, { level, strategy });
          expect(Buffer.compare(inflateZlib(deflated, length)!, bytes)).toBe(0);
        }
      }
    }
  });

  test('another size, a cut stream or another format is refused', () => {
    const bytes = mixedBytes(5000, 4);
    const deflated = deflateSync(bytes);
    expect(inflateZlib(deflated, 4999)).toBeUndefined();
    expect(inflateZlib(deflated, 5001)).toBeUndefined();
    expect(inflateZlib(bytes, 5000)).toBeUndefined();
    for (let end = 0; end < deflated.length - 12; end += 37)
      expect(inflateZlib(deflated.subarray(0, end), 5000)).toBeUndefined();
  });

  test('a changed stream gives an answer, whatever it is', () => {
    const deflated = deflateSync(mixedBytes(2000, 5));
    for (let at = 2; at < deflated.length; at++) {
      const changed = Uint8Array.from(deflated);
      changed[at] = changed[at]! ^ 0x11;
      const inflated = inflateZlib(changed, 2000);
      expect(inflated === undefined || inflated.length === 2000).toBe(true);
    }
  });
});

/** A header with its CRCs. */
function header(version: number, change: (view: DataView) => void = () => undefined): Uint8Array {
  const bytes = new Uint8Array(564);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('!BDN'));
  bytes.set(new TextEncoder().encode('SM'), 8);
  view.setUint16(10, version, true);
  view.setUint8(version > 20 ? 513 : 461, 1);
  change(view);
  view.setUint32(4, crcOf(bytes.subarray(8, 479)), true);
  if (version > 20) view.setUint32(524, crcOf(bytes.subarray(8, 524)), true);
  return bytes;
}

describe('the header', () => {
  const codesOf = (bytes: Uint8Array, fileLength = 1 << 20): string[] => {
    const codes: string[] = [];
    const report: ReportDamage = (code) => codes.push(code);
    decodeStoreHeader(bytes, fileLength, report);
    return codes;
  };

  test('tells format, kind and encoding, and where the trees are', () => {
    const decoded = decodeStoreHeader(
      header(23, (view) => {
        view.setBigUint64(216, 0x30n, true);
        view.setBigUint64(224, 0x2_0000_4400n, true);
        view.setUint8(513, 2);
        view.setUint8(9, 'O'.charCodeAt(0));
      }),
      1 << 20,
      () => undefined,
    );
    expect(decoded).toMatchObject({ format: unicode, kind: 'ost', encoding: 'cyclic' });
    expect(decoded.nodeTree).toEqual({ id: 0x30, offset: 0x2_0000_4400 });
    expect(hasStoreSignature(header(23))).toBe(true);
    expect(hasStoreSignature(Uint8Array.of(0x21, 0x42, 0x44))).toBe(false);
  });

  test.each([
    [14, ansi],
    [15, ansi],
    [21, unicode],
    [23, unicode],
    [36, unicode4k],
  ])('version %i', (version, format) => {
    expect(decodeStoreHeader(header(version), 1 << 20, () => undefined).format).toBe(format);
    expect(codesOf(header(version))).toEqual([]);
  });

  test('what cannot be read is said to be so', () => {
    const decode = (bytes: Uint8Array) => () => codesOf(bytes);
    expect(decode(header(23).subarray(0, 11))).toThrow(expect.objectContaining({ code: 'pst-header-short' }));
    expect(decode(header(23).subarray(0, 563))).toThrow(
      expect.objectContaining({ code: 'pst-header-short' }),
    );
    expect(decode(header(14).subarray(0, 512))).not.toThrow();
    expect(decode(header(7))).toThrow(expect.objectContaining({ code: 'pst-version' }));
    expect(decode(header(37))).toThrow(
      expect.objectContaining({ name: 'UnsupportedError', feature: 'pst-protected' }),
    );
    const wip = header(23, (view) => {
      view.setUint8(513, 0x10);
    });
    expect(decode(wip)).toThrow(expect.objectContaining({ name: 'UnsupportedError' }));
  });

  test('what is wrong is reported', () => {
    const changed = header(23);
    changed[520] = 1;
    expect(codesOf(changed)).toEqual(['pst-header-crc']);
    changed[100] = 1;
    expect(codesOf(changed)).toEqual(['pst-header-crc', 'pst-header-crc']);
    expect(
      codesOf(
        header(23, (view) => {
          view.setUint8(513, 9);
          view.setUint8(8, 0);
        }),
      ),
    ).toEqual(['pst-header-field', 'pst-header-field']);
    expect(
      codesOf(
        header(23, (view) => {
          view.setUint32(184, 4096, true);
        }),
        4095,
      ),
    ).toEqual(['pst-file-cut']);
  });
});

/** A page of the block B-tree with entries of 24 bytes, and its trailer. */
function page(keys: readonly number[], change: (view: DataView) => void = () => undefined): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  keys.forEach((key, index) => {
    view.setUint32(index * 24, key, true);
    view.setUint32(index * 24 + 8, key * 64, true);
  });
  bytes.set([keys.length, 20, 24, 0], 488);
  bytes.set([PageType.blockTree, PageType.blockTree], 496);
  change(view);
  view.setUint16(498, signatureOf(0x4400, 0x18), true);
  view.setUint32(504, 0x18, true);
  view.setUint32(500, crcOf(bytes.subarray(0, 496)), true);
  return bytes;
}

describe('a page of a B-tree', () => {
  const open = (bytes: Uint8Array): BTreePage =>
    new BTreePage(bytes, { id: 0x18, offset: 0x4400 }, PageType.blockTree, 24, unicode);
  const damageOf = (bytes: Uint8Array): string[] => open(bytes).damage.map(({ code }) => code);

  test('finds the last entry that is not beyond a key', () => {
    const found = open(page([4, 8, 16]));
    expect(found.damage).toEqual([]);
    expect([3, 4, 7, 8, 15, 16, 99].map((key) => found.find(key))).toEqual([-1, 0, 0, 1, 1, 2, 2]);
  });

  test('says what is wrong with it', () => {
    expect(damageOf(page([4, 8]).subarray(0, 511))).toEqual(['pst-page-damaged']);
    expect(damageOf(page([8, 4]))).toEqual(['pst-page-damaged']);
    expect(
      damageOf(
        page([4], (view) => {
          view.setUint8(488, 21);
        }),
      ),
    ).toEqual(['pst-page-damaged', 'pst-page-damaged']);
    expect(
      damageOf(
        page([4], (view) => {
          view.setUint8(490, 8);
        }),
      ),
    ).toEqual(['pst-page-damaged']);
    expect(
      damageOf(
        page([4], (view) => {
          view.setUint8(497, PageType.nodeTree);
        }),
      ),
    ).toEqual(['pst-page-damaged']);
    const changed = page([4, 8]);
    changed[20] = 1;
    expect(damageOf(changed)).toEqual(['pst-page-trailer']);
  });
});

test('a damaged stream is the same on Node and in browsers', () => {
  const differing: string[] = [];
  for (const [index, level] of [1, 6, 9].entries()) {
    const deflated = deflateSync(mixedBytes(1500, index), { level });
    for (let at = 2; at < deflated.length - 4; at++) {
      const changed = Uint8Array.from(deflated);
      changed[at] = changed[at]! ^ (1 << (at % 8));
      if (!isDeepStrictEqual(inBrowsers(changed, 1500), onNode(changed, 1500)))
        differing.push(`level ${level}, byte ${at}`);
    }
  }
  expect(differing).toEqual([]);
});
