import type { Preset, ReadOptions } from '../../index';
import type { IgnoredFiles } from '../configuration/config';
import { parseShard } from '../inputs/shard';
import type { Shard } from '../inputs/shard';
import { evidenceArguments } from './evidence-arguments';
import type { EvidenceArguments } from './evidence-arguments';
import { choice, oneOf, parseOptions } from './parsed-options';
import type { ParsedOptions } from './parsed-options';
import { commandOf } from './command-of';
import { presetChoices } from './choices';
import { options } from './options';
import type { Command, CommandWord } from './commands';
import { filterArguments } from './filter-arguments';
import type { FilterArguments } from './filter-arguments';
import { pathOf } from './given-path';
import { letterArguments } from './letter-arguments';
import type { LetterArguments } from './letter-arguments';
import { outputArguments } from './output-arguments';
import type { OutputArguments } from './output-arguments';
import { runningArguments } from './running-arguments';
import type { RunningArguments } from './running-arguments';
import { storeArguments } from './store-arguments';
import type { StoreArguments } from './store-arguments';
import { UsageError } from './usage-error';

/** How paths come on standard input. */
export type ListFormat = 'lines' | 'nul' | 'ndjson';

/** What the command line asks for. */
export interface Arguments {
  readonly command: CommandWord;
  readonly paths: readonly string[];
  /** How more paths come on standard input; undefined: none do. */
  readonly listing: ListFormat | undefined;
  /** The least severity that makes the exit code 1. */
  readonly failOn: 'error' | 'warning';
  /** The object whose properties are shown, such as `recipients[3]`; empty: the message. */
  readonly of: string;
  /** The only property to show. */
  readonly property: string | undefined;
  /** Whether the decisions of the reading are shown. */
  readonly why: boolean;
  /** The rules to begin with; undefined: what the configuration says. */
  readonly preset: Preset | undefined;
  /** Settings such as `organizer-row=off`, not checked yet. */
  readonly rule: readonly string[];
  /** The configuration file; undefined: the one in the working directory, if there is one. */
  readonly config: string | undefined;
  /** The output of an earlier run, whose findings are known; undefined: there is none. */
  readonly baseline: string | undefined;
  /** What the configuration leaves out; undefined: nothing, or it was not read. */
  readonly ignored?: IgnoredFiles | undefined;
  /** Whether an attendee's copy is repaired, too. */
  readonly attendeeCopy: boolean;
  /** How a letter is written. */
  readonly letter: LetterArguments;
  /** Whose copy is compared. */
  readonly attendee: string | undefined;
  readonly read: ReadOptions;
  /** What is handed over beside the items. */
  readonly evidence: EvidenceArguments;
  /** Which items of a store. */
  readonly store: StoreArguments;
  /** Which of all items are judged. */
  readonly filter: FilterArguments;
  readonly output: OutputArguments;
  /** The only part of the files that is read; undefined: all of them. */
  readonly shard: Shard | undefined;
  readonly running: RunningArguments;
}

/** Understands a command line; throws a `UsageError` if it cannot. */
export function parseArguments(argv: readonly string[]): Arguments {
  const given = parseOptions(argv);
  const { command, paths } = commandOf(given);
  const [preset, shard] = [given.value('preset'), given.value('shard')];
  const args: Arguments = {
    command,
    paths: paths.filter((path) => path !== '-').map(pathOf),
    listing: listingOf(given, paths),
    failOn: oneOf('fail-on', given.value('fail-on') ?? 'warning', ['warning', 'error']),
    of: given.value('of') ?? '',
    property: given.value('property'),
    why: given.is('why'),
    letter: letterArguments(given),
    filter: filterArguments(given),
    attendeeCopy: given.is('attendee-copy'),
    preset: preset === undefined ? undefined : oneOf('preset', preset, presetChoices),
    rule: given.values('rule'),
    config: given.value('config'),
    baseline: given.value('baseline'),
    attendee: given.value('attendee'),
    read: {
      strict: given.is('strict'),
      codePage: codePageOf(given, 'code-page'),
      codePageOverride: codePageOf(given, 'code-page-override'),
    },
    evidence: evidenceArguments(given),
    store: storeArguments(given),
    output: outputArguments(given, command),
    shard: shard === undefined ? undefined : parseShard(shard),
    running: runningArguments(given),
  };
  if (command !== 'help' && command !== 'version') {
    checkBelonging(given, command);
    checkPaths(args, command);
  }
  return args;
}

function listingOf(given: ParsedOptions, paths: readonly string[]): ListFormat | undefined {
  if (given.is('null') && given.is('ndjson-in'))
    throw new UsageError('--null and --ndjson-in are two ways to give paths: choose one');
  if (given.is('null')) return 'nul';
  if (given.is('ndjson-in')) return 'ndjson';
  return paths.includes('-') ? 'lines' : undefined;
}

/** Code pages have numbers of 16 bits. */
const LAST_CODE_PAGE = 0xffff;

function codePageOf(given: ParsedOptions, name: 'code-page' | 'code-page-override'): number | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > LAST_CODE_PAGE)
    throw new UsageError(
      `--${name} must be the number of a code page, such as 932, not ${JSON.stringify(text)}`,
    );
  return number;
}

function checkBelonging({ names }: ParsedOptions, command: Command): void {
  for (const name of names) {
    const { commands: owners } = options.get(name) ?? {};
    if (owners !== undefined && !owners.includes(command))
      throw new UsageError(`--${name} belongs to ${choice(owners, 'and')}, not to ${command}`);
  }
}

/** How many paths a command takes. */
const counts: Readonly<Record<Command, readonly [least: number, most: number, complaint: string]>> = {
  check: [1, Infinity, 'needs a file or folder'],
  table: [1, Infinity, 'needs a file'],
  props: [1, 1, 'takes one file'],
  compare: [2, 2, "takes two files: the organizer's copy and an attendee's"],
  folders: [1, 1, 'takes one file'],
  items: [1, 1, 'takes one file'],
  repair: [1, 1, 'takes one file'],
  letter: [1, 1, 'takes one file'],
  view: [0, 1, 'takes one file, or none for where the page is'],
  rules: [0, 0, 'takes no file'],
  explain: [1, 1, 'takes the name of one rule, or a file with --attendee'],
  completions: [1, 1, `takes the name of a shell: ${choice(['bash', 'zsh', 'fish'])}`],
};

function checkTracking({ evidence, listing, shard }: Arguments): void {
  if (evidence.tracking.length === 0 || (listing === undefined && shard === undefined)) return;
  throw new UsageError(
    '--tracking keeps the lines about the people of the items, which are read first: name files or folders, no list and no part',
  );
}

function checkPaths(args: Arguments, command: Command): void {
  const [least, most, complaint] = counts[command];
  const { length } = args.paths;
  const isListed = args.listing !== undefined;
  if (isListed && command !== 'check' && command !== 'table')
    throw new UsageError(`mapilint ${command} does not read paths from standard input: name a file`);
  checkTracking(args);
  if (length === 0 && !isListed && isReplyAlone(args, command)) return;
  if (length > most || (length < least && !isListed))
    throw new UsageError(`mapilint ${command} ${complaint}`);
}

/** Whether replies are judged without an item, beside which other evidence would say nothing. */
function isReplyAlone(
  { evidence: { events, ndr, reply, tracking, replied } }: Arguments,
  command: Command,
): boolean {
  if (command !== 'check' || reply.length === 0) return false;
  if (events.length + ndr.length + tracking.length + replied.length > 0)
    throw new UsageError(
      '--events, --ndr, --tracking and --replied say something about an item: name its file, too',
    );
  return true;
}
