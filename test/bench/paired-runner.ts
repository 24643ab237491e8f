// Readers side by side: each in a process of its own, their samples in turn, so that what disturbs one disturbs all.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { programPath, readerUrl } from './built-programs';
import { requireEqual } from './checksum';
import type { Checksum } from './checksum';
import type { Prepared, Request, Sample } from './programs/warm';
import type { ReaderName } from './readers/reader';
import { median, medianRatio } from './statistics';

/** How thorough to be. */
export interface Effort {
  readonly rounds: number;
  readonly warmUpMilliseconds: number;
  readonly sampleMilliseconds: number;
}

/** A reader over files: other than each other's, if they hold the same recipients. */
export interface Contestant {
  readonly reader: ReaderName;
  readonly paths: readonly string[];
  /** Default: the reader's. Told apart where a reader takes part twice. */
  readonly name?: string;
}

/** CPU time per file by contestant, in rounds taken side by side. */
export class PairedSamples {
  readonly #samples: ReadonlyMap<string, readonly number[]>;

  constructor(samples: ReadonlyMap<string, readonly number[]>) {
    this.#samples = samples;
  }

  get names(): string[] {
    return [...this.#samples.keys()];
  }

  of(name: string): readonly number[] {
    const samples = this.#samples.get(name);
    if (samples === undefined) throw new Error(`${name} took no part`);
    return samples;
  }

  median(name: string): number {
    return median(this.of(name));
  }

  /** How many times the first takes what the second does. */
  ratio(first: string, second: string): number {
    return medianRatio(this.of(first), this.of(second));
  }
}

/** Warm readers: CPU microseconds per file. Throws if they did not do the same work. */
export async function measureWarm(
  contestants: readonly Contestant[],
  effort: Effort,
): Promise<PairedSamples> {
  const processes: { readonly name: string; readonly child: WarmProcess }[] = [];
  const checksums: Record<string, Checksum> = {};
  try {
    for (const { reader, paths, name = reader } of contestants) {
      const child = new WarmProcess();
      processes.push({ name, child });
      const { warmUpMilliseconds, sampleMilliseconds } = effort;
      const prepare = { reader: readerUrl(reader), paths, warmUpMilliseconds, sampleMilliseconds };
      const { checksum } = (await child.ask({ prepare })) as Prepared;
      if (checksum !== undefined) checksums[name] = checksum;
    }
    requireEqual(checksums);
    const samples = new Map(processes.map(({ name }) => [name, [] as number[]]));
    for (let round = 0; round < effort.rounds; round++) {
      for (const { name, child } of processes)
        samples.get(name)?.push(((await child.ask('sample')) as Sample).microseconds);
    }
    return new PairedSamples(samples);
  } finally {
    for (const { child } of processes) child.end();
  }
}

class WarmProcess {
  readonly #child: ChildProcess = fork(programPath('warm'), { execArgv: [] });

  ask(request: Request): Promise<Prepared | Sample> {
    return new Promise((resolve, reject) => {
      const settle = (): void => void this.#child.removeAllListeners();
      this.#child.on('message', (answer: Prepared | Sample) => {
        settle();
        resolve(answer);
      });
      this.#child.on('exit', (code) => {
        settle();
        reject(new Error(`a reader's process ended with ${code}`));
      });
      this.#child.send(request);
    });
  }

  end(): void {
    this.#child.kill();
  }
}
