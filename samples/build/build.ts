// Writes samples/meetings, samples/containers, samples/evidence, samples/rules and samples/malformed: every sample as .msg, beside it as .json what must be read from it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { writeMsg } from '../../test/support/msg-writer';
import { containerSamples } from './containers';
import { evidenceFiles, evidenceSamples, replyFiles } from './evidence';
import { malformed } from './malformed';
import type { MalformedSample } from './malformed';
import { describe, expectedRow } from './meeting';
import type { Meeting } from './meeting';
import { samples } from './meetings';
import { exportSamples } from './mfcmapi';
import { scenario } from './scenario';
import { silentDamage } from './silent-damage';
import { storeSamples } from './stores';
import type { Sample } from './meetings';
import { duplicateSamples, ruleSamples, writeRuleSample } from './rules';

function expectedMessage(meeting: Meeting): Record<string, unknown> {
  return {
    messageClass: meeting.messageClass ?? 'IPM.Appointment',
    subject: meeting.subject,
    recipients: meeting.attendees.map((attendee) => {
      const row = expectedRow(attendee);
      // only meetings give the recipient type its second meaning
      if (meeting.messageClass === 'IPM.Note') delete row['attendeeRole'];
      return row;
    }),
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

/** What is said of a malformed sample beside it. */
export function describeMalformed(
  code: string,
  { shows, outcome, options }: MalformedSample,
): Record<string, unknown> {
  return { shows, code, outcome, ...(options === undefined ? {} : { options }) };
}

function write(
  folder: URL,
  name: string,
  bytes: Uint8Array,
  description: Record<string, unknown>,
  extension = 'msg',
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.${extension}`, folder), bytes);
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(description, null, 2)}\n`);
}

if (process.argv[1]?.endsWith('build.ts')) {
  for (const [name, sample] of Object.entries(samples)) {
    write(new URL('../meetings/', import.meta.url), name, writeSample(sample), expectedReading(sample));
  }
  for (const [name, { extension, bytes, expected }] of Object.entries({
    ...containerSamples,
    ...exportSamples,
  })) {
    write(new URL('../containers/', import.meta.url), name, bytes, expected, extension);
  }
  mkdirSync(new URL('../stores/', import.meta.url), { recursive: true });
  for (const [name, bytes] of Object.entries(storeSamples))
    writeFileSync(new URL(`../stores/${name}`, import.meta.url), bytes);
  for (const [name, bytes] of Object.entries(scenario)) {
    const file = new URL(`../scenario/${name}`, import.meta.url);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, bytes);
  }
  for (const [rule, sample] of Object.entries(ruleSamples)) {
    for (const { name, bytes, expected } of writeRuleSample(rule, sample)) {
      write(new URL(`../rules/${rule}/`, import.meta.url), name, bytes, expected);
    }
  }
  const evidence = new URL('../evidence/', import.meta.url);
  mkdirSync(evidence, { recursive: true });
  for (const [name, bytes] of Object.entries(evidenceFiles)) writeFileSync(new URL(name, evidence), bytes);
  for (const [name, sample] of Object.entries(evidenceSamples))
    writeFileSync(new URL(`${name}.json`, evidence), `${JSON.stringify(sample, null, 2)}\n`);
  for (const [name, bytes] of Object.entries(replyFiles)) {
    const folder = new URL('../rules/reply-without-critical-change/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(name, folder), bytes);
  }
  for (const [outcome, items] of Object.entries(duplicateSamples)) {
    const folder = new URL(`../rules/duplicate-items/${outcome}/`, import.meta.url);
    for (const [name, message] of Object.entries(items)) {
      write(folder, name, writeMsg(message), { rule: 'duplicate-items', outcome, name });
    }
  }
  for (const [name, { extension, bytes, ...said }] of Object.entries(silentDamage))
    write(new URL('../silent-damage/', import.meta.url), name, bytes, said, extension);
  for (const [code, sample] of Object.entries(malformed)) {
    const folder = new URL('../malformed/', import.meta.url);
    write(folder, code, sample.bytes, describeMalformed(code, sample), sample.container ?? sample.extension);
  }
}
