// Puts files into the queue, one job each: find /share -type f | node enqueue.mjs
// A file that is in the queue already, or was checked as it is, is not put in twice: the job is named by its path, size
// and time.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Queue } from 'bullmq';

const connection = { url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379' };
const queue = new Queue('mapilint', { connection });
const BATCH = 1000;
let jobs = [];
for await (const path of createInterface({ input: process.stdin })) {
  const { size, mtimeMs } = await stat(path);
  const jobId = createHash('sha256').update(`${path}\0${size}\0${mtimeMs}`).digest('hex');
  jobs.push({ name: 'check', data: { path }, opts: { jobId, attempts: 3 } });
  if (jobs.length === BATCH) await queue.addBulk(jobs.splice(0));
}
await queue.addBulk(jobs);
await queue.close();
