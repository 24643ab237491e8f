// docs/benchmarks.md: made from a report, but for one section that people write.

import { formatGoal, formatValue } from './figure';
import type { Figure, Timing } from './figure';
import { formatTime } from './plot';
import type { BenchReport } from './report';
import { verdict } from './table';

export const handWrittenStart = '<!-- written by hand: from here … -->';
export const handWrittenEnd = '<!-- … to here; everything else on this page is made by npm run bench -->';

/** The page; `previous` is the page as it was, whose hand-written section is kept. */
export function benchmarkPage(report: BenchReport, plotFile: string, previous = ''): string {
  const { date, machine, figures, timings, peers } = report;
  const peerList = Object.entries(peers).map(([name, version]) => `\`${name}\` ${version}`);
  return `# Benchmarks

Measured on ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; load ${machine.loadBefore} before and ${machine.loadAfter} after. Peers: ${peerList.join(', ')}. Each reader decodes every property of every recipient, strings and binary values included; a time counts only if a checksum over rows, properties, characters, bytes and statuses is equal for all. Times are CPU time of processes that took turns, medians; a ratio is the median of the rounds' ratios. The files are generated from seeds. \`npm run bench\` measures again, \`npm run bench -- --quick --only small-warm\` one case in short; the figures are in \`docs/benchmarks/${date}.json\` of a clone.

![CPU time per file of mapilint, its peers and readFileSync alone](benchmarks/${plotFile})

## Goals

| case | what | figure | goal | |
|---|---|---|---|---|
${figures.map(goalRow).join('\n')}

${missedSummary(figures)}${leftOutSummary(report)}

${handWrittenStart}
${handWritten(previous)}
${handWrittenEnd}

## Times

CPU time per file.

| files | reader | time |
|---|---|---|
${timings.map(timingRow).join('\n')}
`;
}

function goalRow(figure: Figure): string {
  const state = verdict(figure);
  const said = state === 'MISSED' ? '**missed**' : state;
  return `| ${figure.case} | ${figure.what} | ${formatValue(figure.value, figure.unit)} | ${formatGoal(figure)} | ${said} |`;
}

function missedSummary(figures: readonly Figure[]): string {
  const missed = figures.filter((figure) => verdict(figure) === 'MISSED');
  if (missed.length === 0) return 'Every goal is met.';
  const names = missed.map((figure) => `${figure.case} (${figure.what})`);
  return `Missed: ${names.join('; ')}. The next section says why, and what was tried.`;
}

function leftOutSummary({ leftOut }: BenchReport): string {
  return leftOut.length === 0 ? '' : ` Left out: ${leftOut.join(', ')}, which this machine cannot measure.`;
}

function timingRow({ set, reader, microseconds }: Timing): string {
  return `| ${set} | ${reader} | ${formatTime(microseconds)} |`;
}

function handWritten(previous: string): string {
  const start = previous.indexOf(handWrittenStart);
  const end = previous.indexOf(handWrittenEnd);
  if (start < 0 || end < start) return '\n## Why goals are missed, and what was tried\n';
  return previous.slice(start + handWrittenStart.length, end).replace(/^\n|\n$/g, '');
}
