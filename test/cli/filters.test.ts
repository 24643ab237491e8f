import { describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';

const folder = 'samples/meetings';
const store = 'samples/stores/mailbox.pst';

async function judged(...args: string[]): Promise<number> {
  const { out } = await mapilint('check', folder, '--format', 'ndjson', ...args);
  return (JSON.parse(out.trim().split('\n').at(-1) ?? '') as { summary: { judged: number } }).summary.judged;
}

describe('check', () => {
  test.each([
    [['--since', '2004-03-15'], 20],
    [['--since', '2004-03-16'], 1], // a series: it says so by its exception
    [['--since', '2004-03-15T14:00Z'], 20],
    [['--until', '2004-03-15'], 20],
    [['--until', '2004-03-15T13:59:59Z'], 1], // by when it was sent
    [['--since', '2004-03-15', '--until', '2004-03-15'], 20],
    [['--organizer', 'OLIVIA'], 20],
    [['--organizer', 'cn=olivia'], 20],
    [['--organizer', 'nobody'], 0],
  ])('%j: %i of 20', async (args, count) => {
    expect(await judged(...args)).toBe(count);
  });

  test('says how many were not asked for, and that is no error', async () => {
    const { code, out } = await mapilint('check', folder, '--organizer', 'nobody');
    expect([code, out.trim().split('\n').at(-1)]).toEqual([
      0,
      '40 files: 20 skipped (no messages), 20 left out by the filters',
    ]);
    const lines = await mapilint('check', folder, '--organizer', 'nobody', '--format', 'ndjson');
    expect(JSON.parse(lines.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      summary: { judged: 0, leftOut: 20 },
    });
  });

  test.each(['2004-13-01', '2004-02-30', 'yesterday', '15.03.2004', '2004-03-15T14:00'])(
    '%s is no day',
    async (day) => {
      const { code, err } = await mapilint('check', folder, '--since', day);
      expect([code, err]).toEqual([2, expect.stringContaining('--since must be a day such as 2004-03-15')]);
    },
  );

  test('days in the wrong order', async () => {
    const { err } = await mapilint('check', folder, '--since', '2004-03-16', '--until', '2004-03-15');
    expect(err).toContain('--since is after --until');
  });
});

test('items of a store that are left out are items', async () => {
  const { out } = await mapilint('check', store, '--organizer', 'nobody');
  expect(out).toBe('\n6 items: 1 not-applicable, 5 left out by the filters\n');
});

describe('--folder', () => {
  test.each(['Top of Personal Folders/Kalender', 'top of personal folders/KALENDER', 'kalender'])(
    '%s',
    async (name) => {
      const { code, out } = await mapilint('items', store, '--folder', name);
      expect(code).toBe(0);
      expect(out).toContain('Top of Personal Folders/Kalender');
    },
  );

  test('a name that there is not has the nearest', async () => {
    const { code, err } = await mapilint('items', store, '--folder', 'kalendr');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('no folder "kalendr"; did you mean "Kalender"?'),
    ]);
  });
});
