import { expect, test } from 'vitest';
import { diagnose } from '../../src/index';
import { csvRows, formatTable, formatText, itemLine, redactFile, toFileReport } from '../../src/report/index';
import { external, meeting } from '../support/meetings';

test('a name with a hyphen can be hidden', () => {
  const message = meeting([{ ...external, name: 'Karl-Heinz Groß' }]);
  const file = { path: 'x.msg', message, diagnosis: diagnose(message) };
  const { diagnosis } = redactFile(file, (kind) => `<${kind}>`);
  expect(JSON.stringify(diagnosis)).not.toContain('Karl');
  expect(JSON.stringify(diagnosis)).toContain('<name>');
});

test('a redacted file makes texts and lines, and has nothing else to give away', () => {
  const message = meeting([{ ...external, time: 0n }]);
  const file = redactFile({ path: 'x.msg', message, diagnosis: diagnose(message) }, (kind) => `<${kind}>`);
  const told = [formatText(file), csvRows(file), itemLine(file, undefined)].join('\n');
  expect(told).toContain('<name>');
  expect(told).not.toMatch(/Eve|eve@|Meeting"/);
  expect(file.message).not.toHaveProperty('recipients');
  // @ts-expect-error: no table to show
  expect(() => formatTable(file.message)).toThrow(TypeError);
  // @ts-expect-error: nor to report
  expect(() => toFileReport(file)).toThrow(TypeError);
});
