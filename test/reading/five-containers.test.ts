// One meeting in five containers: the verdicts agree, or differ by what the container cannot carry, which is said.

import { describe, expect, test } from 'vitest';
import { writeSample } from '../../samples/build/build';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import type { Sample } from '../../samples/build/meetings';
import { decodeMessage, diagnose, readMessage } from '../../src/index';
import type { Message } from '../../src/index';
import { openStore } from '../../src/store';
import { writeEml } from '../support/eml-writer';
import { writeMessageXml } from '../support/mfcmapi-writer';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { writeTnef } from '../support/tnef-writer';

const codePageOf = ({ meeting, write }: Sample): number =>
  write?.codePage ?? meeting.codePage ?? (meeting.localeId === 0x0411 ? 932 : 1252);

function tnefOf(sample: Sample): Uint8Array {
  return writeTnef(describeMeeting(sample.meeting), { codePage: codePageOf(sample) });
}

async function fromStore(sample: Sample): Promise<Message> {
  const codePage = codePageOf(sample);
  const calendar = [{ ...describeMeeting(sample.meeting), codePage }];
  const { bytes } = writeStore({ folders: mailboxFolders({ calendar }), codePage });
  const store = await openStore(bytes);
  for await (const { message } of store.items({ folders: 'calendar' }))
    if (message !== undefined) return message;
  throw new Error('The store lost its item');
}

const containers: Readonly<Record<string, (sample: Sample) => Message | Promise<Message>>> = {
  PST: fromStore,
  TNEF: (sample) => decodeMessage(tnefOf(sample)),
  'MFCMAPI XML': (sample) =>
    decodeMessage(writeMessageXml(describeMeeting(sample.meeting), { codePage: codePageOf(sample) })),
  'a mail with TNEF': (sample) => readMessage(writeEml(tnefOf(sample), { calendar: 'BEGIN:VCALENDAR' })),
};

/** What an export of MFCMAPI cannot carry, and what is said instead. */
const notInExports: Readonly<Record<string, readonly [verdict: string, said: RegExp | undefined]>> = {
  // MAPI_E_NOT_FOUND as a value looks as an absent cell does: docs/formats.md says so, since no reader can
  'time-lost': ['unlikely', undefined],
  'exception-defect': ['undetermined', /the export has the exceptions in files of their own/],
};

/** What the findings are, without where they lie. */
function found(message: Message): unknown {
  return diagnose(message).findings.map(({ code, severity, path, message: words, fingerprint }) => {
    return { code, severity, path, words, fingerprint };
  });
}

describe.each(Object.keys(containers))('%s beside .msg', (container) => {
  test.each(Object.keys(samples))('%s', async (name) => {
    const sample = samples[name]!;
    const file = decodeMessage(writeSample(sample));
    const message = await containers[container]!(sample);
    const diagnosis = diagnose(message);
    const exception = container === 'MFCMAPI XML' ? notInExports[name] : undefined;
    if (exception !== undefined) {
      const [verdict, said] = exception;
      expect(diagnosis.verdict).toBe(verdict);
      const words = JSON.stringify([diagnosis.explanation, diagnosis.results]);
      if (said !== undefined) expect(words).toMatch(said);
      return;
    }
    expect(diagnosis.verdict).toBe(diagnose(file).verdict);
    expect(diagnosis.verdict).toBe(sample.verdict);
    expect(found(message)).toEqual(found(file));
    expect(message.subject).toBe(file.subject);
    // a store's table has columns of its own, which number its rows
    const rows = file.recipients.map((row) => row.toJSON());
    expect(message.recipients.map((row) => row.toJSON())).toMatchObject(rows);
  });
});
