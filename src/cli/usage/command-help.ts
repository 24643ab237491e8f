import type { Command } from './commands';

/** What help says of a command beside its options. */
export interface CommandHelp {
  /** What follows `mapilint`. */
  readonly usage: string;
  /** What it does, in a line of the general help. */
  readonly does: string;
  /** Command lines, and what each is for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** What exit code 0 means. */
  readonly zero: string;
  /** What exit code 1 means; undefined: there is none. */
  readonly one?: string | undefined;
}

/** Every command, in the order of the general help. */
export const commandHelp: Readonly<Record<Command, CommandHelp>> = {
  check: {
    usage: 'check FILE|FOLDER...',
    does: 'whether changes reach everyone; if not, whom they miss, why, what to do',
    examples: [
      ['check calendar.msg --ndr report.eml', 'one message, with a non-delivery report as evidence'],
      ['check /share --resume night.ndjson', 'a file share; run the same command again to continue'],
    ],
    zero: 'no finding; an item may still be undetermined or partly damaged, as its lines say',
    one: 'a rule found something (see --fail-on)',
  },
  table: {
    usage: 'table FILE...',
    does: 'the recipient table, as MFCMAPI shows it',
    examples: [
      ['table calendar.msg', 'fitted to the terminal'],
      ['table mailbox.pst --item 0x200024 --format csv', 'an item of a store, for a spreadsheet'],
    ],
    zero: 'printed',
  },
  props: {
    usage: 'props FILE',
    does: 'every property: names, type, value, bytes, place',
    examples: [
      ["props calendar.msg --of 'recipients[1]'", 'a row of the recipient table'],
      ['props calendar.msg --property PR_SUBJECT --why', 'one property, and how it was read'],
    ],
    zero: 'printed',
  },
  compare: {
    usage: 'compare FILE FILE',
    does: "the differences between two people's copies of a meeting",
    examples: [
      ['compare organizer.msg attendee.msg', "the organizer's copy first"],
      ['compare a.msg b.msg --attendee eve@partner.example', 'where the copy does not name its owner'],
    ],
    zero: 'the copies agree',
    one: 'the copies contradict each other',
  },
  folders: {
    usage: 'folders FILE',
    does: 'the folders of a PST or OST store',
    examples: [
      ['folders mailbox.pst', 'a tree with numbers of items'],
      ['folders mailbox.pst --format json', 'for a program'],
    ],
    zero: 'printed',
  },
  items: {
    usage: 'items FILE',
    does: "the items of a store's calendars, or of any folder",
    examples: [
      ['items mailbox.pst --sort start', 'the calendars'],
      ['items mailbox.pst --folder sent --subject review', 'sent items with this subject'],
    ],
    zero: 'printed',
  },
  repair: {
    usage: 'repair FILE -o COPY',
    does: 'a copy of one message with its response times of 0 replaced',
    examples: [
      ['repair calendar.msg -o copy.msg', 'every response time of 0 becomes "no date" (4501-01-01)'],
      [
        'repair calendar.msg -o copy.msg --reply reply.ics',
        "the same, but with the time in the attendee's reply",
      ],
    ],
    zero: 'the copy is written',
    one: 'there is nothing to repair, so nothing is written',
  },
  letter: {
    usage: 'letter FILE',
    does: 'a draft email to the people whom the changes did not reach',
    examples: [
      ['letter calendar.msg', 'the text'],
      ['letter calendar.msg --format eml -o draft.eml', 'a draft for a mail program; nothing is sent'],
    ],
    zero: 'the letter is written',
    one: 'nobody to write to: the item names no one who was not reached',
  },
  view: {
    usage: 'view [FILE -o PAGE]',
    does: 'the page that shows all this in a browser',
    examples: [
      ['view', 'the path of the page'],
      ['view calendar.msg -o calendar.html', 'a page with this message in it'],
    ],
    zero: 'printed',
  },
  rules: {
    usage: 'rules',
    does: 'every rule and its severity',
    examples: [
      ['rules --preset all', 'the rules of a preset'],
      ['rules --format json', 'for a program'],
    ],
    zero: 'printed',
  },
  explain: {
    usage: 'explain RULE | explain FILE --attendee ADDRESS',
    does: 'what a rule finds; explain FILE --attendee X: what is known of one person',
    examples: [
      ['explain cancellation-delivery', 'the page of a rule'],
      [
        'explain calendar.msg --attendee eve@partner.example',
        'what is known about one person, and what is missing',
      ],
    ],
    zero: 'printed',
  },
  completions: {
    usage: 'completions SHELL',
    does: 'completion of commands and options for a shell',
    examples: [
      ['completions bash > ~/.mapilint.bash', 'then source it in ~/.bashrc'],
      ['completions fish | source', 'for this session'],
    ],
    zero: 'printed',
  },
};
