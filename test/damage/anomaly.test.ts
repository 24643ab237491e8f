import { describe, expect, test, vi } from 'vitest';
import { AnomalyLog, costing } from '../../src/damage/anomaly';
import type { Anomaly, ReportDamage } from '../../src/damage/anomaly';
import { damageKinds } from '../../src/damage/damage';
import type { DamageCode, Loss } from '../../src/damage/damage';
import { FormatError, LimitError } from '../../src/damage/errors';

/** Damage of severity error, warning and info. */
const ERROR = 'cfb-stream-short';
const WARNING = 'cfb-fat-count';
const INFO = 'eml-part';

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('costing', () => {
  test.each<Loss>(['nothing', 'value', 'property', 'object', 'anything'])('makes damage cost %s', (loses) => {
    const report = vi.fn<ReportDamage>();
    costing(loses, report)(ERROR, 'short');
    expect(report.mock.calls).toEqual([[ERROR, 'short', { loses }]]);
  });

  test('keeps the place, and decides whatever the damage was said to cost', () => {
    const report = vi.fn<ReportDamage>();
    costing('value', report)(ERROR, 'short', { storage: '/a', offset: 9, loses: 'anything' });
    expect(report.mock.calls).toEqual([[ERROR, 'short', { storage: '/a', offset: 9, loses: 'value' }]]);
  });

  test('of two the outer recorder decides', () => {
    const log = new AnomalyLog(false, 10);
    costing('nothing', costing('property', log.at('')))(ERROR, 'short');
    expect(log.anomalies[0]?.loses).toBe('property');
  });
});

describe('what is recorded', () => {
  test.each(Object.keys(damageKinds) as DamageCode[])(
    '%s is as grave and costs as much as its kind',
    (code) => {
      const log = new AnomalyLog(false, 1);
      log.at('recipients[3]')(code, 'words');
      expect(log.anomalies).toEqual([
        { code, ...damageKinds[code], message: 'words', path: 'recipients[3]' },
      ]);
    },
  );

  test('the reader that met it may know better what it costs, but not how grave it is', () => {
    const log = new AnomalyLog(false, 1);
    log.at('')(ERROR, 'short', { loses: 'nothing' });
    expect(log.anomalies).toMatchObject([{ severity: 'error', loses: 'nothing' }]);
  });

  test('the place in the file', () => {
    const log = new AnomalyLog(false, 1);
    log.at('embedded[0]')(ERROR, 'short', { storage: '/a', offset: 0 });
    expect(log.anomalies).toMatchObject([{ path: 'embedded[0]', storage: '/a', offset: 0 }]);
    expect(log.anomalies[0]).not.toHaveProperty('part');
  });

  test('the part of a mail in which it lies, unless it says another', () => {
    const log = new AnomalyLog(false, 2, 'winmail.dat');
    log.at('')(ERROR, 'short');
    log.at('')(ERROR, 'short', { part: 'another' });
    expect(log.anomalies.map(({ part }) => part)).toEqual(['winmail.dat', 'another']);
  });

  test('that of an attached file, with the path of the message in it', () => {
    const inner = new AnomalyLog(false, 1, 'a.msg');
    inner.at('recipients[3]')(ERROR, 'short', { offset: 7 });
    inner.at('')(ERROR, 'one too many');
    const outer = new AnomalyLog(false, 10);
    const { anomalies, suppressed, suppressedErrors } = inner;
    outer.include({ anomalies, suppressedAnomalies: suppressed, suppressedErrors }, 'embedded[1]');
    expect(outer.anomalies).toMatchObject([{ path: 'embedded[1].recipients[3]', part: 'a.msg', offset: 7 }]);
    expect(outer).toMatchObject({ suppressed: 1, suppressedErrors: 1, errorCount: 2 });
    expect(() => {
      new AnomalyLog(true, 10).include({ anomalies, suppressedAnomalies: 0, suppressedErrors: 0 }, 'x');
    }).toThrow(FormatError);
  });

  test('in the order in which it was met, whoever met it', () => {
    const log = new AnomalyLog(false, 10);
    const [first, second] = [log.at('one'), log.at('two')];
    second(ERROR, 'a');
    first(ERROR, 'b');
    second(ERROR, 'c');
    expect(log.anomalies.map(({ path, message }) => path + message)).toEqual(['twoa', 'oneb', 'twoc']);
  });
});

test('a path that is costly to make is made when damage is met, each time anew', () => {
  const log = new AnomalyLog(false, 10);
  let row = 0;
  const path = vi.fn(() => `recipients[${row}]`);
  const report = log.at(path);
  expect(path).not.toHaveBeenCalled();
  report(ERROR, 'short');
  row = 7;
  report(ERROR, 'short');
  expect(log.anomalies.map((anomaly) => anomaly.path)).toEqual(['recipients[0]', 'recipients[7]']);
  expect(path).toHaveBeenCalledTimes(2);
});

describe('the limit', () => {
  function logOf(limit: number, codes: readonly DamageCode[]): AnomalyLog {
    const log = new AnomalyLog(false, limit);
    codes.forEach((code, index) => {
      log.at('')(code, String(index));
    });
    return log;
  }
  const messagesOf = ({ anomalies }: AnomalyLog): string[] =>
    anomalies.map(({ message }: Anomaly) => message);

  const met = [ERROR, WARNING, ERROR, INFO, ERROR, WARNING] as const;
  test.each([
    [0, [], 6, 3],
    [1, ['0'], 5, 2],
    [5, ['0', '1', '2', '3', '4'], 1, 0],
    [6, ['0', '1', '2', '3', '4', '5'], 0, 0],
    [7, ['0', '1', '2', '3', '4', '5'], 0, 0],
  ])(
    'of six anomalies %i may be kept: the first ones, and the rest is counted',
    (limit, kept, suppressed, errors) => {
      const log = logOf(limit, met);
      expect(messagesOf(log)).toEqual(kept);
      expect(log.suppressed).toBe(suppressed);
      expect(log.suppressedErrors).toBe(errors);
      expect(log.errorCount).toBe(3);
    },
  );

  test('warnings and notes are no errors', () => {
    const log = logOf(0, [WARNING, INFO]);
    expect(log).toMatchObject({ errorCount: 0, suppressed: 2, suppressedErrors: 0 });
  });
});

describe('strict', () => {
  test('an error is thrown with all that is known of it, and not recorded', () => {
    const log = new AnomalyLog(true, 10, 'winmail.dat');
    const error = thrownBy(() => {
      log.at('recipients[3]')(ERROR, 'short', { storage: '/a', offset: 9 });
    });
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({
      code: ERROR,
      message: 'short',
      path: 'recipients[3]',
      storage: '/a',
      offset: 9,
      part: 'winmail.dat',
    });
    expect(log).toMatchObject({ anomalies: [], errorCount: 0, suppressed: 0 });
  });

  test.each([WARNING, INFO] as const)('%s is recorded as ever', (code) => {
    const log = new AnomalyLog(true, 10);
    log.at('')(code, 'words');
    expect(log.anomalies.map((anomaly) => anomaly.code)).toEqual([code]);
  });

  test('an error is thrown where nothing may be kept too', () => {
    const log = new AnomalyLog(true, 0);
    expect(() => {
      log.at('')(ERROR, 'short');
    }).toThrow(FormatError);
  });

  test.each([
    ['limit-storage-depth', 'storageDepth'],
    ['limit-embedded-depth', 'embeddedDepth'],
    ['limit-recipients', 'recipients'],
  ] as const)('%s is thrown as a LimitError that names the option %s', (code, limit) => {
    const error = thrownBy(() => {
      new AnomalyLog(true, 10).at('embedded[0]')(code, 'too many');
    });
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({ code, limit, message: 'too many', path: 'embedded[0]' });
  });

  test('every kind of damage that is a limit is thrown as one', () => {
    const codes = (Object.keys(damageKinds) as DamageCode[]).filter((code) => code.startsWith('limit-'));
    expect(codes).toHaveLength(3);
    for (const code of codes) {
      expect(() => {
        new AnomalyLog(true, 10).at('')(code, '');
      }).toThrow(LimitError);
    }
  });
});
