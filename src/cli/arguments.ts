import { parseArgs } from 'node:util';
import type { ReadOptions } from '../node';
import { evidenceArguments } from './evidence-arguments';
import type { EvidenceArguments } from './evidence-files';
import { storeArguments } from './store-arguments';
import type { StoreArguments } from './store-arguments';
import { UsageError } from './usage-error';

const commands = ['check', 'table', 'props', 'folders', 'items', 'compare', 'rules'] as const;
type Command = (typeof commands)[number];

/** What the command line asks for. */
export interface Arguments {
  readonly command: Command | 'help' | 'version';
  readonly paths: readonly string[];
  readonly format: 'text' | 'json' | 'sarif' | 'junit';
  /** The least severity that makes the exit code 1. */
  readonly failOn: 'error' | 'warning';
  /** Whether to list items that are no meetings too. */
  readonly all: boolean;
  /** The object whose properties are shown, such as `recipients[3]`; empty: the message. */
  readonly of: string;
  /** The only property to show. */
  readonly property: string | undefined;
  /** The rules to begin with; undefined: what the configuration says. */
  readonly preset: 'recommended' | 'all' | undefined;
  /** Settings such as `organizer-row=off`, not checked yet. */
  readonly rule: readonly string[];
  /** The configuration file; undefined: the one in the working directory, if there is one. */
  readonly config: string | undefined;
  /** Whose copy is compared. */
  readonly attendee: string | undefined;
  readonly read: ReadOptions;
  /** What is handed over beside the items. */
  readonly evidence: EvidenceArguments;
  /** Which items of a store. */
  readonly store: StoreArguments;
}

const options = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'warning' },
  'code-page': { type: 'string' },
  of: { type: 'string', default: '' },
  property: { type: 'string' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  config: { type: 'string' },
  attendee: { type: 'string' },
  folder: { type: 'string', multiple: true },
  item: { type: 'string' },
  subject: { type: 'string' },
  sort: { type: 'string' },
  all: { type: 'boolean', default: false },
  events: { type: 'string', multiple: true },
  ndr: { type: 'string', multiple: true },
  reply: { type: 'string', multiple: true },
  replied: { type: 'string', multiple: true },
  'event-timezone': { type: 'string' },
  strict: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Understands a command line; throws a `UsageError` if it cannot. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const read: ReadOptions = { strict: values.strict, codePage: numberOf(values['code-page']) };
  const common = {
    format: oneOf('--format', values.format, ['text', 'json', 'sarif', 'junit']),
    failOn: oneOf('--fail-on', values['fail-on'], ['warning', 'error']),
    all: values.all,
    of: values.of,
    property: values.property,
    preset:
      values.preset === undefined ? undefined : oneOf('--preset', values.preset, ['recommended', 'all']),
    rule: values.rule,
    config: values.config,
    attendee: values.attendee,
    read,
    evidence: evidenceArguments(values),
    store: storeArguments(values),
  } as const;
  if (values.version) return { ...common, command: 'version', paths: [] };
  if (values.help || positionals.length === 0) {
    if (!values.help) throw new UsageError('No command. Try: mapilint check FILE, or mapilint --help');
    return { ...common, command: 'help', paths: [] };
  }
  const args = { ...common, ...commandOf(positionals) };
  checkPaths(args);
  checkBelonging(args);
  return args;
}

type Given = Omit<Arguments, 'command'> & { readonly command: Command };

/** Commands that are about one file. */
const ofOneFile: ReadonlySet<Command> = new Set<Command>(['props', 'folders', 'items']);

function checkPaths({ command, paths, evidence }: Given): void {
  const count = paths.length;
  if (command === 'rules') {
    if (count > 0) throw new UsageError('mapilint rules takes no file');
    return;
  }
  if (ofOneFile.has(command) && count > 1) throw new UsageError(`mapilint ${command} takes one file`);
  if (command === 'compare' && count !== 2)
    throw new UsageError("mapilint compare takes two files: the organizer's copy and an attendee's");
  const isReplyAlone = command === 'check' && evidence.reply.length > 0;
  if (count === 0 && !isReplyAlone)
    throw new UsageError(`mapilint ${command} needs a file${command === 'check' ? ' or folder' : ''}`);
}

function checkBelonging({ command, format, ...given }: Given): void {
  const belongs = (isGiven: boolean, what: string, to: readonly Command[]): void => {
    if (isGiven && !to.includes(command))
      throw new UsageError(`${what} to ${to.join(' and ')}, not to ${command}`);
  };
  belongs(given.of !== '' || given.property !== undefined, '--of and --property belong', ['props']);
  belongs(given.attendee !== undefined, '--attendee belongs', ['compare']);
  belongs(
    given.preset !== undefined || given.config !== undefined || given.rule.length > 0,
    '--preset, --rule and --config belong',
    ['check', 'rules'],
  );
  const { events, ndr, reply, replied, eventTimeZone } = given.evidence;
  const files = [...events, ...ndr, ...reply, ...replied];
  belongs(
    files.length > 0 || eventTimeZone !== undefined,
    '--events, --ndr, --reply, --replied and --event-timezone belong',
    ['check'],
  );
  if (given.paths.length === 0 && files.length > reply.length)
    throw new UsageError('--events, --ndr and --replied say something of an item: name its file, too');
  const { folders, item, subject, sort } = given.store;
  belongs(item !== undefined, '--item belongs', ['check', 'table', 'props']);
  belongs(folders !== undefined || subject !== undefined, '--folder and --subject belong', [
    'check',
    'table',
    'props',
    'items',
  ]);
  belongs(sort !== undefined, '--sort belongs', ['items']);
  belongs(format === 'sarif' || format === 'junit', `--format ${format} belongs`, ['check']);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function commandOf(positionals: readonly string[]): { command: Command; paths: string[] } {
  const [first = '', ...rest] = positionals;
  const command = commands.find((name) => name === first);
  if (command !== undefined) return { command, paths: rest };
  throw new UsageError(`No command is called ${JSON.stringify(first)}. There are: ${commands.join(', ')}`);
}

function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`${option} is ${choice(allowed)}, not ${JSON.stringify(value)}`);
  return found;
}

/** Names as they are said: `text, json or sarif`. */
function choice(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].join(' or ');
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text))
    throw new UsageError(`--code-page is a number such as 932, not ${JSON.stringify(text)}`);
  return Number(text);
}
