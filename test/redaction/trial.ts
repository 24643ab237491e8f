// What a redacted report gives away: of files whose every text is a token, and of the files as they are.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { mapilint } from '../support/command';
import { leaksIn, withTexts } from './tokens';
import type { Tokens } from './tokens';

/** All that `--redact` goes with. */
const printing = {
  pretty: ['--format', 'pretty'],
  ndjson: ['--format', 'ndjson'],
  csv: ['--format', 'csv'],
  attendees: ['--format', 'csv', '--rows', 'attendees'],
  sarif: ['--format', 'sarif'],
  junit: ['--format', 'junit'],
  html: ['--format', 'html'],
  parquet: ['--format', 'parquet'],
} as const;
type RedactedFormat = keyof typeof printing;
export const redactedFormats = Object.keys(printing) as RedactedFormat[];

/** What was printed, on standard output and standard error, by format. */
export type Printed = ReadonlyMap<string, string>;

/** Words in evidence that no message has. */
const ofEvidence = 'Exchsrvr Mailroot supplier gateway third mail1 postmaster PRODUCT'.split(' ');
const asText: ReadonlySet<string> = new Set(['.ics', '.eml', '.txt', '.csv', '.log', '.evt']);

/** Copies of files, in folders and under names of tokens; removed by `remove`. */
export class TokenFiles {
  /** Where the copies are. */
  readonly root: string;
  readonly #tokens: Tokens;
  #count = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.root = join(mkdtempSync(join(tmpdir(), 'mapilint-')), tokens.of('everything'));
  }

  /** The copy of a file; what is text has tokens for the words that messages have had so far. */
  copy(path: string, within = ''): string {
    const ending = extname(path);
    const folder = join(this.root, within, this.#tokens.of(basename(dirname(path))));
    const copy = join(folder, `${this.#tokens.of(`file${this.#count++}`)}${ending}`);
    mkdirSync(folder, { recursive: true });
    if (asText.has(ending)) writeFileSync(copy, this.#tokens.ofBytes(readFileSync(path), ofEvidence));
    else cpSync(path, copy);
    return copy;
  }

  remove(): void {
    rmSync(dirname(this.root), { recursive: true });
  }
}

/** Runs `check --redact`; `change` sees each text of a message. */
export async function checked(
  argv: readonly string[],
  change: (text: string) => string,
  formats: readonly RedactedFormat[] = redactedFormats,
): Promise<Printed> {
  const printed = new Map<string, string>();
  for (const format of formats) {
    const folder = mkdtempSync(join(tmpdir(), 'mapilint-'));
    const into = format === 'parquet' ? ['-o', join(folder, 'run.parquet')] : [];
    const asked = ['--preset', 'all', '--all', '--jobs', '1', '--redact'];
    const { out, err } = await withTexts(change, () =>
      mapilint('check', ...argv, ...printing[format], ...asked, ...into),
    );
    // the name of the folder is random, and may look like a token
    const said = (out + err).replaceAll(basename(folder), '');
    printed.set(format, said + (await cellsIn(folder)));
    rmSync(folder, { recursive: true });
  }
  return printed;
}

/** Every row of the Parquet files in a folder, as another reader has it. */
async function cellsIn(folder: string): Promise<string> {
  const files = readdirSync(folder);
  if (files.length === 0) return '';
  const connection = await (await DuckDBInstance.create()).connect();
  const rows: string[] = [];
  for (const file of files) {
    const result = await connection.runAndReadAll(`SELECT to_json(t) FROM '${join(folder, file)}' t`);
    rows.push(...result.getRows().map(([cell]) => String(cell)));
  }
  connection.closeSync();
  return rows.join('\n');
}

/** The parts of tokens that were printed, with the format that printed them. */
export function leaksOf(printed: Printed): string[] {
  return [...printed].flatMap(([format, text]) => leaksIn(text).map((part) => `${format}: ${part}`));
}

/** What stands for a value: its end may look like the beginning of a name, as in `path-012345678a.txt`. */
const SUBSTITUTE = /\b(?:name|address|subject|path|folder|text)-[0-9a-f]{10}/g;
const LONG_WORD = /[\p{L}\p{N}\p{M}]{5,}/gu;

/**
 * Of the texts of messages those, and those words of them, of five characters or more that were printed, though `fixed` does
 * not have them: what was printed of the same files when every text was a token.
 */
export function told(texts: Iterable<string>, printed: Printed, fixed: Printed): string[] {
  const all = [...printed.values()].join('\n').replaceAll(SUBSTITUTE, '').toLowerCase();
  const known = [...fixed.values()].join('\n').toLowerCase();
  const words = new Set(all.match(LONG_WORD));
  const found = new Set<string>();
  for (const text of texts) {
    const whole = text.trim().toLowerCase();
    for (const word of whole.match(LONG_WORD) ?? [])
      if (words.has(word) && !known.includes(word)) found.add(word);
    const isShort = whole.length >= 5 && whole.length < 200;
    if (isShort && all.includes(whole) && !known.includes(whole)) found.add(whole);
  }
  return [...found];
}
