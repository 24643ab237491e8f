#!/usr/bin/env node
import { ProgressLine } from './progress';
import { run } from './run';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error; // whoever read us, `head` for one, has seen enough
  });
}

const { stdout, stderr } = process;
const isWatched = stderr.isTTY && !process.env['CI'];
const line = new ProgressLine((text) => void stderr.write(text));

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => {
    line.clear();
    stdout.write(text);
  },
  err: (text) => {
    line.clear();
    stderr.write(text);
  },
  isTerminal: stdout.isTTY,
  columns: stdout.columns,
  progress: isWatched
    ? (text) => {
        line.show(text);
      }
    : undefined,
});
line.clear();
