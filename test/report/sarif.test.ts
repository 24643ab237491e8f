import { describe, expect, test } from 'vitest';
import * as sound from '../../samples/build/sound-meeting';
import { allRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import type { FormatError } from '../../src/index';
import { formatSarif, toSarif } from '../../src/report/command';
import type { CheckedFile, UnreadableFile } from '../../src/report/command';
import { toUri } from '../../src/report/uri';
import { writeMsg } from '../support/msg-writer';
import { now } from '../support/rule-lists';
import { hasSarifSchema, sarifErrors } from '../support/sarif-schema';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly index: number };
      readonly region?: { readonly byteOffset: number; readonly byteLength?: number };
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [
        { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] },
      ];
      readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
      readonly results: readonly Result[];
    },
  ];
}

const bytesOf = (...changes: readonly sound.Change[]): Uint8Array => writeMsg(sound.meetingWith(...changes));

function checked(path: string, ...changes: readonly sound.Change[]): CheckedFile {
  const message = decodeMessage(bytesOf(...changes));
  return { path, message, diagnosis: diagnose(message, { rules: allRules, now }) };
}

function unreadable(path: string): UnreadableFile {
  try {
    decodeMessage(new Uint8Array(10));
  } catch (error) {
    return { path, error: error as FormatError };
  }
  throw new Error('ten zeros were read');
}

const zero = sound.setCell(1, sound.time(0x5ffb, 0n));
const files = [
  checked('healthy.msg'),
  checked(
    'mail box/sick #1.msg',
    zero,
    sound.drop(0x0c1a),
    sound.setCell(1, sound.text(0x3001, '[x](http://evil) {0} \u202e')),
  ),
  unreadable('C:\\mail\\broken.msg'),
];
const parse = (everyResult?: boolean): Log =>
  JSON.parse(formatSarif(files, { rules: allRules, version: '1.2.3', everyResult })) as Log;

describe('sarif', () => {
  test('a finding has kind, level, place, bytes, fingerprint and the rule it is of', () => {
    const [run] = parse().runs;
    const result = run.results.find(({ ruleId }) => ruleId === 'cancellation-delivery');
    const bytes = bytesOf(
      zero,
      sound.drop(0x0c1a),
      sound.setCell(1, sound.text(0x3001, '[x](http://evil) {0} \u202e')),
    );
    expect(result).toMatchObject({
      kind: 'fail',
      level: 'error',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'mail%20box/sick%20%231.msg', index: 1 } },
          logicalLocations: [{ fullyQualifiedName: 'recipients[1].trackStatusTime', kind: 'member' }],
        },
      ],
    });
    expect(run.tool.driver.rules[result!.ruleIndex]?.id).toBe('cancellation-delivery');
    const offset = result!.locations[0]?.physicalLocation.region?.byteOffset ?? -1;
    expect(bytes.subarray(offset - 8, offset + 8)).toEqual(
      Uint8Array.of(0x40, 0, 0xfb, 0x5f, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    );
    const { findings } = (files[1] as CheckedFile).diagnosis;
    const print = findings[0]?.fingerprint;
    expect(result!.partialFingerprints).toEqual({ 'mapilint/v1': print, primaryLocationLineHash: print });
    expect(result!.locations[0]?.physicalLocation.region?.byteLength).toBe(8);
  });

  test('a name is no link, no placeholder, and reorders nothing', () => {
    const text = parse().runs[0].results.find(({ ruleId }) => ruleId === 'cancellation-delivery')?.message
      .text;
    expect(text).toContain('\\[x\\](http://evil) {{0}} \\\\u{{202E}}');
  });

  test('only findings are listed, unless every result is asked for', () => {
    const some = parse().runs[0].results;
    expect(some.every(({ kind, level }) => kind === 'fail' && level !== 'none')).toBe(true);
    const all = parse(true).runs[0].results;
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['fail', 'pass', 'notApplicable']));
    expect(all.filter(({ kind }) => kind !== 'fail').every(({ level }) => level === 'none')).toBe(true);
    expect(all.length).toBeGreaterThanOrEqual(2 * allRules.length);
  });

  test('a file that cannot be read is a failure of the run, not a result', () => {
    const [run] = parse().runs;
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      {
        level: 'error',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'file:///C:/mail/broken.msg', index: 2 } } },
        ],
      },
    ]);
    const healthy = toSarif(files.slice(0, 1), { rules: allRules }) as unknown as Log;
    expect(healthy.runs[0].invocations[0].executionSuccessful).toBe(true);
  });

  test('what a rule is: its page, whole addresses where the tool is at home, and help without either', () => {
    const rules = allRules.filter(({ meta }) => meta.id === 'recurrence');
    const pages = {
      recurrence: '# recurrence\n\n[how](../cli.md#rules), [KB](https://x.example), [here](#a)\n',
    };
    const driver = (options: object) =>
      (toSarif([], { rules, ...options }) as { runs: [{ tool: { driver: Record<string, unknown> } }] })
        .runs[0].tool.driver;
    expect(driver({ pages })).not.toHaveProperty('informationUri');
    expect(driver({ pages })).toMatchObject({
      rules: [{ help: { markdown: '# recurrence\n\nhow, [KB](https://x.example), [here](#a)\n' } }],
    });
    expect(driver({ pages, homepage: 'https://github.com/o/r#readme' })).toMatchObject({
      informationUri: 'https://github.com/o/r#readme',
      rules: [
        {
          helpUri: 'https://github.com/o/r/blob/HEAD/docs/rules/recurrence.md',
          help: {
            markdown: expect.stringContaining(
              '(https://github.com/o/r/blob/HEAD/docs/cli.md#rules)',
            ) as string,
          },
        },
      ],
    });
    expect(driver({ pages, homepage: 'https://o.example/mapilint' })).toMatchObject({
      rules: [
        {
          helpUri: 'https://o.example/mapilint/docs/rules/recurrence.html', // of the site: npm run docs
          help: {
            markdown: expect.stringContaining('(https://o.example/mapilint/docs/cli.html#rules)') as string,
          },
        },
      ],
    });
    const { title, reference } = rules[0]!.meta;
    expect(driver({})).toMatchObject({ rules: [{ help: { text: `${title}. ${reference}` } }] });
  });

  test.each([
    ['a/b c.msg', 'a/b%20c.msg'],
    ['/a/ü.msg', 'file:///a/%C3%BC.msg'],
    ['D:\\x\\y.msg', 'file:///D:/x/y.msg'],
    ['half \ud800.msg', 'half%20%EF%BF%BD.msg'],
  ])('%j is the URI %s', (path, uri) => {
    expect(toUri(path)).toBe(uri);
  });
});

describe.skipIf(!hasSarifSchema)('the schema of SARIF 2.1.0 (skipped where it is not there)', () => {
  test.each([false, true])('takes the log, every result: %s', async (everyResult) => {
    expect(await sarifErrors({ version: '2.1.0' })).not.toBeNull(); // the validator works
    expect(await sarifErrors(parse(everyResult))).toBeNull();
  });
});
