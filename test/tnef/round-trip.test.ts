import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import type { Meeting } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { writeSample } from '../../samples/build/build';
import { decodeMessage, diagnose, tagged } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import { several, text } from '../../src/mapi/definitions/property';
import type { Message } from '../../src/index';
import { toMessageReport } from '../../src/report/index';
import { anyMessage, expectMessage } from '../support/any-message';
import { writeTnef } from '../support/tnef-writer';

// Writer → reader, and TNEF beside .msg: one meeting in two containers.

describe('whatever is written comes back', () => {
  test('any property of any type, named or not, at any depth', () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(undefined, 0x8000), (written, namedId) => {
        const read = decodeMessage(writeTnef(written, namedId === undefined ? {} : { namedId }));
        expect(read.anomalies).toEqual([]);
        expectMessage(read, written, false);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [932, '会議'],
    [936, '会议'],
    [949, '회의'],
    [950, '會議'],
    [1250, 'Schůzka'],
    [1251, 'Встреча'],
    [1252, 'Besprechung für Zoë – €'],
    [1253, 'Συνάντηση'],
    [65001, 'Zoë 会議'],
  ])('8-bit text of code page %i, which attOemCodepage states', (codePage, subject) => {
    const properties = [
      { id: 0x3ffd, type: 0x0003, value: 1254 },
      { id: 0x0037, type: 0x001e, value: subject },
      { id: 0x6801, type: 0x101e, value: [subject, ''] },
    ];
    const read = decodeMessage(writeTnef({ properties }, { codePage }), { codePage: 1254 });
    expect(read.subject).toBe(subject);
    expect(read.properties.get(tagged(0x6801, several(text)))).toEqual([subject, '']);
  });
});

/** What a .msg has and TNEF has not. */
function withoutContainer(message: Message): unknown {
  const report = toMessageReport('meeting', message, diagnose(message, { rules: recommendedRules }));
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      key === 'origin' || key === 'flags' ? undefined : value,
    ),
  );
}

describe('samples/meetings as TNEF', () => {
  const meetings = Object.entries(samples).map(([name, sample]) => ({ name, sample }));
  const codePageOf = ({ codePage, localeId }: Meeting): number =>
    codePage ?? (localeId === 0x0411 ? 932 : 1252);

  test.each(meetings)('$name: verdict, findings, rows and values of the .msg', ({ sample }) => {
    const written = describeMeeting(sample.meeting);
    const tnef = decodeMessage(
      writeTnef(written, { codePage: sample.write?.codePage ?? codePageOf(sample.meeting) }),
    );
    const msg = decodeMessage(writeSample(sample));
    expect(diagnose(tnef).verdict).toBe(sample.verdict);
    expect(withoutContainer(tnef)).toEqual(withoutContainer(msg));
    expect(valuesOf(tnef)).toEqual(valuesOf(msg));
  });
});

/** Every property of a message and what it holds, by its name. */
function valuesOf(message: Message): unknown {
  const stores = [message.properties, ...message.recipients.map(({ properties }) => properties)];
  const own = stores.map((store) =>
    Array.from(store, (property) => {
      const id = property.tag >>> 16;
      const key = JSON.stringify(store.nameOf(id) ?? id);
      return [key, property.tag & 0xffff, JSON.stringify(store.valueOf(property) ?? null, plainly)];
    }),
  );
  return [own, message.embedded.map(valuesOf)];
}

function plainly(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
