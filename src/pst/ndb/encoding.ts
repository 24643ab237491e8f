/**
 * QUIRK: ExMerge writes stores whose bCryptMethod is 0 and whose blocks are permuted all the same: `all` of them, or those
 * of `arrays`; in both cases not the last block of a heap that has several. `unknown`: there is no such heap to tell. No
 * store of the reference corpus is like that.
 */
export type HiddenEncoding = 'none' | 'arrays' | 'all' | 'unknown';
// [MS-PST] 5.1, 5.2: how the data of blocks is encoded. This hides bytes from a casual look and protects nothing.

/** bCryptMethod of the header. */
export const CryptMethod = { none: 0, permute: 1, cyclic: 2, windowsInformationProtection: 0x10 } as const;

/** mpbbR: what a byte becomes when it is encoded. */
const substitutes = /* @__PURE__ */ fromHex(
  '41361362a8216ebbf416cc047f64e85d1ef2cb2a74c55e35d295479e962d9a88' +
    '4c7d843fdbac31b6485ff6c4d8398be7233b388ec8c1df25b120a546604e9cfb' +
    'aad35651457c550007c92b9d859b09a08fadb30f63ab894bd7a7155a716642bf' +
    '264a6b98faea7753b270052cfd593a867ece06eb827857c78d43afb41cd45bcd' +
    'e2e9274fc3087280cfb0eff5286dbe304d3492d50e3c2232e5e4f99fc2d10a81' +
    '12e1ee918376e397e6618a1779a4b7dc907a5c8c02a6ca69de501a1193b95287' +
    '58fced1d37491b6ae0293399bd6cd994f340546ff0c673b8d63e6518441fdd67' +
    '10f10c19ecae03a1147ba90bfff8a3c0a201f72ebc2468750dfeba2fb5d0da3d',
);
/** mpbbS: the permutation in the middle of cyclic encoding, its own inverse. */
const middle = /* @__PURE__ */ fromHex(
  '14530f56b3c87a9ceb65481716159f02cc547c83000d0c0ba262a876dbd9edc7' +
    'c5a4dcac8574d6d0a79bae9a967166c36399b8dd73928e847da55ed15d93b157' +
    '5150808952944f4e0a6bbc8d7f6e47464140440111cb033ff7f4e1a98f3c3af9' +
    'fbf0193082092ec99da08649ee6f4d6dc42d813425871b88aafc06a11238fd4c' +
    '4272641337246a757743ffe6b44b365ce4d8353d45b92cecb7312b290768a30e' +
    '697b189e2139be281a5b78f523ca2ab0af3efe048ce7e5983295d3f64ae8a6ea' +
    'e9f3d52f7020f21f0567ad5510cecde3273bdabad7c226d4911dd21c2233f8fa' +
    'f15aefcf90b68bb5bdc0bf08971e6ce261e0c6c159abbb58de5fdf60797eb28a',
);
/** mpbbI: the inverse of `substitutes`. */
const originals = /* @__PURE__ */ inverse(substitutes);

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, index) => parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}

function inverse(permutation: Uint8Array): Uint8Array {
  const result = new Uint8Array(256);
  permutation.forEach((value, index) => (result[value] = index));
  return result;
}

/** What one permuted byte means. */
export function originalOf(byte: number): number {
  return originals[byte] as number;
}

/** Decodes permuted bytes: 5.1. */
export function decodePermuted(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) result[at] = originals[bytes[at] as number] as number;
  return result;
}

/** Decodes cyclically encoded bytes: 5.2. The key is the low half of the block's BID. Encoding is the same. */
export function decodeCyclic(bytes: Uint8Array, key: number): Uint8Array {
  const result = new Uint8Array(bytes.length);
  const low = (key % 2 ** 32) >>> 0;
  let word = ((low >>> 16) ^ low) & 0xffff;
  for (let at = 0; at < bytes.length; at++) {
    const high = word >> 8;
    let byte = substitutes[((bytes[at] as number) + word) & 0xff] as number;
    byte = ((middle[(byte + high) & 0xff] as number) - high) & 0xff;
    result[at] = (originals[byte] as number) - word;
    word = (word + 1) & 0xffff;
  }
  return result;
}
