import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatHtml, htmlItem } from '../../../src/report/command';
import type { AffectedMeeting } from '../../../src/report/command';
import { monthChart } from '../../../src/report/html/month-chart';
import { PAGE_SCRIPT_HASH, pageScript } from '../../../src/report/html/page-script';
import { PAGE_STYLE_HASH, pageStyle } from '../../../src/report/html/page-style';

const hostile = `"><script>alert(1)</script>\u202e'&\ud800`;

function meeting(changes: Partial<AffectedMeeting> = {}): AffectedMeeting {
  return {
    meeting: 'aa',
    verdict: 'likely',
    start: '2004-03-15T14:00:00.0000000Z',
    subject: 'Review',
    organizer: { name: 'Olivia', address: '/o=Example/cn=olivia' },
    attendees: [{ name: 'Bob', address: 'bob@partner.example' }],
    copies: [{ path: 'a.msg' }],
    evidence: [],
    isSent: false,
    occurrences: [],
    ...changes,
  };
}

function page(meetings: readonly AffectedMeeting[], items: readonly string[] = []): string {
  return formatHtml({
    meetings,
    items,
    moreItems: 0,
    more: 'elsewhere',
    counts: { verdicts: new Map([['likely', meetings.length]]) },
    notes: [],
    version: '0.1.0',
    made: new Date(0),
  });
}

describe('a page', () => {
  test.each([
    ['style', pageStyle, PAGE_STYLE_HASH],
    ['script', pageScript, PAGE_SCRIPT_HASH],
  ])('its policy knows its %s', (kind, text, hash) => {
    expect(createHash('sha256').update(text).digest('base64')).toBe(hash);
    expect(page([])).toContain(`<${kind}>${text}</${kind}>`);
    expect(page([])).toContain(`${kind}-src 'sha256-${hash}'`);
  });

  test('nothing of a file acts in it', () => {
    const all = meeting({
      subject: hostile,
      organizer: { name: hostile },
      attendees: [{ name: hostile, address: `x@${hostile}` }],
      copies: [{ path: hostile, item: { id: hostile, folder: hostile } }],
      evidence: [hostile],
    });
    const html = page([all], [htmlItem({ path: hostile }, 'likely', `one\n${hostile}`)]);
    const own = page(
      [meeting({ evidence: ['x'], subject: 'y' })],
      [htmlItem({ path: 'z' }, 'likely', 'one')],
    );
    const tags = (text: string): string[] => text.replace(pageScript, '').match(/<[a-z]+/g) ?? [];
    expect(new Set(tags(html))).toEqual(new Set(tags(own)));
    expect(tags(html).filter((tag) => tag === '<script')).toHaveLength(1);
    expect(html).not.toMatch(/[\u202e\ud800]/);
    expect(html).not.toMatch(/\b(?:src|style|on\w+)=/);
  });

  test('says how many, and of what', () => {
    const html = page([meeting(), meeting({ meeting: 'bb', start: null, subject: null, organizer: null })]);
    expect(html).toContain(
      '<h1>2 meetings whose changes or cancellations did not, or would not, reach external attendees (1 person in all)</h1>',
    );
    expect(html).toContain('<strong>1</strong>organizer</li>');
    expect(html).toContain('<bdi>Olivia</bdi>');
    expect(html).not.toContain('Evidence');
    expect(page([])).toContain('<h1>No meeting is affected</h1>');
  });

  test('a copy leads to its detail', () => {
    const path = 'a folder/ä#1.msg';
    const html = page([meeting({ copies: [{ path }] })], [htmlItem({ path }, 'likely', 'words')]);
    const id = encodeURIComponent(path);
    expect(html).toContain(`<details id="${id}">`);
    expect(html).toContain(`<a href="#${encodeURIComponent(id)}">`);
  });
});

test('a picture by month has every month between, unless they are centuries apart', () => {
  const columns = (...months: string[]): number => monthChart('t', months).match(/<rect/g)?.length ?? 0;
  const years = (...months: string[]): string[] => monthChart('t', months).match(/(?<=>)\d{4}(?=<)/g) ?? [];
  expect(columns('2004-11', '2005-02', '2005-02')).toBe(2);
  expect(years('2004-11', '2005-02')).toEqual(['2004', '2005']);
  expect(columns('1601-01', '4500-12')).toBe(2);
  expect(monthChart('t', [])).toBe('');
});
