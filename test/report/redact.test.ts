import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, diagnoseSet } from '../../src/index';
import type { Rule } from '../../src/rules/index';
import {
  csvRows,
  formatTable,
  formatText,
  itemLine,
  redactEvidenceFile,
  redactFile,
  redactSetFinding,
  redactStore,
  redactUnreadable,
  shownEnding,
  toFileReport,
} from '../../src/report/command';
import type { CheckedFile, ItemLine, Substitute } from '../../src/report/command';
import { external, meeting } from '../support/meetings';

const hidden: Substitute = (kind) => `<${kind}>`;

function checkedFile(rows: Parameters<typeof meeting>[0], rules?: readonly Rule[]): CheckedFile {
  const message = meeting(rows);
  return { path: 'x.msg', message, diagnosis: diagnose(message, { rules }) };
}

function redactedLine(file: CheckedFile, substitute = hidden): ItemLine {
  return JSON.parse(itemLine(redactFile(file, substitute), undefined)) as ItemLine;
}

describe('names', () => {
  test.each([
    ['with a hyphen', 'Karl-Heinz Groß'],
    ['of one letter', 'B'],
    ['that is a word of ours', 'Meeting'],
    ['that is an article', 'the'],
    ['that is a number', '1'],
    ['that an expression would take for its own', 'a(b[c{d\\e*f+g?h|i^j$'],
    ['that looks like what stands for one', '<name>'],
    ['of half a character', '\ud800'],
  ])('%s are hidden, and nothing else is', (_, name) => {
    const zero = { ...external, name, time: 0n };
    const [shown] = redactedLine(checkedFile([zero])).findings;
    const [other] = redactedLine(checkedFile([{ ...zero, name: 'Somebody Else' }])).findings;
    expect(shown).toEqual(other);
    expect(shown?.message).toMatch(/^<name> <<address>>: tracking status 3 \(accepted\), but PR_RECIPIENT/);
    expect(shown?.person).toEqual({ name: '<name>', address: '<address>' });
  });

  test('that hold each other are two people', () => {
    const rows = ['Bob', 'Bob Miller', 'Bo'].map((name) => ({
      ...external,
      name,
      address: `${name.length}@x.example`,
      time: 0n,
    }));
    const { findings } = redactedLine(checkedFile(rows), (kind, value) => `${kind}-${value.length}`);
    expect(findings.map(({ person }) => person?.name)).toEqual(['name-3', 'name-10', 'name-2']);
  });

  test('of who has only an address are the address', () => {
    const row = { ...external, name: 'eve@partner.example', address: 'eve@partner.example', time: 0n };
    expect(redactedLine(checkedFile([row])).findings[0]?.message).toMatch(/^<address>: tracking status/);
  });
});

test('a redacted file makes texts and lines, and has nothing else to give away', () => {
  const file = redactFile(checkedFile([{ ...external, time: 0n }]), hidden);
  const told = [formatText(file), csvRows(file), itemLine(file, undefined)].join('\n');
  expect(told).toContain('inform these people by ordinary email: <name> <<address>>.');
  expect(told).not.toMatch(/Eve|eve@|Meeting"/);
  expect(file.message).not.toHaveProperty('recipients');
  // @ts-expect-error: no table to show
  expect(() => formatTable(file.message)).toThrow(TypeError);
  // @ts-expect-error: nor to report
  expect(() => toFileReport(file)).toThrow(TypeError);
});

test('names of 32,000 characters are hidden as any other', () => {
  const path = fileURLToPath(
    new URL('../../samples/field/redaction/redact-stack-overflow.msg', import.meta.url),
  );
  const message = decodeMessage(readFileSync(path));
  const names = message.recipients.map(({ displayName = '' }) => displayName);
  expect(names.filter(({ length }) => length > 32_000)).toHaveLength(2);
  const shown = formatText(redactFile({ path, message, diagnosis: diagnose(message) }, hidden));
  expect(shown.replaceAll(/\s+/g, ' ')).toContain('<name>');
  for (const name of names) expect(shown).not.toContain(name.slice(0, 8));
});

test('each value is asked for once, so what it costs grows with the rows', () => {
  const askedOf = (count: number): number => {
    let asked = 0;
    const rows = Array.from({ length: count }, (_, index) => ({
      ...external,
      name: `Eve ${index}`,
      address: `eve${index}@partner.example`,
      time: 0n,
    }));
    redactFile(checkedFile(rows), (kind) => {
      asked += 1;
      return kind;
    });
    return asked;
  };
  const one = askedOf(1000);
  expect(one).toBeGreaterThan(1900);
  expect(askedOf(2000) - one).toBe(askedOf(3000) - askedOf(2000));
});

describe('a rule of somebody else', () => {
  const foreign = (changes: Partial<Rule['meta']>, result: Partial<ReturnType<Rule['check']>>): Rule => ({
    meta: {
      id: 'own',
      title: '',
      severity: 'info',
      reference: '',
      aliases: [],
      messages: {
        seen: ({ who, room, count }: { who: string[]; room: string; count: number }) =>
          `${who.join(',')} saw ${count} in ${room}`,
      },
      ...changes,
    },
    check: () => ({
      outcome: 'fail',
      reasons: [],
      problems: [
        { code: 'seen', path: '', severity: 'info', values: { who: ['Eve', 'Bob'], room: 'R2', count: 2 } },
      ],
      ...result,
    }),
  });
  const lineOf = (rule: Rule): ItemLine => redactedLine(checkedFile([external], [rule]));

  test('has its texts hidden, whatever they are, unless it says that they are terms', () => {
    expect(lineOf(foreign({}, {})).findings[0]?.message).toBe('<text>,<text> saw 2 in <text>');
    const { findings } = lineOf(foreign({ kinds: { who: 'name', room: 'term' } }, {}));
    expect(findings[0]).toMatchObject({
      message: '<name>,<name> saw 2 in R2',
      values: { who: ['<name>', '<name>'], room: 'R2', count: 2 },
    });
  });

  test('has a finished explanation hidden as a whole, and one in sentences put into words again', () => {
    const verdict = 'likely';
    const plain = { summary: 'Eve misses it', why: 'so', settle: 'ask', todo: ['Tell Eve.'] };
    expect(lineOf(foreign({}, { verdict, explanation: plain })).explanation).toEqual({
      summary: '<text>',
      why: '<text>',
      settle: '<text>',
      todo: ['<text>'],
    });
    const said = { summary: ['somebody misses it'], todo: [['Tell ', [{ name: 'Eve' }], '.']] };
    expect(lineOf(foreign({}, { verdict, explanation: said })).explanation).toEqual({
      summary: 'somebody misses it',
      todo: ['Tell <name>.'],
    });
  });

  test('that throws says no more than that', () => {
    const throwing: Rule = {
      ...foreign({}, {}),
      check: () => {
        throw new Error('Eve is not here');
      },
    };
    expect(lineOf(throwing).findings[0]?.message).toBe('Rule own failed: <text>');
  });
});

test('of a diagnosis that came through JSON every text is hidden as a whole', () => {
  const file = checkedFile([{ ...external, time: 0n }]);
  const diagnosis = JSON.parse(JSON.stringify(file.diagnosis)) as CheckedFile['diagnosis'];
  const { findings, explanation } = redactedLine({ ...file, diagnosis });
  expect(findings.map(({ message }) => message)).toEqual(['<text>']);
  expect(explanation?.summary).toBe('<text>');
});

test('a fingerprint does not tell whether a guess is right', () => {
  const print = (subject: string, key: string): string | undefined =>
    redactedLine(checkedFile([{ ...external, name: subject, time: 0n }]), (kind, value) => kind + key + value)
      .findings[0]?.fingerprint;
  expect(print('Eve', 'one')).toMatch(/^[0-9a-f]{16}$/);
  expect(print('Eve', 'one')).toBe(print('Eve', 'one'));
  expect(print('Eve', 'one')).not.toBe(print('Eve', 'two'));
});

describe('what is no message', () => {
  test('between files: subjects are hidden, files are called as they were handed over', () => {
    const twice = ['<path> 1', '<path> 2'].map((name) => ({ name, message: meeting([external]) }));
    const findings = diagnoseSet(twice).map((finding) => redactSetFinding(finding, hidden));
    for (const { message, values } of findings) {
      expect(message).toContain('<path> 1, <path> 2');
      expect(JSON.stringify(values)).not.toContain('Meeting');
    }
  });

  test.each([
    [
      Object.assign(new Error("EMFILE: too many open files, open '/eve/x.msg'"), { code: 'EMFILE' }),
      'EMFILE',
    ],
    [new Error('/eve/x.msg is odd'), '<text>'],
    [new TypeError('/eve/x.msg is odd'), '<text>'],
    [Object.assign(new Error('Folder "Eve \\"E\\"" of 2'), { code: 'no-such-item' }), 'Folder "<text>" of 2'],
    [Object.assign(new Error('Ends in "Eve'), { code: 'no-such-item' }), 'Ends in "<text>"'],
  ])('an error %s', (error, words) => {
    const place = { path: '/eve/x.msg', storage: '/__substg1.0_3001001F/Eve', part: 'Eve.dat', offset: 3 };
    const shown = redactUnreadable({ path: 'x.msg', error: Object.assign(error, place) }, hidden).error;
    expect(shown.message).toBe(words);
    expect(JSON.stringify(shown)).not.toMatch(/eve/i);
    expect(shown).toMatchObject({ offset: 3, storage: '/__substg1.0_3001001F/<text>', part: '<path>' });
  });

  test('a store, and a file of evidence: folders, and what damage quotes', () => {
    const anomaly = { code: 'pst-item-orphan', severity: 'warning', loses: 'object' } as const;
    const anomalies = [{ ...anomaly, path: 'Eve/Calendar', message: 'In "Eve"', storage: 'node 0x21' }];
    const { store } = redactStore({ path: 'x', store: { anomalies, suppressedAnomalies: 0 } }, hidden);
    const shown = [{ ...anomaly, path: '<folder>', message: 'In "<text>"', storage: 'node 0x21' }];
    expect(store.anomalies).toEqual(shown);
    const evidence = { kind: 'ndr', anomalies, suppressedAnomalies: 0 } as const;
    expect(redactEvidenceFile({ path: 'x', evidence, fits: [] }, hidden)).toMatchObject({
      path: '<path>',
      evidence: { anomalies: shown },
    });
  });

  test.each([
    ['a.msg', '.msg'],
    ['a.b/c.PST', '.pst'],
    ['report.eve', ''],
    ['msg', ''],
  ])('of the path %s the ending %s is shown', (path, ending) => {
    expect(shownEnding(path)).toBe(ending);
  });
});
