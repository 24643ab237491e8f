// node out/csv-of-attendees/main.js FOLDER: everybody invited to the meetings in a folder of .msg files, as CSV – who, in
// which role, what they answered and when, and whether a change or a cancellation would reach them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, isMapilintError } from 'mapilint';
import type { Diagnosis, Message, Recipient } from 'mapilint';

const columns = ['file', 'item', 'name', 'address', 'role', 'answer', 'answered', 'reached'] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

function roleOf({ flags = [], attendeeRole }: Recipient): string {
  return flags.includes('organizer') ? 'organizer' : (attendeeRole ?? '');
}

/** Whether a change or a cancellation reaches them; empty for the organizer, who sends it, and where nothing tells. */
function reachOf(recipient: Recipient, { verdict, unreached }: Diagnosis): string {
  if (roleOf(recipient) === 'organizer') return '';
  if (verdict === 'unlikely') return 'yes';
  if (verdict !== 'likely' && verdict !== 'confirmed') return '';
  const own = recipient.smtpAddress ?? recipient.emailAddress;
  return unreached.some(({ attendees }) => attendees.some(({ address }) => address === own)) ? 'no' : 'yes';
}

function linesOf(file: string, item: string, message: Message, diagnosis: Diagnosis): Line[] {
  return message.recipients.map((recipient) => {
    const { displayName = '', smtpAddress, emailAddress = '', trackStatus = '', trackStatusTime } = recipient;
    return {
      file,
      item,
      name: displayName,
      address: smtpAddress ?? emailAddress,
      role: roleOf(recipient),
      answer: trackStatus,
      answered: trackStatusTime?.toDate()?.toISOString() ?? trackStatusTime?.kind ?? '',
      reached: reachOf(recipient, diagnosis),
    };
  });
}

/** A message and those in it, at every depth, by their paths: changed occurrences of a series have tables of their own. */
function itemsOf(message: Message, path = ''): [string, Message][] {
  const inner = message.embedded.flatMap((each, index) =>
    itemsOf(each, `${path}${path === '' ? '' : '.'}embedded[${index}]`),
  );
  return [[path, message], ...inner];
}

/** RFC 4180; what a spreadsheet would take for a formula is text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const folder = process.argv[2] ?? '.';
console.log(columns.join());
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.msg')) continue;
  try {
    const { message, diagnosis } = await check(join(folder, file));
    for (const [item, each] of itemsOf(message).filter(([, { isMeeting }]) => isMeeting))
      for (const line of linesOf(file, item, each, diagnosis))
        console.log(columns.map((name) => cell(line[name])).join());
  } catch (error) {
    if (!isMapilintError(error)) throw error;
    console.error(`${file}: ${error.code}`);
  }
}
