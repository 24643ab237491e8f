import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../samples/build/meeting';
import { diagnose } from '../../src/index';
import { affectedCopyOf, AffectedMeetings, formatAffected } from '../../src/report/command';
import type { AffectedCopy } from '../../src/report/command';
import { displayWidth } from '../../src/report/layout';
import { external, meeting, ticks } from '../support/meetings';

const cancellation = 'IPM.Schedule.Meeting.Canceled';

const bob = { name: 'Bob', address: 'bob@partner.example' };
const carla = { name: 'Carla', address: 'carla@partner.example' };

function copy(path: string, changes: Partial<AffectedCopy> = {}): AffectedCopy {
  return {
    path,
    organizer: { name: 'Olivia' },
    start: '2004-03-15T14:00:00.0000000Z',
    subject: 'Review',
    verdict: 'likely',
    unreached: [{ meeting: 'aa', attendees: [bob] }],
    evidence: [],
    isSent: false,
    occurrences: [],
    ...changes,
  };
}

function listed(...copies: AffectedCopy[]) {
  const meetings = new AffectedMeetings();
  for (const each of copies) meetings.add(each);
  return meetings.list;
}

describe('meetings of copies', () => {
  test('copies of one meeting are one, with all that any of them says', () => {
    const [meeting, ...others] = listed(
      copy('a', { organizer: null, subject: null, evidence: ['one'] }),
      copy('b', {
        verdict: 'confirmed',
        evidence: ['one', 'two'],
        unreached: [{ meeting: 'aa', attendees: [carla, bob] }],
      }),
    );
    expect(others).toEqual([]);
    expect(meeting).toEqual({
      meeting: 'aa',
      organizer: { name: 'Olivia' },
      start: '2004-03-15T14:00:00.0000000Z',
      subject: 'Review',
      verdict: 'confirmed',
      attendees: [bob, carla],
      copies: [{ path: 'a' }, { path: 'b' }],
      evidence: ['one', 'two'],
      isSent: false,
      occurrences: [],
    });
  });

  test('what was sent of a meeting says of it that something was', () => {
    const text = (...copies: AffectedCopy[]): string => formatAffected(listed(...copies), { width: 200 });
    expect(text(copy('a'), copy('b'))).toContain('    not reached if an unpatched server sent it: Bob');
    expect(text(copy('a'), copy('b', { isSent: true }))).toContain(
      '    not reached if the server was unpatched: Bob',
    );
    expect(text(copy('a', { isSent: true, verdict: 'confirmed' }))).toContain('    not reached: Bob');
  });

  test('a request or a cancellation was sent where it says when, and only there', () => {
    const sent = (changes: Partial<Meeting>): boolean | undefined => {
      const message = meeting([{ ...external, time: 0n }], { messageClass: cancellation, ...changes });
      return affectedCopyOf({ path: 'a', message, diagnosis: diagnose(message) })?.isSent;
    };
    const submitted = ticks('2004-03-12T16:30');
    expect(sent({ submitted })).toBe(true);
    expect(sent({})).toBe(false);
    // FILETIME 0 and the time that means none are no moments
    expect(sent({ submitted: 0n })).toBe(false);
    expect(sent({ submitted: 0x7fffffffffffffffn })).toBe(false);
    expect(sent({ submitted, messageClass: 'IPM.Appointment' })).toBe(false);
  });

  test('only occurrences are named where no copy says that all of the series is affected', () => {
    const [one, other] = ['2004-03-23 14:00', '2004-03-30 09:00'];
    const moved = copy('a', { occurrences: [one] });
    expect(listed(moved, copy('b', { occurrences: [one, other] }))[0]?.occurrences).toEqual([one, other]);
    expect(formatAffected(listed(moved))).toContain(`\n    only the occurrence of ${one} (UTC)\n`);
    expect(listed(moved, copy('b'))[0]?.occurrences).toEqual([]);
    expect(formatAffected(listed(copy('b'), moved))).not.toContain('occurrence');
  });

  test('copies that do not tell their meeting are one each', () => {
    const alone = { unreached: [{ meeting: undefined, attendees: [bob] }] };
    expect(listed(copy('a', alone), copy('b', alone))).toHaveLength(2);
  });

  test('the gravest are first, then the latest; without a time last', () => {
    const of = (meeting: string, changes: Partial<AffectedCopy>): AffectedCopy =>
      copy(meeting, { unreached: [{ meeting, attendees: [bob] }], ...changes });
    const order = listed(
      of('old', { start: '2003-01-01T00:00:00.0000000Z' }),
      of('none', { start: null }),
      of('sure', { verdict: 'confirmed', start: '2001-01-01T00:00:00.0000000Z' }),
      of('new', {}),
    );
    expect(order.map(({ meeting }) => meeting)).toEqual(['sure', 'new', 'old', 'none']);
  });
});

describe('their table', () => {
  const many = Array.from({ length: 25 }, (_, index) =>
    copy(`share/${index}/a very long path to the file of the meeting.msg`, {
      subject: `四半期レビュー \u202e ${'long '.repeat(20)}${index}`,
      organizer: { name: `Olivia ${'Organizer '.repeat(8)}` },
      unreached: [
        { meeting: String(index), attendees: Array.from({ length: 14 }, (_, at) => ({ name: `N${at}` })) },
      ],
    }),
  );

  test.each([40, 80, 120, 200])('fits %i columns', (width) => {
    const lines = formatAffected(listed(...many), { width, more: 'elsewhere' }).split('\n');
    expect(
      lines.filter(
        (line) => displayWidth(line) > width && !line.includes('share/') && !line.includes('path'),
      ),
    ).toEqual([]);
    expect(lines.at(-1)).toBe('  … and 5 more (elsewhere)');
    expect(lines.join('')).not.toContain('\u202e');
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('and 4 more');
  });

  test('says what is not known', () => {
    const text = formatAffected(listed(copy('a.msg', { organizer: null, start: null, subject: null })), {});
    expect(text).toMatch(/\(unknown\) +\(no subject\) +\(unknown\)/);
    expect(formatAffected([])).toBe('');
  });
});
