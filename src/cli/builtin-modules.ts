import type Crypto from 'node:crypto';
import { createRequire } from 'node:module';
import type Readline from 'node:readline';
import type WorkerThreads from 'node:worker_threads';

// What few runs need of Node is loaded when it is met: together it takes longer than to check a file.

const require = createRequire(import.meta.url);

export const crypto = (): typeof Crypto => require('node:crypto') as typeof Crypto;
export const readline = (): typeof Readline => require('node:readline') as typeof Readline;
export const workerThreads = (): typeof WorkerThreads =>
  require('node:worker_threads') as typeof WorkerThreads;
