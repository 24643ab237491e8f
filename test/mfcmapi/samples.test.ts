import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportSamples } from '../../samples/build/mfcmapi';
import { decodeMessage, diagnose } from '../../src/index';
import { toMessageReport } from '../../src/report/index';
import { mapilint } from '../support/command';

const folder = new URL('../../samples/containers/', import.meta.url);
const names = Object.keys(exportSamples);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

interface Expected {
  readonly shows: string;
  readonly notCaptured?: readonly string[];
  readonly findings: readonly object[];
  readonly recipients: readonly Readonly<Record<string, unknown>>[];
}

describe('samples/containers, of MFCMAPI', () => {
  test('are what their script writes: npm run samples', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    expect(files.sort()).toEqual(names.map((name) => `${name}.xml`).sort());
    for (const [name, { bytes, expected }] of Object.entries(exportSamples)) {
      expect(Buffer.compare(read(`${name}.xml`), bytes), name).toBe(0);
      expect(JSON.parse(read(`${name}.json`).toString()), name).toEqual(JSON.parse(JSON.stringify(expected)));
    }
  });

  test.each(names)('%s reads as its .json says', (name) => {
    const expected = JSON.parse(read(`${name}.json`).toString()) as Expected;
    const message = decodeMessage(read(`${name}.xml`));
    const report = toMessageReport(name, message, diagnose(message));
    expect({ shows: expected.shows, ...report }).toMatchObject(expected);
    expect(report.notCaptured).toEqual(expected.notCaptured);
    expect(report.findings).toHaveLength(expected.findings.length);
    expect(report.anomalies).toEqual([]);
    expected.recipients.forEach((row, index) => {
      const named = Object.keys(report.recipients[index] ?? {});
      for (const cell of ['smtpAddress', 'trackStatus', 'trackStatusTime'])
        expect(named.includes(cell), `${index} ${cell}`).toBe(cell in row);
    });
  });

  test('the command line reads them', async () => {
    const path = 'samples/containers/recipient-table-without-time.xml';
    const table = await mapilint('table', path);
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toContain('(message class not captured) (subject not captured), 4 recipients');
    expect(table.out).toContain('(not captured)');
    const check = await mapilint('check', path);
    expect(check.code).toBe(0);
    expect(check.out).toContain('Export it again with PR_RECIPIENT_TRACKSTATUS_TIME');
    const props = await mapilint('props', 'samples/containers/message-export.xml', '--of', 'recipients[1]');
    expect(props.out).toContain('Low: 0x00000000 High: 0x00000000');
  });
});
