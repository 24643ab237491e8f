import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { writeSample } from '../../samples/build/build';
import { decodeMessage, diagnose, messageProperties } from '../../src/index';
import type { Message } from '../../src/index';
import { namedValues } from '../../src/message/named-object';
import { writeMessageXml } from '../support/mfcmapi-writer';
import type { XmlOptions } from '../support/mfcmapi-writer';

const forms: readonly XmlOptions[] = (['2012', 'current'] as const).flatMap((dialect) =>
  (['ansi', 'utf-8', 'utf-16le'] as const).map((encoding) => ({ dialect, encoding })),
);
const withMarks: readonly XmlOptions[] = [
  ...forms,
  { encoding: 'utf-8', hasMark: true },
  { encoding: 'utf-16le', hasMark: false },
];

/** What the export cannot carry: MAPI_E_NOT_FOUND that a row holds as a value looks like an absent cell. */
const differing: Readonly<Record<string, string>> = {
  'time-lost': 'unlikely',
  // the exception is in a file of its own
  'exception-defect': 'undetermined',
};

const rowsOf = ({ recipients }: Message): unknown => recipients.map((row) => row.toJSON());

describe.each(withMarks)('a message export, $dialect $encoding $hasMark', (form) => {
  test.each(Object.keys(samples))('%s: the recipients and the verdict of the .msg', (name) => {
    const sample = samples[name]!;
    const codePage = sample.write?.codePage ?? 1252;
    const expected = decodeMessage(writeSample(sample));
    const read = decodeMessage(writeMessageXml(describeMeeting(sample.meeting), { ...form, codePage }), {
      codePage,
    });
    expect(read.anomalies).toEqual([]);
    expect(read.messageClass).toBe(expected.messageClass);
    expect(read.subject).toBe(expected.subject);
    if (name !== 'time-lost') expect(rowsOf(read)).toEqual(rowsOf(expected));
    expect(valuesOf(read)).toEqual(valuesOf(expected));
    expect(diagnose(read).verdict).toBe(differing[name] ?? diagnose(expected).verdict);
  });
});

function valuesOf({ properties }: Message): object {
  return namedValues(messageProperties, properties);
}
