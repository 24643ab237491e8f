// Takes files from the queue and leaves the line of each as the result of its job; run as many as there are processors.
// A worker that is killed loses its file to another one after `lockDuration`.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Worker } from 'bullmq';

const connection = { url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', maxRetriesPerRequest: null };
const [command, ...words] = (process.env.MAPILINT ?? 'mapilint').split(' ');

async function check({ data: { path } }) {
  const options = ['check', '-0', '--format', 'ndjson', '--jobs', '1', '--exit-zero'];
  const child = spawn(command, [...words, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`${path}\0`);
  const lines = (await text(child.stdout)).split('\n').filter((line) => line.startsWith('{"path"'));
  if (lines.length === 0) throw new Error('mapilint gave no line');
  return lines.map((line) => JSON.parse(line));
}

const lockDuration = Number(process.env.LOCK_MS ?? 30_000);
const worker = new Worker('mapilint', check, {
  connection,
  lockDuration,
  stalledInterval: lockDuration,
  maxStalledCount: 3,
});
process.on('SIGTERM', () => void worker.close());
