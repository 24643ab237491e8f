import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { corpusFolder } from '../support/corpus';

/** One check that is taken out of the decoder: a bug as people write it. */
export interface PlantedBug {
  readonly name: string;
  /** Below `src`. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

const caught = 'if (error instanceof EndOfBytes) return undefined;';

/** Bugs that the fuzzer must find. Each was seen to let some file crash, hang or exhaust the decoder. */
export const plantedBugs: readonly PlantedBug[] = [
  bug(
    'cursor without bounds',
    'bytes/byte-reader.ts',
    /if \(!\(length >= 0[^;]*throw new EndOfBytes\(\);/,
    '',
  ),
  bug('short header not refused', 'cfb/header.ts', 'bytes.length < HEADER_LENGTH', 'false'),
  bug(
    'sectors claimed again and again',
    'cfb/sector.ts',
    'if (this.#claimed[sector] !== 0) return false;',
    '',
  ),
  bug('mini FAT entry outside', 'cfb/mini-stream.ts', 'offset + 4 <= this.#fat.byteLength ?', 'true ?'),
  bug('name longer than its field', 'cfb/directory.ts', ' && bytes <= MAX_NAME_BYTES ? (b', ' ? (b'),
  bug(
    'name outside its stream',
    'msg/named-property-map.ts',
    'if (offset + 4 > this.#bytes.length) return undefined;',
    '',
  ),
  bug(
    'name longer than its stream',
    'msg/named-property-map.ts',
    'Math.min(reader.remaining, MAX_NAME_BYTES)',
    'MAX_NAME_BYTES',
  ),
  bug('cut value', 'mapi/values/property-value.ts', caught, ''),
  bug('cut structure', 'mapi/structures/decode-structure.ts', caught, ''),
  bug(
    'integer that JSON cannot hold',
    'message/named-object.ts',
    "if (typeof value === 'bigint') return value.toString();",
    '',
  ),
  bug(
    'report of a value left in the file',
    'report/recipient-report.ts',
    /if \(property.content === 'left-in-file'\) return[^;]*;/,
    '',
  ),
  bug(
    'table of properties left in the file',
    'report/properties.ts',
    "property.content === 'left-in-file' ? undefined : ",
    '',
  ),
  bug(
    'FAT entry outside the file',
    'cfb/fat.ts',
    'if (offset + 4 <= this.#space.bytes.byteLength) return',
    'return',
  ),
  bug(
    'cycle in the directory',
    'cfb/directory-tree.ts',
    '!== NOT_REACHED) {\n      report(',
    '=== undefined) {\n      report(',
  ),
  bug(
    'counts of a cut stream',
    'msg/property-stream.ts',
    'if (this.#view.byteLength < headerLength.embeddedMessage) return undefined;',
    '',
  ),
  bug(
    'entry behind the end of its stream',
    'msg/property-stream.ts',
    '(length + ENTRY_LENGTH - VALUE_OFFSET)',
    '(length + ENTRY_LENGTH)',
  ),
  bug(
    'half a value behind the end',
    'msg/property-stream.ts',
    'if (position + 4 <= this.#view.byteLength) return',
    'return',
  ),
  bug(
    'untyped error on a missing value',
    'mapi/rows/property-table.ts',
    /throw new FormatError\([^;]*;/,
    'throw new Error(message + storage);',
  ),
  bug(
    'value of another type',
    'mapi/rows/property-store.ts',
    'type !== PropertyType.errorCode : types.includes(type)',
    'true : type >= 0',
  ),
  bug(
    'accessor that fetches',
    'mapi/rows/property-store.ts',
    'index === NONE || this.#table.isElsewhere(index)) return undefined;\n    return convert(definition, this.#table.value(index))',
    'index === NONE) return undefined;\n    return convert(definition, this.#property(index).value())',
  ),
];

function bug(name: string, file: string, from: string | RegExp, to: string): PlantedBug {
  return { name, file, from, to };
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the copy needs beside `src`; it lies below `node_modules`, so that packages are found from it. */
const copied = [
  'samples/meetings',
  'samples/malformed',
  'test/fuzz',
  'test/support',
  'package.json',
  'tsconfig.json',
];

/** Plants a bug in a copy of the project and says whether the fuzzer finds it within so many seconds. */
export async function isFound(bug: PlantedBug, seconds: number): Promise<boolean> {
  const copy = join(root, 'node_modules/.cache/planted-bugs', bug.name.replaceAll(' ', '-'));
  rmSync(copy, { recursive: true, force: true });
  for (const path of ['src', ...copied]) cpSync(join(root, path), join(copy, path), { recursive: true });
  plant(bug, join(copy, 'src', bug.file));
  const options = ['--inputs', '10000000', '--hang', '4000', '--stop', '--seconds', String(seconds)];
  const fuzzer = spawn(process.execPath, ['--import', 'tsx', join(copy, 'test/fuzz/run.ts'), ...options], {
    cwd: copy,
    env: { ...process.env, MAPILINT_CORPUS: corpusFolder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  fuzzer.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise((resolve) => fuzzer.on('exit', resolve));
  rmSync(copy, { recursive: true, force: true });
  const isOver = output.includes('hangs; slowest');
  return isOver ? /[1-9]\d* (untyped exceptions|hangs)/.test(output) : status !== 0; // it died of the input
}

function plant({ name, from, to }: PlantedBug, path: string): void {
  const code = readFileSync(path, 'utf8');
  const changed = code.replace(from, () => to);
  if (changed === code) throw new Error(`The bug "${name}" cannot be planted: ${path} has changed`);
  const { diagnostics = [] } = ts.transpileModule(changed, { reportDiagnostics: true });
  if (diagnostics.length > 0) throw new Error(`The bug "${name}" leaves no sound code in ${path}`);
  writeFileSync(path, changed);
}
