/** Bytes of a structure, written field by field at the offsets of the specification; numbers are little-endian. */
export class LittleEndian {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(lengthOrBytes: number | Uint8Array) {
    this.bytes = typeof lengthOrBytes === 'number' ? new Uint8Array(lengthOrBytes) : lengthOrBytes;
    this.#view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
  }

  u8(offset: number, ...values: readonly number[]): this {
    values.forEach((value, index) => {
      this.#view.setUint8(offset + index, value);
    });
    return this;
  }

  u16(offset: number, ...values: readonly number[]): this {
    values.forEach((value, index) => {
      this.#view.setUint16(offset + index * 2, value, true);
    });
    return this;
  }

  u32(offset: number, ...values: readonly number[]): this {
    values.forEach((value, index) => {
      this.#view.setUint32(offset + index * 4, value, true);
    });
    return this;
  }

  /** Whole numbers up to 2^53. */
  u64(offset: number, ...values: readonly number[]): this {
    values.forEach((value, index) => {
      this.#view.setBigUint64(offset + index * 8, BigInt(value), true);
    });
    return this;
  }

  raw(offset: number, bytes: Uint8Array): this {
    this.bytes.set(bytes, offset);
    return this;
  }
}

/** Reads a little-endian number of up to eight bytes; bytes beyond the end count as 0. */
export function readNumber(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 256 + (bytes[offset + index] ?? 0);
  return value;
}
