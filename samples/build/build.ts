// Writes samples/meetings: every sample as .msg, beside it as .json what must be read from it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { writeMsg } from '../../test/support/msg-writer';
import { describe, expectedRow } from './meeting';
import type { Meeting } from './meeting';
import { samples } from './meetings';
import type { Sample } from './meetings';

const folder = new URL('../meetings/', import.meta.url);

function expectedMessage(meeting: Meeting): Record<string, unknown> {
  return {
    messageClass: meeting.messageClass ?? 'IPM.Appointment',
    subject: meeting.subject,
    recipients: meeting.attendees.map(expectedRow),
    embedded: (meeting.exceptions ?? []).map(expectedMessage),
  };
}

/** What must be read from a sample, computed from its description and never by reading it. */
export function expectedReading({ shows, meeting, verdict, findings }: Sample): Record<string, unknown> {
  return { shows, verdict, findings, ...expectedMessage(meeting) };
}

export function writeSample({ meeting, write }: Sample): Uint8Array {
  return writeMsg(describe(meeting), write);
}

if (process.argv[1]?.endsWith('build.ts')) {
  mkdirSync(folder, { recursive: true });
  for (const [name, sample] of Object.entries(samples)) {
    writeFileSync(new URL(`${name}.msg`, folder), writeSample(sample));
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(expectedReading(sample), null, 2)}\n`);
  }
}
