import { describe, expect, test } from 'vitest';
import { FileTime } from '../../src/index';
import { decodeWords } from '../../src/eml/encoded-words';
import { letterDraft, letterOf, templateOf } from '../../src/letter/index';
import type { Diagnosis } from '../../src/index';
import type { Letter } from '../../src/letter/index';
import { buildMessage } from '../../src/rules/kit/index';

const start = FileTime.fromDate(new Date('2004-03-15T14:00:00Z'));
const end = FileTime.fromDate(new Date('2004-03-15T15:30:00Z'));
const meeting = {
  messageClass: 'IPM.Appointment',
  subject: 'Review',
  appointmentStart: start,
  appointmentEnd: end,
  location: 'Room 1',
  sentRepresentingName: 'Olivia',
};
const people = (...attendees: { name?: string; address?: string }[]) => ({
  unreached: [{ meeting: '00', attendees }],
  findings: [] as Diagnosis['findings'],
});
const bob = { name: 'Bob', address: 'bob@partner.example' };

function written(description: object, whom = people(bob), more: object = {}): Letter {
  const letter = letterOf(buildMessage({ ...meeting, ...description }), whom, {
    language: 'en',
    ...more,
  });
  if (letter === undefined) throw new Error('no letter');
  return letter;
}

describe('a letter about occurrences of a series', () => {
  const moved = (day: number, more: object = {}) => ({
    attachmentFlags: 2,
    message: {
      messageClass: 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}',
      appointmentStart: FileTime.fromDate(new Date(Date.UTC(2004, 2, day, 9))),
      ...more,
    },
  });
  const inRow = (path: string) => ({
    rule: 'r',
    severity: 'error' as const,
    code: 'c',
    path,
    message: '',
    fingerprint: '',
    person: bob,
  });
  const about = (attachments: object[], ...paths: string[]): string =>
    written({ recurring: true, attachments }, { ...people(bob), findings: paths.map(inRow) }).body;
  const both = [
    moved(23, { subject: 'Review, moved' }),
    moved(30, { subject: 'Review, moved', location: 'Room 2' }),
  ];

  test('has the occurrence of which a row is at fault', () => {
    const body = about(both, 'embedded[1].recipients[0]');
    expect(body).toMatch(
      /Subject: +Review, moved\n +When: +Tuesday, 30 March 2004 at 09:00 \(UTC, one of a series\)/,
    );
    expect(body).toMatch(/Where: +Room 2\n/);
  });

  test('of several has every time, and what they have in common', () => {
    const body = about(both, 'embedded[0].recipients[0].trackStatusTime', 'embedded[1].recipients[0]');
    expect(body).toMatch(/When: +Tuesday, 23 March 2004 .*; Tuesday, 30 March 2004 /);
    expect(body).not.toContain('Where:');
  });

  test('is about the series where one of its own rows is at fault', () => {
    const body = about(both, 'embedded[1].recipients[0]', 'recipients[0]');
    expect(body).toMatch(/Subject: +Review\n +When: +Monday, 15 March 2004, .*the first of a series/);
  });
});

describe('a letter', () => {
  test('is for nobody where everybody is reached', () => {
    expect(
      letterOf(buildMessage(meeting), { unreached: [], findings: [] }, { language: 'en' }),
    ).toBeUndefined();
  });

  test('says what the file knows, in the zone that is asked for', () => {
    const { body } = written({}, people(bob), { timeZone: 'America/New_York' });
    expect(body).toContain('When:      Monday, 15 March 2004, 09:00–10:30 (America/New_York)');
    expect(body).toContain('Where:     Room 1');
    expect(body).toContain('may have been changed or canceled');
  });

  test.each([
    [{ messageClass: 'IPM.Schedule.Meeting.Canceled', subject: 'Canceled: Review' }, 'has been canceled'],
    [{ appointmentStateFlags: ['meeting', 'canceled'] }, 'has been canceled'],
    [{ messageClass: 'IPM.Schedule.Meeting.Request', meetingType: 'full' }, 'has been changed'],
    [{ recurring: true }, '(UTC, the first of a series)'],
    [{ allDay: true }, 'When:      Monday, 15 March 2004\n'],
  ])('%o', (description, words) => {
    const letter = written(description);
    expect(letter.body).toContain(words);
    expect(letter.subject).toBe('Please check your calendar: Review');
  });

  test('leaves out the lines of what is not known', () => {
    const letter = letterOf(buildMessage({ messageClass: 'IPM.Appointment' }), people(bob), {
      language: 'de',
    });
    expect(letter?.body).not.toMatch(/Betreff|Wann|Wo:|Organisator:|\{\{/);
  });

  test('addresses whom it can, each once', () => {
    const ex = { name: 'Carla', address: '/o=Example/cn=carla' };
    const bad = { name: 'Eve', address: 'eve@partner.example>\r\nBcc: all@example.com' };
    const { to, unaddressed } = written(
      {},
      people(bob, ex, { ...bob, name: 'Bob again' }, bad, { name: 'Dora' }),
    );
    expect(to).toEqual([bob]);
    expect(unaddressed).toEqual([ex, bad, { name: 'Dora' }]);
  });
});

describe('a draft', () => {
  const hostile = 'A\r\nBcc: all@example.com\u2028\u202e"x" <y@z>, ';
  const draft = letterDraft(written({ subject: hostile }, people({ ...bob, name: hostile })));
  const [head = '', body = ''] = draft.split('\r\n\r\n');

  test('no text of a file makes a header', () => {
    const names = head.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
    expect(names).toEqual([
      'To',
      'Subject',
      'X-Unsent',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(draft).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(draft.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('no line is longer than a mail allows', () => {
    const long = letterDraft(written({ subject: 'Ä'.repeat(2000) }));
    expect(Math.max(...long.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78 + 12);
    expect(
      decodeWords((/^Subject: (.*(?:\r\n .*)*)/m.exec(long)?.[1] ?? '').replaceAll('\r\n ', ' ')),
    ).toContain('Ä'.repeat(2000));
  });

  test('its text is the letter', () => {
    expect(Buffer.from(body, 'base64').toString('utf8')).toContain('you were invited to this meeting:\r\n');
  });

  test('nobody to address: no To', () => {
    expect(letterDraft(written({}, people({ name: 'Dora' })))).not.toContain('To:');
  });
});

describe('a template', () => {
  test('is filled', () => {
    const template = templateOf(
      '\uFEFFSubject: Re {{subject}}\r\n\r\nDear all,\r\n{{ where }}\r\n{{when}}\r\n',
    );
    const { subject, body } = written({ location: undefined }, people(bob), { template });
    expect([subject, body]).toEqual(['Re Review', 'Dear all,\nMonday, 15 March 2004, 14:00–15:30 (UTC)']);
  });

  test.each([
    ['no subject', /"Subject: …" in its first line/],
    ['Subject: x\nno empty line', /"Subject: …" in its first line/],
    ['Subject: x\n\n', /"Subject: …" in its first line/],
    ['Subject: x\n\n{{attendee}}', /no \{\{attendee\}\}; there are: subject, when/],
  ])('%j is refused', (text, words) => {
    expect(() => templateOf(text)).toThrow(words);
  });
});
