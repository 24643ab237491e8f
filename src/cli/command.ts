// What the built command is made of: the file of the process loads it, and that of a worker.

export { runThisProcess } from './this-process';
export { runWorker } from './checking/worker';
