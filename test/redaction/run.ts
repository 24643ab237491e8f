// What a redacted report gives away of every sample and of the corpus, in every format: `npm run redaction`. First with a
// token for each text: no part of one may be printed. Then as the files are: no text of theirs, and no word of one, of five
// characters or more may be printed that was not when all texts were tokens.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { mapilint } from '../support/command';
import { corpusFolder, hasCorpus } from '../support/corpus';
import { external, meetingOf } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';
import { messageFolders, samplesIn, withEvidence } from './sample-files';
import { Tokens } from './tokens';
import { checked, leaksOf, TokenFiles, told } from './trial';
import type { Printed } from './trial';

const RUNS = 5;
const tokens = new Tokens();
const files = new TokenFiles(tokens);
const originals = new Set<string>();
const problems: string[] = [];

function change(text: string): string {
  originals.add(text);
  return tokens.of(text);
}

/** The files in the corpus, but for the tables beside its folders. */
function corpusFiles(): string[] {
  return readdirSync(corpusFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== corpusFolder)
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Checks the copies of some files with tokens, and the files as they are, and says what was given away. */
async function tried(name: string, paths: readonly string[]): Promise<void> {
  const copies = paths.map((path) => files.copy(path, name));
  const fixed = await checked(copies, change);
  report(name, paths.length, leaksOf(fixed), 'with tokens');
  const printed = await checked(paths, (text) => text);
  report(name, paths.length, told(originals, printed, fixed), 'as they are');
}

function report(name: string, count: number, found: readonly string[], how: string): void {
  console.log(`${name}, ${count} files ${how}: ${found.length} leaks ${found.slice(0, 20).join(', ')}`);
  problems.push(...found);
}

async function triedEvidence(): Promise<void> {
  for (const [item, ...evidence] of withEvidence) {
    const copies = evidence.flatMap(([option, path]) => [option, files.copy(path, 'evidence')]);
    const argv = [...(item === undefined ? [] : [files.copy(item, 'evidence')]), ...copies];
    const printed: Printed = await checked(argv, change);
    report('evidence', evidence.length, leaksOf(printed), 'with tokens');
  }
}

/** What hiding costs of 10,000 rows that are all found fault with: the shortest of some runs each. */
async function measured(): Promise<void> {
  const rows = Array.from({ length: 10_000 }, (_, index) => {
    return { ...external, name: `Eve Number ${index}`, address: `eve${index}@partner.example`, time: 0n };
  });
  const path = join(files.root, 'rows.msg');
  writeFileSync(path, writeMsg(describeMeeting(meetingOf(rows))));
  const shortest = async (...options: readonly string[]): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      await mapilint('check', path, '--format', 'ndjson', ...options);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const [plain, redacted] = [await shortest(), await shortest('--redact')];
  const ratio = (redacted / plain).toFixed(2);
  console.log(
    `10,000 rows: ${plain.toFixed(0)} ms, redacted ${redacted.toFixed(0)} ms, ${ratio} times as long`,
  );
  if (redacted > 2 * plain) problems.push('redaction takes more than twice the time');
}

try {
  for (const folder of messageFolders) await tried(folder, samplesIn(folder));
  await triedEvidence();
  if (hasCorpus) await tried('corpus', corpusFiles());
  await measured();
} finally {
  files.remove();
}
process.exitCode = problems.length > 0 ? 1 : 0;
