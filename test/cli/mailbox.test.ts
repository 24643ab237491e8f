import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scenario } from '../../samples/build/scenario';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { mapilint } from '../support/command';
import { external, meetingOf, organizer } from '../support/meetings';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';

const root = fileURLToPath(new URL('../../samples/scenario/', import.meta.url));
const store = `${root}mailbox.pst`;
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

test('the samples are what their description writes', () => {
  for (const [name, bytes] of Object.entries(scenario))
    expect(Buffer.from(bytes).equals(readFileSync(root + name)), name).toBe(true);
});

describe('one mailbox of 2008 tells the whole story', () => {
  test('by its own reports and replies, of one meeting and three people', async () => {
    const { code, out } = await mapilint('check', store);
    expect(code).toBe(1);
    expect(out).toMatch(
      /Calendar: CONFIRMED – a change or a cancellation did not reach 3 external attendees/,
    );
    expect(out).toMatch(/Sent Items: CONFIRMED – /);
    expect(out).toMatch(
      /Calendar: unlikely – nothing in the item blocks delivery; 1 answered \("Lunch with Otto"\)/,
    );
    const words = inOneLine(out);
    expect(words).toContain('it was written by Lotus Notes Release 8.0.1 February 07, 2008');
    expect(words).toContain('it was written by Microsoft Exchange 2007 (8.1.240.5)');
    expect(words).toContain('otto@third.example has replied (ACCEPTED) (');
    for (const person of ['Nora Notes <nora@partner.example>', 'Eva Exchange', 'Otto Outlook'])
      expect(words).toMatch(
        new RegExp(`Do: Inform these people by ordinary email of what has changed: .*${person}`),
      );
    expect(words).toContain('and so is the minute in which it was sent');
    expect(words).toContain(
      '1 meeting whose changes or cancellations did not, or would not, reach external attendees (3 people in all)',
    );
  });

  test('with the log of its server nothing is left open', async () => {
    const { out } = await mapilint('check', store, '--events', `${root}application.evt`);
    const words = inOneLine(out);
    expect(words).toContain('An event of the minute in which this item was submitted shows that it happened');
    expect(words).not.toContain('KB 941060'); // the rivals of a report that stands alone
    expect(words).toContain('1 meeting whose changes');
  });

  test('JSON says where each piece is, and what it fits', async () => {
    const { out } = await mapilint('check', store, '--events', `${root}application.evt`, '--format', 'json');
    const { files, evidence, unreached } = JSON.parse(out) as {
      files: { evidence: { source: number; code: string }[]; verdict: string }[];
      evidence: { kind: string; item?: { folder: string }; fits: string[] }[];
      unreached: object;
    };
    expect(unreached).toEqual({ meetings: 1, alone: 0, attendees: 3 });
    expect(evidence.map(({ kind }) => kind)).toEqual(['event-log', 'reply', 'reply', 'reply', 'ndr']);
    expect(evidence.slice(1).every(({ item }) => item?.folder.endsWith('Inbox'))).toBe(true);
    for (const { fits } of evidence) expect(fits).toHaveLength(2);
    const ofReports = files.flatMap((file) => file.evidence.filter(({ code }) => code === 'report-fits'));
    expect(ofReports.map(({ source }) => source)).toEqual([4, 4]);
  });

  test('redacted, it names nobody', async () => {
    const { out } = await mapilint('check', store, '--redact', '--redact-key', 'k');
    expect(out).toContain('CONFIRMED');
    expect(out).not.toMatch(/nora|partner\.example|Inbox|mailbox\.pst/i);
    expect(inOneLine(out)).toContain(
      '1 meeting whose changes or cancellations did not, or would not, reach external attendees (3 people in all)',
    );
  });

  test('a folder of the store is judged by all of it', async () => {
    const { out } = await mapilint('check', store, '--folder', 'calendar');
    expect(out).toContain('CONFIRMED');
    expect(out).not.toContain('Sent Items: ');
  });
});

describe('message tracking logs', () => {
  const sent = `${root}sent-cancellation.msg`;
  const check = (...argv: string[]) => mapilint('check', ...argv);

  test.each([
    ['confirms', 'CONFIRMED', 1],
    ['refutes', 'unlikely', 0],
    ['refused', 'LIKELY', 1],
    ['tells-nothing', 'LIKELY', 1],
  ])('%s: %s', async (name, verdict, exit) => {
    const { code, out } = await check(sent, '--tracking', `${root}tracking-${name}.log`);
    expect([code, out.split(' ', 2)[1]]).toEqual([exit, verdict]);
  });

  test('that the server was immune is said for the whole run', async () => {
    const { out } = await check(sent, '--tracking', `${root}tracking-refutes.log`);
    expect(inOneLine(out)).toContain(
      'shows that a message with a 0 left this server on 2008-08-20: it was immune then',
    );
  });

  test('a folder of them is one log; what else lies there is passed over', async () => {
    const { out } = await check(store, '--tracking', `${root}tracking`, '--events', `${root}application.evt`);
    const words = inOneLine(out);
    expect(words).toContain("The server's tracking log shows it");
    expect(words).toContain('tracking/20080822.log, byte ');
    expect(words).toContain(
      '1 meeting whose changes or cancellations did not, or would not, reach external attendees (3 people in all)',
    );
    expect((await check(sent, '--tracking', root)).err).toBe('');
  });

  test('redacted, neither files nor servers of partners are named', async () => {
    for (const name of ['confirms', 'refutes']) {
      const log = `${root}tracking-${name}.log`;
      const { out } = await check(sent, '--tracking', log, '--redact', '--redact-key', 'k');
      expect(out).toMatch(/event 103[01]/);
      expect(out).not.toMatch(/partner\.example|supplier|third|tracking-|nora|samples/i);
    }
  });

  test('what is none, and an option that it does not go with, is said', async () => {
    const other = await check(sent, '--tracking', `${root}application.evt`);
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining('--tracking was given no message tracking log'),
    ]);
    const events = await check(sent, '--events', `${root}tracking-confirms.log`);
    expect(events.err).toContain('a message tracking log: give it with --tracking');
    const folder = await check(sent, '--tracking', `${root}../meetings`);
    expect(folder.err).toContain('a folder without a message tracking log');
    const listed = await check('-', '--tracking', `${root}tracking`);
    expect([listed.code, listed.err]).toEqual([2, expect.stringContaining('no list and no part')]);
  });
});

describe('explain, for one person', () => {
  const explain = (...argv: string[]) => mapilint('explain', ...argv);

  test('reply, zero, sending, failure, each with its source and its byte', async () => {
    const { code, out } = await explain(
      store,
      '--attendee',
      'Nora@Partner.Example',
      '--folder',
      'sent',
      '--tracking',
      `${root}tracking`,
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const { items } = JSON.parse(out) as {
      items: {
        verdict: string;
        links: { link: string; state: string; origin?: { offset: number }; source?: string }[];
      }[];
    };
    expect(items).toHaveLength(1);
    const [{ verdict, links } = { verdict: '', links: [] }] = items;
    expect(verdict).toBe('confirmed');
    expect(links.map(({ link, state }) => `${link} ${state}`)).toEqual([
      'reply seen',
      'zero seen',
      'sending seen',
      'failure seen',
      'failure seen',
    ]);
    expect(links.map(({ origin, source }) => origin?.offset ?? source)).toEqual([
      expect.stringContaining('Inbox'),
      expect.any(Number),
      expect.any(Number),
      expect.stringContaining('tracking'),
      expect.stringContaining('Inbox'),
    ]);
  });

  test('what is missing is said, with what would show it', async () => {
    const item = `${root}../meetings/textbook-defect.msg`;
    const { out } = await explain(item, '--attendee', 'carla@partner.example');
    const words = inOneLine(out);
    expect(words).toContain('1 reply not seen: no reply from this attendee was supplied');
    expect(words).toContain('2 zero no: Carla Stein <carla@partner.example>: has not answered');
    expect(words).toContain('one 0 keeps the whole message back – Bob Miller');
    expect(words).toContain('3 sending not sure: the file does not say when it was last sent');
    expect(words).toContain(
      '4 failure not seen: nothing supplied shows a failure. A calendar item does not show',
    );
  });

  test('a log that refutes speaks against it; an event by its time is not sure', async () => {
    const sent = `${root}sent-cancellation.msg`;
    const refuted = await explain(
      sent,
      '--attendee',
      'nora@partner.example',
      '--tracking',
      `${root}tracking-refutes.log`,
    );
    expect(inOneLine(refuted.out)).toContain('4 failure no: the tracking log, event 1031');
    const { out } = await explain(
      store,
      '--attendee',
      'nora@partner.example',
      '--folder',
      'calendar',
      '--events',
      `${root}application.evt`,
    );
    expect(inOneLine(out)).toContain('4 failure not sure: event 327');
  });

  test('a report that names others is not sure for them', async () => {
    const item = `${root}../meetings/textbook-defect.msg`;
    const of = async (address: string) =>
      inOneLine((await explain(item, '--attendee', address, '--ndr', `${root}../evidence/ndr.eml`)).out);
    expect(await of('bob@partner.example')).toContain('4 failure the non-delivery report');
    expect(await of('carla@partner.example')).toContain('4 failure not sure: the non-delivery report');
  });

  test('somebody who is in no meeting, and a file that cannot be read', async () => {
    const nobody = await explain(store, '--attendee', 'zoe@partner.example');
    expect([nobody.code, nobody.out]).toEqual([
      1,
      'zoe@partner.example is not in the recipient table of any meeting that can be judged\n',
    ]);
    const unread = await explain(`${root}none.msg`, '--attendee', 'zoe@partner.example');
    expect([unread.code, unread.out]).toEqual([2, '']);
  });
});

test('the store tells that a message lies in Sent Items, and then it is the sender’s copy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-mailbox-'));
  const attendees = [organizer, { ...external, time: 0n }];
  const item = describeMeeting(
    meetingOf([], { attendees, messageClass: 'IPM.Schedule.Meeting.Canceled', receivedBy: 'Olivia' }),
  );
  const verdictIn = async (role: 'sent items' | 'inbox'): Promise<string | undefined> => {
    const path = join(folder, `${role}.pst`);
    writeFileSync(path, writeStore({ folders: mailboxFolders({ [role]: [item] }) }).bytes);
    const { out } = await mapilint('check', path, '--format', 'ndjson');
    return (JSON.parse(out.split('\n')[0] ?? '') as { verdict?: string }).verdict;
  };
  expect([await verdictIn('sent items'), await verdictIn('inbox')]).toEqual(['likely', 'undetermined']);
  rmSync(folder, { recursive: true });
});

test('three copies of one meeting are one meeting', async () => {
  const meetings = fileURLToPath(new URL('../../samples/meetings/', import.meta.url));
  const { out } = await mapilint(
    'check',
    `${meetings}textbook-defect.msg`,
    `${meetings}sent-cancellation.msg`,
  );
  expect(inOneLine(out)).toContain('2 files: 2 likely 1 meeting whose changes');
});

test('what a list names is judged each by itself', async () => {
  const { out } = await mapilint(
    'check',
    `${root}../evidence/ndr.eml`,
    `${root}../meetings/textbook-defect.msg`,
  );
  expect(out).toContain('LIKELY'); // a mail is no item
});
