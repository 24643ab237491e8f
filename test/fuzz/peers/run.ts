// npm run fuzz:peers -- --format msg|pst|tnef [--inputs 1000] [--first 0] [--seconds 5] [--memory 512] [--jobs 1] [--list 0]
// Gives the inputs of `npm run fuzz` to mapilint and to other libraries, and prints what came of them as a table.
// Fails if mapilint does anything but read an input or refuse it with a typed error.

import { parseArgs } from 'node:util';
import { describeMachine } from '../../bench/machine';
import { formats } from '../formats';
import { install } from './installed';
import { PeerProcess } from './peer-process';
import { addressOf, peers, versionOf } from './peers';
import type { PeerEntry, PeerFormat } from './peers';
import { formatTallies } from './table';
import { countInputs, tallyOf } from './tally';
import type { DamagedInput, Tally } from './tally';

const { values } = parseArgs({
  options: {
    format: { type: 'string', default: 'msg' },
    inputs: { type: 'string', default: '1000' },
    first: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '5' },
    memory: { type: 'string', default: '512' },
    jobs: { type: 'string', default: '1' },
    list: { type: 'string', default: '0' },
  },
});
if (!Object.hasOwn(peers, values.format))
  throw new Error(`--format is ${Object.keys(peers).join(', ')}, not ${values.format}`);
const format = values.format as PeerFormat;

const jobs = Number(values.jobs);

/** The inputs of one job: every so many-th. */
function* inputsOf(job: number): Generator<DamagedInput, undefined> {
  const seeds = formats[format].seeds();
  const first = Number(values.first);
  for (let number = first + job; number < first + Number(values.inputs); number += jobs) {
    const sound = seeds[number % seeds.length]?.bytes ?? new Uint8Array(0);
    yield { number, sound, damaged: formats[format].mutate(sound, number) };
  }
}

async function tallyOfPeer(entry: PeerEntry): Promise<Tally> {
  const limits = { seconds: Number(values.seconds), memory: Number(values.memory) };
  const ofJobs = Array.from({ length: jobs }, async (_, job) => {
    const reader = new PeerProcess(addressOf(entry), limits);
    try {
      return await countInputs((bytes) => reader.read(bytes), inputsOf(job));
    } finally {
      reader.end();
    }
  });
  return tallyOf((await Promise.all(ofJobs)).flat());
}

/** The first inputs of each kind, to look at; what errors say, once each. */
function list(name: string, tally: Tally, count: number): void {
  const shown = new Map<string, number>();
  for (const { number, count: kind, error } of tally.inputs) {
    const times = shown.get(kind) ?? 0;
    if (kind === 'same' || times >= count) continue;
    shown.set(kind, times + 1);
    console.error(
      `${name}, input ${number}: ${kind}${error === undefined ? '' : `: ${error.slice(0, 300)}`}`,
    );
  }
}

const machine = describeMachine();
const columns: { name: string; tally: Tally }[] = [];
for (const entry of peers[format] as readonly PeerEntry[]) {
  if (entry.installs !== undefined) install(entry.name, entry.installs);
  const start = performance.now();
  const tally = await tallyOfPeer(entry);
  const name = `${entry.name} ${versionOf(entry)}`;
  console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  list(name, tally, Number(values.list));
  columns.push({ name, tally });
}
console.log(formatTallies(columns));
const { cpu, cores, node, loadBefore, loadAfter } = machine();
console.log(`${cpu}, ${cores} cores, Node ${node}; load ${loadBefore} before and ${loadAfter} after`);

const faults = (columns[0]?.tally.inputs ?? []).filter(({ count }) =>
  ['raw-error', 'hang', 'out-of-memory', 'died'].includes(count),
);
for (const { number, count, error = '' } of faults)
  console.log(`mapilint, input ${number}: ${count} ${error}`);
process.exitCode = faults.length > 0 ? 1 : 0;
