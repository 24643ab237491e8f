import type { Severity } from '../../damage/damage';
import { toHex } from '../../mapi/values/guid';
import { decodeGlobalObjectId } from '../../mapi/structures/global-object-id';
import { representedAddresses } from '../../message/address';
import { itemOf } from '../../message/meeting';
import { copyOf } from '../../message/meeting-copy';
import type { Message } from '../../message/message';
import { defineSetRule } from './set-rule';
import type { ItemOfSet } from './set-rule';

/** What the items are called, by whoever hands them over. */
type Names = { readonly names: readonly string[] };

const messages = {
  'duplicate-identifiers': ({ names }: Names) =>
    `${names.join(', ')}: one meeting by both identifiers; an update changes one of them and leaves the other as it was`,
  'duplicate-global-object-id': ({ names }: Names) =>
    `${names.join(', ')}: the same PidLidGlobalObjectId; an update changes one of them and leaves the other as it was`,
  'duplicate-clean-global-object-id': ({ names }: Names) =>
    `${names.join(', ')}: the same PidLidCleanGlobalObjectId and no date of an occurrence that tells them apart; an update of the ` +
    'series may reach the wrong one',
  'duplicate-content': ({ names, subject }: Names & { subject: string | undefined }) =>
    `${names.join(', ')}: the same subject (${subject}), organizer, place and time, but different identifiers; one of them is ` +
    'likely to be a copy that no update reaches',
};

type Code = keyof typeof messages;

/**
 * Finds calendar items that are in one calendar twice: by their identifiers or, if those differ, by their content.
 * QUIRK: CalCheck considers every shared PidLidCleanGlobalObjectId a duplicate. By [MS-OXOCAL] 2.2.1.28 occurrences to
 * which somebody was invited one by one share it. So items with different dates of occurrence are not duplicates.
 */
export const duplicateItems = defineSetRule({
  meta: {
    id: 'duplicate-items',
    title: 'No meeting is in a calendar twice',
    severity: 'warning',
    reference: 'docs/rules/duplicate-items.md',
    aliases: ['CalCheck 0046', 'CalCheck 0047', 'CalCheck 0048', 'CalCheck 0049'],
    messages,
    kinds: { names: 'term' }, // hidden, where they are to be, before they are handed over
  },
  check(items) {
    const entries = items.flatMap(entryOf);
    const byIdentifier = problemsOf(entries, ({ full }) => full, judgeIdentifier);
    const byClean = problemsOf(entries, cleanKey, (group) =>
      isOneIdentifier(group) ? undefined : 'duplicate-clean-global-object-id',
    );
    const known = new Set([...byIdentifier, ...byClean].map(({ items: indices }) => indices.join()));
    const byContent = problemsOf(
      entries,
      ({ content }) => content,
      () => 'duplicate-content',
    );
    return [
      ...byIdentifier,
      ...byClean,
      ...byContent.filter(({ items: indices }) => !known.has(indices.join())),
    ];
  },
});

/** What identifies a calendar item, ready to be compared. */
interface Entry {
  readonly index: number;
  /** What has to be the same for two items to be able to be duplicates. */
  readonly calendar: string;
  readonly severity: Severity;
  readonly full: string | undefined;
  readonly clean: string | undefined;
  /** The date of the occurrence in the identifier; empty for a series or a single meeting. */
  readonly date: string;
  readonly content: string | undefined;
  readonly subject: string | undefined;
}

function entryOf({ message, mailbox = '' }: ItemOfSet, index: number): Entry[] {
  if (itemOf(message) !== 'appointment') return [];
  const { globalObjectId, cleanGlobalObjectId, subject } = message;
  const { owner } = copyOf(message);
  return [
    {
      index,
      calendar: `${mailbox}\n${owner}`,
      // two attendees' copies of one meeting are as they should be if nobody says that they are from one mailbox
      severity: owner === 'attendee' && mailbox === '' ? 'info' : 'warning',
      full: globalObjectId && toHex(globalObjectId),
      clean: cleanGlobalObjectId && toHex(cleanGlobalObjectId),
      date: (globalObjectId && decodeGlobalObjectId(globalObjectId)?.exceptionDate) ?? '',
      content: contentOf(message),
      subject,
    },
  ];
}

/** What people see of a meeting, as text; undefined if there is too little of it to tell two meetings apart. */
function contentOf(message: Message): string | undefined {
  const { subject, location = '', appointmentStart: start, appointmentEnd: end } = message;
  if (subject === undefined || subject.trim() === '' || start === undefined || end === undefined)
    return undefined;
  const organizer = representedAddresses(message).join(' ');
  return [subject, organizer, location, start.ticks, end.ticks].map(String).join('\n');
}

function cleanKey({ clean, date }: Entry): string | undefined {
  return clean === undefined ? undefined : `${clean}\n${date}`;
}

/** Items that are one meeting. */
interface Found {
  readonly code: Code;
  readonly severity: Severity;
  readonly items: readonly number[];
  readonly values: { count: number; subject: string | undefined };
}

/** The groups of two or more items of one calendar that share a key. */
function problemsOf(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
  judge: (group: readonly Entry[]) => Code | undefined,
): Found[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(`${entry.calendar}\n${key}`);
    if (group === undefined) groups.set(`${entry.calendar}\n${key}`, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const code = group.length > 1 ? judge(group) : undefined;
    if (first === undefined || code === undefined) return [];
    const { severity, subject } = first;
    return [
      { code, severity, items: group.map(({ index }) => index), values: { count: group.length, subject } },
    ];
  });
}

function judgeIdentifier(group: readonly Entry[]): Code {
  const isSameClean = group.every(({ clean }) => clean !== undefined && clean === group[0]?.clean);
  return isSameClean ? 'duplicate-identifiers' : 'duplicate-global-object-id';
}

/** Whether all items have the same full identifier, which has been said then. */
function isOneIdentifier(group: readonly Entry[]): boolean {
  return group.every(({ full }) => full !== undefined && full === group[0]?.full);
}
