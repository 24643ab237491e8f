import type { Worker } from 'node:worker_threads';
import { workerThreads } from '../builtin-modules';
import type { WorkerSettings } from './worker-protocol';

/** Megabytes: a file that needs more costs its worker, not the machine. */
const MEMORY = 2048;

/** A worker that has not said yet that it is ready; throws what the system says where it cannot be made. */
export function newWorker(entry: URL, workerData: WorkerSettings): Worker {
  const { Worker: Thread } = workerThreads();
  const worker = new Thread(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  worker.on('error', () => undefined); // who waits for it hears of it, too
  return worker;
}

/** Resolves when a worker is ready; rejects when it has ended before, with why. */
export async function whenReady(worker: Worker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let fault = new Error('a worker ended before it was ready');
    const note = (error: Error): void => {
      fault = error;
    };
    const exit = (): void => {
      reject(fault); // and what it had open is closed
    };
    worker.once('exit', exit).once('error', note);
    worker.once('message', () => {
      worker.off('exit', exit).off('error', note);
      resolve();
    });
  });
}
