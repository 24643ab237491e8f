// A few threads, each with one job at a time.
import { Worker } from 'node:worker_threads';
import type { Done, Job } from './job.js';

/** Does all jobs with `size` threads; the results stand in the order of the jobs. */
export async function doAll(jobs: readonly Job[], size: number): Promise<Done[]> {
  const results: Done[] = [];
  const waiting = jobs.map((job, index) => ({ job, index }));
  async function work(): Promise<void> {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        results[next.index] = await answerOf(worker, next.job);
    } finally {
      await worker.terminate();
    }
  }
  await Promise.all(Array.from({ length: size }, work));
  return results;
}

function answerOf(worker: Worker, job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(job);
  });
}
