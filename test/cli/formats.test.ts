import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';
import { hasSarifSchema, sarifErrors } from '../support/sarif-schema';

const root = fileURLToPath(new URL('../../', import.meta.url));
const samples = join(root, 'samples/rules');
const meetings = join(root, 'samples/meetings');
const duplicates = (outcome: 'fails' | 'passes'): string => join(samples, 'duplicate-items', outcome);

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { id: string }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly kind: string;
        readonly locations: readonly {
          readonly physicalLocation: { readonly region?: { readonly byteOffset: number } };
          readonly logicalLocations?: readonly unknown[];
        }[];
        readonly partialFingerprints: object;
      }[];
    },
  ];
}

describe('sarif', () => {
  test('of every sample: kinds, rules, logical locations, byte regions, fingerprints', async () => {
    const { out, code } = await mapilint('check', samples, '--preset', 'all', '--format', 'sarif');
    expect(code).toBe(1);
    const [{ tool, results }] = (JSON.parse(out) as Log).runs;
    expect(tool.driver.version).toMatch(/^\d+\.\d+\.\d+$/);
    const ids = tool.driver.rules.map(({ id }) => id);
    // every rule has a sample that fails, but for the one that is about a reply beside the item
    const failing = ids.filter((id) => id !== 'reply-without-critical-change');
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(failing));
    expect(results.filter(({ kind }) => kind !== 'fail')).toEqual([]);
    expect(results.filter(({ ruleId, ruleIndex }) => ids[ruleIndex] !== ruleId)).toEqual([]);
    expect(results.filter(({ partialFingerprints: prints }) => Object.keys(prints).length !== 2)).toEqual([]);
    const places = results.flatMap(({ locations }) => locations);
    expect(places.some(({ physicalLocation }) => (physicalLocation.region?.byteOffset ?? 0) > 0)).toBe(true);
    expect(places.some(({ logicalLocations = [] }) => logicalLocations.length === 1)).toBe(true);
    const between = results.find(({ ruleId }) => ruleId === 'duplicate-items');
    expect(between?.locations.length).toBeGreaterThan(1);
  });

  test.skipIf(!hasSarifSchema).each([
    ['findings', [samples, '--preset', 'all']],
    ['meetings', [meetings]],
    ['unreadable files', [join(root, 'samples/malformed'), '--preset', 'all']],
    ['nothing', [join(meetings, 'healthy-answered.msg')]],
  ])('%s: the schema of SARIF 2.1.0 takes it (skipped where it is not there)', async (_, argv) => {
    const { out } = await mapilint('check', ...argv, '--format', 'sarif');
    expect(await sarifErrors(JSON.parse(out))).toBeNull();
    expect(await sarifErrors({ version: '2.1.0' })).not.toBeNull(); // the validator works
  });
});

describe('junit', () => {
  test('a suite a file, a case a rule, and one for what is between files', async () => {
    const { out, code } = await mapilint(
      'check',
      duplicates('fails'),
      '--preset',
      'all',
      '--format',
      'junit',
    );
    expect(code).toBe(1);
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="mapilint" tests="45" failures="2"/,
    );
    expect(out.match(/<testsuite /g)).toHaveLength(3);
    expect(out).toContain('<testsuite name="(between files)" tests="1" failures="1"');
    expect(out).toContain('type="duplicate-global-object-id"');
  });
});

describe('duplicate-items over the files of one check', () => {
  const on = ['--rule', 'duplicate-items=warning'];

  test('is said after the files, and makes the exit code 1', async () => {
    const { out, code } = await mapilint('check', duplicates('fails'), ...on);
    expect(code).toBe(1);
    expect(out).toMatch(
      /\nBetween files\n {2}warning: \S*first\.msg,\s+\S*second\.msg:\s+the\s+same\s+PidLidGlobalObjectId/,
    );
    expect(await mapilint('check', duplicates('fails'))).toMatchObject({ code: 0 });
    expect(await mapilint('check', duplicates('passes'), ...on)).toMatchObject({ code: 0 });
    expect(await mapilint('check', duplicates('fails'), '--rule', 'duplicate-items=info')).toMatchObject({
      code: 0,
    });
  });

  test('in JSON it stands beside the files', async () => {
    const { out } = await mapilint('check', duplicates('fails'), ...on, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      sets: [
        {
          rule: 'duplicate-items',
          code: 'duplicate-global-object-id',
          severity: 'warning',
          files: [join(duplicates('fails'), 'first.msg'), join(duplicates('fails'), 'second.msg')],
        },
      ],
    });
  });
});

describe('compare', () => {
  const own = join(meetings, 'nobody-answered.msg');
  const theirs = join(meetings, 'attendee-copy.msg');

  test('what differs is said, and makes the exit code 1', async () => {
    const { out, code } = await mapilint('compare', own, theirs, '--attendee', 'bob@partner.example');
    expect(code).toBe(1);
    expect(out).toContain('DIFFERENT\n');
    expect(out).toMatch(/warning: Bob Miller <bob@partner\.example> answered "accepted"/);
    expect(
      await mapilint('compare', own, theirs, '--attendee', 'bob@partner.example', '--fail-on', 'error'),
    ).toMatchObject({
      code: 0,
    });
  });

  test('as JSON', async () => {
    const { out } = await mapilint(
      'compare',
      own,
      theirs,
      '--attendee',
      'bob@partner.example',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      organizer: own,
      attendee: theirs,
      outcome: 'different',
      differences: [{ code: 'answer-not-received', attendeePath: 'responseStatus' }],
    });
  });

  test('what cannot be compared or read gives 2', async () => {
    const { out, code } = await mapilint('compare', theirs, own);
    expect(code).toBe(2);
    expect(out).toContain(
      "not comparable\n  note: the first is an attendee's copy; give the organizer's first",
    );
    expect(await mapilint('compare', own, join(meetings, 'none.msg'))).toMatchObject({ code: 2, out: '' });
    expect((await mapilint('compare', own)).err).toContain('takes two files');
  });
});

test('every rule sample that fails is found by its rule on the command line', async () => {
  for (const rule of readdirSync(samples).filter((name) => existsSync(join(samples, name, 'fails.msg')))) {
    const { out } = await mapilint(
      'check',
      join(samples, rule, 'fails.msg'),
      '--rule',
      `${rule}=error`,
      '--format',
      'json',
    );
    const report = JSON.parse(out) as { files: [{ findings: { rule: string; severity: string }[] }] };
    const said = JSON.parse(readFileSync(join(samples, rule, 'fails.json'), 'utf8')) as { rule: string };
    expect(report.files[0].findings.filter((finding) => finding.rule === said.rule)).toMatchObject([
      { severity: 'error' },
    ]);
  }
});
