import { parseArgs } from 'node:util';
import { isTimeZone } from '../evidence/index';
import type { EvidenceArguments } from './evidence-files';
import type { ReadOptions } from '../node';

const commands = ['check', 'table', 'props', 'compare', 'rules'] as const;
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
}

/** The command line cannot be understood; the message says what is wrong and what is right. */
export class UsageError extends Error {}

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

export const help = `mapilint – reads recipient tables of Outlook messages, and tells which meetings
Exchange 2003 will fail to update or cancel (KB 938650).

  mapilint check calendar.msg           the verdict: whether, for whom, why, what now
  mapilint check FOLDER...              the same for every message in it
  mapilint check --reply reply.ics      what a reply will do to the row of its attendee
  mapilint table calendar.msg           the recipient table, as MFCMAPI shows it
  mapilint props calendar.msg           every property: names, type, value, bytes, place
  mapilint compare ORGANIZERS ATTENDEES what differs between two copies of a meeting
  mapilint rules                        every rule and its severity

Options
  --format text|json     json is described in docs/json.md; of check: sarif, junit, too
  --fail-on warning|error  exit with 1 from this severity on (default: warning)
  --preset recommended|all  of check: the rules to begin with (default: recommended)
  --rule ID=SEVERITY     of check: off, info, warning or error; may be repeated
  --config FILE          instead of mapilint.config.json in the working directory
  --attendee ADDRESS     of compare: whose copy the second is
  --all                  list items that are no meetings, too
  --events FILE          of check: an event log (.evt, .evtx, text, CSV); may be given several times
  --ndr FILE             of check: a non-delivery report (text, .eml); also several
  --reply FILE           of check: an attendee's reply, or the meeting saved as .ics; also several
  --replied ADDRESS      of check: an attendee who is known to have answered; also several
  --event-timezone ZONE  of times without a zone: Europe/Berlin, +02:00
  --of recipients[3]     of props: a row, attachments[1], embedded[0].recipients[1], …
  --property NAME        of props: only this one, by any name or as 0x5FFF0003
  --strict               take damage of severity error as unreadable
  --code-page NUMBER     of 8-bit strings, for messages that do not say (default: 1252)
  --help, --version

Exit codes: 0 nothing found, 1 something found, 2 something unreadable or wrong usage
`;

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
    evidence: evidenceOf(values),
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

function checkPaths({ command, paths, evidence }: Given): void {
  if (command === 'rules' && paths.length > 0) throw new UsageError('mapilint rules takes no file');
  if (command === 'props' && paths.length > 1) throw new UsageError('mapilint props takes one file');
  if (command === 'compare' && paths.length !== 2)
    throw new UsageError("mapilint compare takes two files: the organizer's copy and an attendee's");
  const isReplyAlone = command === 'check' && evidence.reply.length > 0;
  if (command !== 'rules' && paths.length === 0 && !isReplyAlone)
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
  belongs(format === 'sarif' || format === 'junit', `--format ${format} belongs`, ['check']);
}

function evidenceOf(values: ReturnType<typeof parse>['values']): EvidenceArguments {
  const { replied: named = [] } = values;
  const nameless = named.find((address) => !/^[^\s@]+@[^\s@]+$|^\/o=/i.test(address.trim()));
  if (nameless !== undefined)
    throw new UsageError(
      `--replied is an address such as carla@partner.example, not ${JSON.stringify(nameless)}`,
    );
  const { events = [], ndr = [], reply = [], replied = [], 'event-timezone': eventTimeZone } = values;
  if (eventTimeZone !== undefined && !isTimeZone(eventTimeZone)) {
    const given = JSON.stringify(eventTimeZone);
    throw new UsageError(`--event-timezone is a zone such as Europe/Berlin or +02:00, not ${given}`);
  }
  return { events, ndr, reply, replied, eventTimeZone };
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
