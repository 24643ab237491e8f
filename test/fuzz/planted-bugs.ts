// npm run fuzz:planted [-- --only NAME] : does the fuzzer find bugs? Each of these removes one check of the library, in a
// copy of the sources; the fuzzer has sixty seconds for each.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly check: string;
  readonly without: string;
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'sector claims',
    file: 'cfb/sector-space.ts',
    check: 'if (!this.#claims.claim(sector))',
    without: 'if (false as boolean)',
  },
  {
    name: 'mini sector claims',
    file: 'cfb/mini-stream.ts',
    check: 'if (!this.#claims.claim(sector))',
    without: 'if (false as boolean)',
  },
  {
    name: 'directory cycles',
    file: 'cfb/directory-tree.ts',
    check: 'if (this.#parents[id] !== NOT_REACHED) {',
    without: 'if (false as boolean) {',
  },
  {
    name: 'name lengths',
    file: 'cfb/directory.ts',
    check: 'bytes >= 2 && bytes <= MAX_NAME_BYTES ?',
    without: 'bytes >= 2 ?',
  },
  {
    name: 'FAT entries',
    file: 'cfb/fat.ts',
    check: 'view !== undefined && offset + 4 <= view.byteLength',
    without: 'view !== undefined',
  },
  {
    name: 'mini FAT entries',
    file: 'cfb/mini-stream.ts',
    check: 'offset + 4 <= this.#fat.byteLength ?',
    without: '(true as boolean) ?',
  },
  {
    name: 'sector shift',
    file: 'cfb/header.ts',
    check: 'sectorShift === 9 || sectorShift === 12',
    without: '(true as boolean)',
  },
  {
    name: 'short header',
    file: 'cfb/header.ts',
    check: 'if (bytes.length < HEADER_LENGTH)',
    without: 'if (false as boolean)',
  },
  {
    name: 'missing directory',
    file: 'cfb/compound-file.ts',
    check: 'if (directory.count > 0) return directory;',
    without: 'return directory;',
  },
  { name: 'cursor', file: 'bytes/byte-reader.ts', check: 'throw new EndOfBytes();', without: ';' },
  {
    name: 'cut property header',
    file: 'msg/property-stream.ts',
    check: 'if (stream.length < headerLength.embeddedMessage) return undefined;',
    without: '',
  },
  {
    name: 'cut property entry',
    file: 'msg/property-stream.ts',
    check: 'start + VALUE_OFFSET <= stream.length',
    without: 'start < stream.length',
  },
  { name: 'cut size', file: 'msg/read-properties.ts', check: 'if (bytes.length < 4) return;', without: '' },
  {
    name: 'name offsets',
    file: 'msg/named-property-map.ts',
    check: 'if (offset + 4 > strings.length) return undefined;',
    without: '',
  },
  {
    name: 'name lengths in the map',
    file: 'msg/named-property-map.ts',
    check: 'length <= reader.remaining ?',
    without: '(true as boolean) ?',
  },
  {
    name: 'short values',
    file: 'mapi/property-value.ts',
    check: 'if (error instanceof EndOfBytes) return undefined;',
    without: '',
  },
  {
    name: 'odd UTF-16',
    file: 'mapi/utf16.ts',
    check: 'if (bytes.length % 2 !== 0) return undefined;',
    without: '',
  },
  {
    name: 'times without a calendar',
    file: 'mapi/file-time.ts',
    check: "if (this.kind === 'out-of-range') return null;",
    without: '',
  },
  {
    name: 'cut structures',
    file: 'mapi/structures/decode-structure.ts',
    check: 'if (error instanceof EndOfBytes) return undefined;',
    without: '',
  },
  {
    name: 'cut unsendable recipients',
    file: 'mapi/structures/unsendable-recipients.ts',
    check: 'if (error instanceof EndOfBytes) return undefined;',
    without: '',
  },
  {
    name: 'values left in the file',
    file: 'mapi/property-store.ts',
    check: "content === 'left-in-file' ? undefined : this.get(definition)",
    without: "content === 'missing' ? undefined : this.get(definition)",
  },
  {
    name: 'values left in the file, in JSON',
    file: 'report/json.ts',
    check: "if (property.content === 'left-in-file')",
    without: 'if (false as boolean)',
  },
];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Plants a bug in a copy of the sources and runs the fuzzer on it; gives what it said, or undefined if it found nothing. */
export function findPlantedBug({ name, file, check, without }: PlantedBug): string | undefined {
  const copy = join(root, 'node_modules/.cache/planted-bugs', name.replaceAll(/\W/g, '-'));
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['src', 'samples', 'test/fuzz', 'test/support', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  const target = join(copy, 'src', file);
  const text = readFileSync(target, 'utf8');
  if (!text.includes(check)) throw new Error(`${file} does not contain: ${check}`);
  writeFileSync(target, text.replace(check, without));
  const argv = [
    '--import',
    'tsx',
    join(copy, 'test/fuzz/run.ts'),
    '--inputs',
    '200000',
    '--hang',
    '4000',
    '--stop',
    '--seconds',
    '60',
  ];
  const { stdout, status } = spawnSync(process.execPath, argv, {
    cwd: root,
    encoding: 'utf8',
    timeout: 90_000,
  });
  rmSync(copy, { recursive: true, force: true });
  return status === 0
    ? undefined
    : (stdout.split('\n').find((line) => line.startsWith('input ')) ?? stdout.split('\n').at(-2));
}

if (process.argv[1]?.endsWith('planted-bugs.ts')) {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  let found = 0;
  const wanted = plantedBugs.filter(({ name }) => values.only === undefined || name === values.only);
  for (const bug of wanted) {
    const start = performance.now();
    const said = findPlantedBug(bug);
    if (said !== undefined) found += 1;
    console.log(
      `${said === undefined ? 'MISSED' : 'found'} ${bug.name} (${Math.round((performance.now() - start) / 1000)} s): ${(said ?? '').slice(0, 140)}`,
    );
  }
  console.log(`${found} of ${wanted.length} planted bugs found`);
  process.exitCode = found === wanted.length ? 0 : 1;
}
