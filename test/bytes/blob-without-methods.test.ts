import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { diagnose, readMessage } from '../../src/index';
import { openStore } from '../../src/store';

// A stand-in of what Jest 30 with jsdom 26 hands over, which was measured with both installed: Files and Blobs have `size`,
// `slice` and nothing that reads them, `Response` takes them for a text, and the global FileReader gives their bytes.

class BareBlob {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = Uint8Array.from(bytes); // with memory of its own
  }
  get size(): number {
    return this.#bytes.length;
  }
  get [Symbol.toStringTag](): string {
    return 'Blob';
  }
  slice(start = 0, end = this.size): BareBlob {
    return new BareBlob(this.#bytes.slice(start, end));
  }
  static contentOf(blob: BareBlob): ArrayBuffer {
    return blob.#bytes.slice().buffer;
  }
}

class BareFile extends BareBlob {
  readonly name = 'meeting.msg';
  override get [Symbol.toStringTag](): string {
    return 'File';
  }
}

class BareReader {
  result: ArrayBuffer | null = null;
  error: Error | null = null;
  onload: (() => void) | undefined;
  onerror: (() => void) | undefined;
  static failure: Error | undefined;

  readAsArrayBuffer(blob: BareBlob): void {
    setTimeout(() => {
      this.error = BareReader.failure ?? null;
      if (this.error === null) this.result = BareBlob.contentOf(blob);
      (this.error === null ? this.onload : this.onerror)?.();
    });
  }
}

const sample = (path: string): Uint8Array => readFileSync(new URL(`../../samples/${path}`, import.meta.url));
const textbook = sample('meetings/textbook-defect.msg');
const given = (blob: BareBlob): Blob => blob as unknown as Blob;

afterEach(() => {
  vi.unstubAllGlobals();
  BareReader.failure = undefined;
});

describe('a Blob without arrayBuffer()', () => {
  test.each([
    ['File', new BareFile(textbook)],
    ['Blob', new BareBlob(textbook)],
  ])('of brand %s is read by the FileReader', async (_, blob) => {
    vi.stubGlobal('FileReader', BareReader);
    const message = await readMessage(given(blob));
    expect(message.subject).toBe('Quarterly review');
    expect(diagnose(message).verdict).toBe('likely');
    expect(message.anomalies).toEqual([]);
  });

  test('is a store, page by page', async () => {
    vi.stubGlobal('FileReader', BareReader);
    const store = await openStore(given(new BareFile(sample('stores/mailbox.pst'))));
    expect(store.name).toBe('meeting.msg');
    await store.close();
  });

  test('that is empty or no message is said to be', async () => {
    vi.stubGlobal('FileReader', BareReader);
    await expect(readMessage(given(new BareFile(new Uint8Array(0))))).rejects.toMatchObject({
      code: 'file-empty',
    });
    const text = given(new BareFile(Buffer.from('nothing')));
    await expect(readMessage(text)).rejects.toMatchObject({ code: 'message-unrecognized' });
  });

  test('that cannot be read any more fails with the error of its reader', async () => {
    vi.stubGlobal('FileReader', BareReader);
    BareReader.failure = new Error('NotReadableError');
    await expect(readMessage(given(new BareFile(textbook)))).rejects.toBe(BareReader.failure);
  });

  test('where there is no FileReader either is a TypeError that says what to give', async () => {
    const read = readMessage(given(new BareFile(textbook)));
    await expect(read).rejects.toThrow(TypeError);
    await expect(read).rejects.toThrow(/has no arrayBuffer\(\), and nothing here reads it: give its bytes/);
  });
});
