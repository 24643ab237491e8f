import { describe, expect, test } from 'vitest';
import { AnomalyLog } from '../../src/damage/anomaly';
import type { Anomaly } from '../../src/damage/anomaly';
import { inMemory } from '../../src/bytes/random-access';
import type { ReportDamage } from '../../src/damage/anomaly';
import { CompoundFile } from '../../src/cfb/compound-file';
import { ROOT } from '../../src/cfb/directory';
import { StreamWords } from '../../src/cfb/stream-words';
import { expectBytes } from '../support/bytes';
import { writeCompoundFile } from '../support/compound-file-writer';
import type { Layout, WrittenNode } from '../support/compound-file-writer';

function open(
  bytes: Uint8Array,
  storageDepth = 256,
): { file: CompoundFile; anomalies: Anomaly[]; log: AnomalyLog } {
  const log = new AnomalyLog(false, 1000);
  return { file: new CompoundFile(inMemory(bytes), storageDepth, log.at('')), anomalies: log.anomalies, log };
}

/** Everything in a file by path. */
function contents(bytes: Uint8Array): { streams: Map<string, Uint8Array>; anomalies: Anomaly[] } {
  const { file, anomalies, log } = open(bytes);
  const streams = new Map<string, Uint8Array>();
  const storages = [ROOT];
  for (const storage of storages) {
    for (const member of file.members(storage)) {
      if (file.isStorage(member)) storages.push(member);
      else streams.set(file.path(member), file.read(member, log.at('')));
    }
  }
  file.checkRest();
  return { streams, anomalies };
}

/** The damage in a file that nobody reads. */
function damageOf(bytes: Uint8Array, storageDepth?: number): Anomaly[] {
  const { file, anomalies } = open(bytes, storageDepth);
  file.checkRest();
  return anomalies;
}

function counted(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index % 256);
}

function poke(layout: Layout, offset: number, value: number): Uint8Array {
  const bytes = layout.bytes.slice();
  new DataView(bytes.buffer).setUint32(offset, value, true);
  return bytes;
}

const sizes = [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 70_000];

describe.each([3, 4] as const)('version %i', (version) => {
  test.each(sizes)('a stream of %i bytes comes back', (size) => {
    const { bytes } = writeCompoundFile(
      [
        { name: 'a', data: counted(size) },
        { name: 'b', data: counted(100) },
      ],
      version,
    );
    const { streams, anomalies } = contents(bytes);
    expectBytes(streams.get('/a'), counted(size));
    expectBytes(streams.get('/b'), counted(100));
    expect(anomalies).toEqual([]);
  });

  test('all sizes at once, in nested storages', () => {
    const nodes: WrittenNode[] = sizes.map((size) => ({ name: `s${size}`, data: counted(size) }));
    const { bytes } = writeCompoundFile(
      [...nodes, { name: 'in', children: [{ name: 'ner', children: nodes }] }],
      version,
    );
    const { streams, anomalies } = contents(bytes);
    for (const size of sizes) expectBytes(streams.get(`/in/ner/s${size}`), counted(size));
    expect(streams.size).toBe(sizes.length * 2);
    expect(anomalies).toEqual([]);
  });
});

test('a FAT that needs a DIFAT of its own (over 7 MB) is followed to its end', () => {
  const { bytes, difat } = writeCompoundFile([{ name: 'big', data: counted(16 << 20) }]);
  expect(difat.length).toBeGreaterThan(1);
  const { streams, anomalies } = contents(bytes);
  expectBytes(streams.get('/big'), counted(16 << 20));
  expect(anomalies).toEqual([]);
});

function loaded(file: CompoundFile, stream: number, report: ReportDamage): StreamWords {
  const content = new StreamWords();
  file.load(stream, content, report);
  return content;
}

test('where a byte of a stream lies in the file is known, in fragments too', () => {
  const layout = writeCompoundFile([
    { name: 'a', data: counted(200) },
    { name: 'b', data: counted(9000) },
  ]);
  const { file, log } = open(layout.bytes);
  for (const member of file.members(ROOT)) {
    const { extents, words } = loaded(file, member, log.at(''));
    for (const position of [0, 63, 64, 199]) {
      const byte = ((words[position >> 2] ?? 0) >>> ((position & 3) * 8)) & 0xff;
      expect(layout.bytes[extents.offsetOf(position) ?? -1]).toBe(byte);
    }
    expect(extents.offsetOf(100_000)).toBeUndefined();
    expect(extents.offsetOf(-1)).toBeUndefined();
  }
});

test('version 3 ignores the upper half of a stream size ([MS-CFB] 2.6.1)', () => {
  const layout = writeCompoundFile([{ name: 'a', data: counted(100) }]);
  const bytes = poke(layout, layout.entries.get('/a')!.offset + 124, 0xdeadbeef);
  const { streams, anomalies } = contents(bytes);
  expectBytes(streams.get('/a'), counted(100));
  expect(anomalies).toEqual([]);
});

test('4,096-byte sectors with version 3 are read', () => {
  const layout = writeCompoundFile([{ name: 'a', data: counted(5000) }], 4);
  const bytes = layout.bytes.slice();
  bytes[26] = 3;
  expectBytes(contents(bytes).streams.get('/a'), counted(5000));
});

describe('what cannot be read at all is a typed error', () => {
  const sound = writeCompoundFile([{ name: 'a', data: counted(100) }]).bytes;
  const damaged = (change: (bytes: Uint8Array) => void): Uint8Array => {
    const bytes = sound.slice();
    change(bytes);
    return bytes;
  };
  test.each([
    ['half a header', sound.subarray(0, 300), 'cfb-header-short'],
    ['a header and nothing else', sound.subarray(0, 512), 'cfb-directory-missing'],
    ['sector shift 0', damaged((bytes) => (bytes[30] = 0)), 'cfb-sector-shift'],
    ['sector shift 31', damaged((bytes) => (bytes[30] = 31)), 'cfb-sector-shift'],
    ['a directory outside the file', damaged((bytes) => (bytes[51] = 0x7f)), 'cfb-directory-missing'],
  ])('%s', (_, bytes, code) => {
    expect(() => open(bytes)).toThrow(expect.objectContaining({ name: 'FormatError', code }));
  });
});

describe('damage is recorded and the rest comes back', () => {
  const layout = writeCompoundFile([
    { name: 'a', data: counted(300) },
    { name: 'b', data: counted(9000) },
    { name: 'c', data: counted(300) },
    { name: 'in', children: [{ name: 'd', data: counted(40) }] },
    ...Array.from({ length: 12 }, (_, index) => ({ name: `more${index}`, data: counted(20) })),
  ]);
  const at = (path: string): { id: number; offset: number; start: number } => layout.entries.get(path)!;
  const codesOf = (anomalies: Anomaly[]): string[] => [...new Set(anomalies.map(({ code }) => code))];

  test('a cycle in the FAT: a stream that leads back to itself', () => {
    const { start } = at('/b');
    const { streams, anomalies } = contents(poke(layout, layout.offsetOfFatEntry(start + 2), start));
    expect(codesOf(anomalies)).toEqual(['cfb-sector-claimed-twice', 'cfb-stream-short']);
    expectBytes(streams.get('/b'), counted(9000).subarray(0, 3 * 512));
    expectBytes(streams.get('/a'), counted(300));
  });

  test('a cycle in the directory’s chain', () => {
    const [first = 0] = layout.directory;
    const { anomalies } = contents(poke(layout, layout.offsetOfFatEntry(first), first));
    expect(codesOf(anomalies)).toContain('cfb-sector-claimed-twice');
  });

  test('a cycle in the mini FAT', () => {
    const { start } = at('/a');
    const { streams, anomalies } = contents(poke(layout, layout.offsetOfMiniFatEntry(start), start));
    expect(codesOf(anomalies)).toEqual(['cfb-sector-claimed-twice', 'cfb-stream-short']);
    expectBytes(streams.get('/a'), counted(300).subarray(0, 64));
    expectBytes(streams.get('/c'), counted(300));
  });

  test('two streams over one chain: the first has it', () => {
    const { streams, anomalies } = contents(poke(layout, at('/c').offset + 116, at('/a').start));
    expect(codesOf(anomalies)).toEqual(['cfb-sector-claimed-twice', 'cfb-stream-short']);
    expectBytes(streams.get('/a'), counted(300));
    expect(streams.get('/c')).toHaveLength(0);
  });

  test.each(['left', 'right', 'child'] as const)(
    'a cycle in the directory: %s leads to its own entry',
    (link) => {
      const offset = { left: 68, right: 72, child: 76 }[link];
      const { id, offset: entry } = at('/in');
      const { streams, anomalies } = contents(poke(layout, entry + offset, id));
      expect(codesOf(anomalies)).toContain('cfb-directory-cycle');
      expectBytes(streams.get('/a'), counted(300));
    },
  );

  test('a link to an entry that does not exist', () => {
    const { anomalies } = contents(poke(layout, at('/in').offset + 76, 5000));
    expect(codesOf(anomalies)).toEqual(['cfb-directory-entry', 'cfb-directory-orphans']);
  });

  test('entries that nothing leads to are noticed', () => {
    const { anomalies } = contents(poke(layout, at('/in').offset + 76, 0xffffffff));
    expect(codesOf(anomalies)).toEqual(['cfb-directory-orphans']);
    expect(anomalies[0]?.message).toContain('"d"');
  });

  test('a stream that claims 2 GB', () => {
    const { streams, anomalies } = contents(poke(layout, at('/b').offset + 120, 0x7fffffff));
    expect(codesOf(anomalies)).toEqual(['cfb-stream-short']);
    expectBytes(streams.get('/b')?.subarray(0, 9000), counted(9000));
  });

  test('a chain that leaves the file', () => {
    const { streams, anomalies } = contents(
      poke(layout, layout.offsetOfFatEntry(at('/b').start), 0x00ffffff),
    );
    expect(codesOf(anomalies)).toEqual(['cfb-sector-out-of-file', 'cfb-stream-short']);
    expectBytes(streams.get('/b'), counted(512));
  });

  test('a header that counts 2^31 FAT sectors is only a warning', () => {
    const { streams, anomalies } = contents(poke(layout, 44, 0x80000000));
    expect(anomalies.map(({ code, severity }) => [code, severity])).toEqual([['cfb-fat-count', 'warning']]);
    expectBytes(streams.get('/b'), counted(9000));
  });

  test('every prefix of the file gives a typed error or what is left', () => {
    const sound = contents(layout.bytes).streams;
    for (let length = 0; length < layout.bytes.length; length += 97) {
      try {
        const { streams, anomalies } = contents(layout.bytes.slice(0, length));
        if (streams.size < sound.size) expect(anomalies.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FormatError' });
      }
    }
  });

  test('storages nested deeper than the limit are not read', () => {
    let nodes: WrittenNode[] = [{ name: 'bottom', data: counted(5) }];
    for (let depth = 0; depth < 300; depth++) nodes = [{ name: 's', children: nodes }];
    const { bytes } = writeCompoundFile(nodes);
    expect(codesOf(damageOf(bytes))).toEqual(['limit-storage-depth', 'cfb-directory-orphans']);
    expect(damageOf(bytes, 400)).toEqual([]);
  });
});
