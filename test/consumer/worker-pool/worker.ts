// Decodes what it is told, one file after the other.
import { parentPort } from 'node:worker_threads';
import { check, isMapilintError } from 'mapilint';
import type { Done, Job } from './job.js';

async function done({ path }: Job): Promise<Done> {
  try {
    const { message, diagnosis } = await check(path);
    return { path, values: message.values, diagnosis };
  } catch (error) {
    if (!isMapilintError(error)) throw error;
    return { path, error: error.toJSON() };
  }
}

parentPort?.on('message', (job: Job) => {
  void done(job).then((result) => parentPort?.postMessage(result));
});
