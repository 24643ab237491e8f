import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message } from '../../src/index';
import { formatJson } from '../../src/report/index';
import { exercise } from '../fuzz/exercise';
import { firstInputs } from '../fuzz/first-inputs';
import { writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode, WrittenStorage } from '../support/compound-file-writer';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';
import { long, mail, row, text } from '../support/messages';
import { layOutMsg, msgNodes, writeMsg } from '../support/msg-writer';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../samples/meetings/${name}.msg`, import.meta.url)));
const jsonOf = (bytes: Uint8Array): string => {
  const message = decodeMessage(bytes);
  return formatJson([{ path: 'x.msg', message, diagnosis: diagnose(message) }]);
};

test.each(['msg', 'pst', 'tnef', 'mfcmapi'] as const)(
  'some hundred damaged files of %s: nothing but typed errors, no hang (npm run fuzz runs a million)',
  async (format) => {
    const { faults, read, refused } = await firstInputs(format, 300);
    expect(faults).toEqual([]);
    expect(read + refused).toBe(300);
  },
  120_000,
);

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('every other compound file – damaged, found by fuzzers, of other applications – is a typed error or read in part', async () => {
    const paths = readTable('MANIFEST.tsv')
      .map((line) => line['path'] ?? '')
      .filter((path) => /^(cfb|other)\//.test(path));
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) await exercise(readCorpusFile(path));
  });
});

test('values that say they are large take no memory before they are read, however many messages say so', () => {
  const values = Array.from({ length: 30 }, (_, index) => text(0x6800 + index, 'x'));
  const attachments = Array.from({ length: 400 }, () => ({
    properties: [],
    message: { properties: values },
  }));
  const layout = layOutMsg({ ...mail, attachments });
  const bytes = layout.bytes.slice();
  const view = new DataView(bytes.buffer);
  for (const [path, { offset }] of layout.entries)
    if (path.includes('__substg1.0_68')) view.setUint32(offset + 120, 60_000, true); // Stream Size
  const before = process.memoryUsage().arrayBuffers;
  expect(decodeMessage(bytes).embedded).toHaveLength(400);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * bytes.length);
});

describe('cut anywhere', () => {
  test.each(['textbook-defect', 'exception-defect', 'ansi-932'])(
    'every prefix of %s is a typed error or is said to be damaged',
    (name) => {
      const bytes = sample(name);
      const whole = jsonOf(bytes);
      for (let length = 0; length < bytes.length; length++) {
        const prefix = bytes.subarray(0, length);
        let message: Message;
        try {
          message = decodeMessage(prefix);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FormatError' });
          continue;
        }
        if (message.anomalies.length === 0) expect(jsonOf(prefix) === whole, `${length} bytes`).toBe(true);
      }
    },
    120_000,
  );
});

describe('one damaged recipient costs that recipient only', () => {
  const names = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 2, maxLength: 12 });

  test('whatever is done to what its storage holds', () => {
    fc.assert(
      fc.property(
        names,
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ maxLength: 60 }),
        (all, which, stream, rubbish) => {
          const written = { ...mail, recipients: all.map((name) => row(name, long(0x5fff, 3))) };
          const victim = which % all.length;
          const damaged = msgNodes(written).map((node) =>
            node.name === `__recip_version1.0_#${victim.toString(16).toUpperCase().padStart(8, '0')}`
              ? damage(node as WrittenStorage, stream, rubbish)
              : node,
          );
          const read = decodeMessage(writeCompoundFile(damaged).bytes);
          const sound = decodeMessage(writeMsg(written));
          expect(read.recipients).toHaveLength(all.length);
          read.recipients.forEach((recipient, index) => {
            if (index !== victim)
              expect(JSON.stringify(recipient)).toBe(JSON.stringify(sound.recipients[index]));
          });
          expect(read.anomalies.every(({ path }) => path === `recipients[${victim}]`)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  function damage(storage: WrittenStorage, which: number, rubbish: Uint8Array): WrittenNode {
    const victim = storage.children[which % storage.children.length];
    return {
      ...storage,
      children: storage.children.map((child) =>
        child === victim ? { name: child.name, data: rubbish } : child,
      ),
    };
  }
});

describe('never wrong in silence', () => {
  const layout = layOutMsg({
    ...mail,
    recipients: Array.from({ length: 20 }, (_, index) => row(`R${index}`)),
  });
  const whole = jsonOf(layout.bytes);
  const links = { left: 68, right: 72, child: 76 };

  /** Whether a reading that changed says that something is wrong. */
  function isHonest(bytes: Uint8Array): boolean {
    try {
      return decodeMessage(bytes).anomalies.length > 0 || jsonOf(bytes) === whole;
    } catch (error) {
      return (error as Error).name === 'FormatError';
    }
  }

  const poked = (offset: number, value: number): Uint8Array => {
    const bytes = layout.bytes.slice();
    new DataView(bytes.buffer).setUint32(offset, value, true);
    return bytes;
  };

  test.each(Object.entries(links))('the %s link of any directory entry', (_, link) => {
    for (const { offset } of layout.entries.values()) {
      for (const value of [0, 1, 5, 17, 0xffffffff, 0x7fffffff])
        expect(isHonest(poked(offset + link, value))).toBe(true);
    }
  });

  test('the size of any stream', () => {
    for (const [path, { offset }] of layout.entries) {
      if (path === '/') continue; // the mini stream's size may grow without changing anything
      for (const value of [1, 7, 100, 4096, 0x7fffffff])
        expect(isHonest(poked(offset + 120, value)), `${path} ${value}`).toBe(true);
    }
  });

  test('any entry of the FAT', () => {
    const sectors = layout.bytes.length / 512 - 1;
    for (let sector = 0; sector < sectors; sector++) {
      for (const value of [0, sector, 0xffffffff, 0x7fffffff])
        expect(isHonest(poked(layout.offsetOfFatEntry(sector), value)), `${sector} ${value}`).toBe(true);
    }
  });

  test('a cut anywhere was shown above; a property stream that lost an entry with a value stream', () => {
    const nodes = msgNodes(mail).map((node) =>
      node.name === '__properties_version1.0'
        ? { ...node, data: (node as { data: Uint8Array }).data.subarray(0, 32 + 16) }
        : node,
    );
    expect(decodeMessage(writeCompoundFile(nodes).bytes).anomalies.map(({ code }) => code)).toContain(
      'msg-value-stream-orphan',
    );
  });
});

describe('isolation', () => {
  test('A, B, A in one process give the same JSON', () => {
    const [a, b] = [sample('ansi-932'), sample('exception-defect')];
    const first = jsonOf(a);
    jsonOf(b);
    expect(() => decodeMessage(b.subarray(0, 300))).toThrow();
    expect(jsonOf(a)).toBe(first);
  });

  test('names like __proto__ are data, and built-ins stay as they are', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const set = '00020329-0000-0000-C000-000000000046';
    const hostile = ['__proto__', 'constructor', 'toString'].map((name) => ({
      id: [set, name] as const,
      type: 0x001f,
      value: 'polluted',
    }));
    const bytes = writeMsg({
      ...mail,
      properties: [...mail.properties, ...hostile],
      recipients: [row('__proto__')],
    });
    expect(JSON.parse(jsonOf(bytes))).toMatchObject({
      files: [{ recipients: [{ displayName: '__proto__' }] }],
    });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
