import { optionGroups } from './options';
import type { Option } from './option';

const WIDTH = 100;
/** Where the descriptions of options begin. */
const COLUMN = 27;

const intro = `mapilint – reads recipient tables of Outlook messages, and tells which meetings
Exchange 2003 will fail to update or cancel (KB 938650).

  mapilint calendar.msg                       the verdict: whether, for whom, why, what now
  mapilint check FOLDER...                    the same for every message in it
  mapilint check mailbox.pst                  the same for every item of a PST or OST store
  mapilint check --reply reply.ics            what a reply will do to the row of its attendee
  mapilint table calendar.msg                 the recipient table, as MFCMAPI shows it
  mapilint props calendar.msg                 every property: names, type, value, bytes, place
  mapilint compare ORGANIZERS ATTENDEES       what differs between two copies of a meeting
  mapilint folders mailbox.pst                the folders of a PST or OST store
  mapilint items mailbox.pst                  what its calendars hold; --folder for others
  mapilint view                               where the page is that shows all this in a browser
  mapilint repair calendar.msg -o copy.msg    a corrected copy; the original stays as it is
  mapilint letter calendar.msg                a mail to those whom its changes did not reach
  mapilint rules                              every rule and its severity
  mapilint explain cancellation-delivery      what a rule finds, why it matters, what to do
  mapilint explain FILE --attendee ADDRESS    reply, zero, sending, failure for one person
  mapilint completions bash                   completion for bash, zsh or fish

  mapilint check /share --resume out.ndjson   a file share, and again after a break
  find . -name '*.msg' -print0 | mapilint -0  the files that another program found`;

const exitCodes = `Exit codes: 0 nothing found, 1 something found, 2 something unreadable or wrong usage (wins over 1),
70 a bug of mapilint; 128 and the number of a signal that ended it (130: Ctrl-C, 143: SIGTERM)`;

/** What `mapilint --help` prints: examples first, then every option. */
export function help(): string {
  const groups = Object.entries(optionGroups).map(([title, options]) => {
    const lines = Object.entries<Option>(options).map(([name, option]) => line(name, option));
    return `${title}\n${lines.join('\n')}`;
  });
  return `${[intro, ...groups, exitCodes].join('\n\n')}\n`;
}

function line(name: string, { value, short, commands, does }: Option): string {
  const names = `${short === undefined ? '' : `-${short}, `}--${name}`;
  const lead = `  ${names}${value === undefined ? '' : ` ${value}`}`;
  const owners = commands === undefined || commands.length > 1 ? '' : `of ${commands[0] ?? ''}: `;
  const isLong = lead.length > COLUMN - 2;
  const first = isLong ? `${lead}\n${' '.repeat(COLUMN)}` : lead.padEnd(COLUMN);
  return first + wrapped(owners + does);
}

/** A description over as many lines as it needs. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && COLUMN + last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(COLUMN)}`);
}
