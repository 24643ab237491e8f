// A share by its figures: so many files, of which some are copies of meetings that do not reach somebody.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, meetingObjectId, organizer, ticks } from '../../samples/build/meeting';
import type { Attendee } from '../../samples/build/meeting';
import { Random } from '../fuzz/random';
import { writeMsg } from '../support/msg-writer';

/** A meeting as it was constructed. */
export interface ConstructedMeeting {
  readonly subject: string;
  /** Such as `2004-03-15T14:00`. */
  readonly start: string;
  readonly attendees: readonly string[];
  readonly copies: readonly string[];
}

/** A share as it was constructed. */
export interface Estate {
  readonly files: number;
  readonly affected: readonly ConstructedMeeting[];
}

const FOLDERS = 20;
const MOST_COPIES = 4;
const MOST_ATTENDEES = 6;
const DAYS = 1500;
const DAY = 86_400_000;
const FIRST = Date.UTC(2004, 0, 5);

/** Writes the files of a share below a folder, byte by byte the same for the same figures. */
export function writeEstate(folder: string, files: number, meetings: number): Estate {
  const chance = new Random(files);
  for (let index = 0; index < FOLDERS; index++) mkdirSync(join(folder, `user${index}`), { recursive: true });
  const affected: ConstructedMeeting[] = [];
  let written = 0;
  for (let index = 0; index < meetings; index++) {
    const meeting = affectedMeeting(index, chance);
    const copies = Array.from({ length: 1 + chance.below(MOST_COPIES) }, () => fileOf(written++));
    for (const copy of copies) writeFileSync(join(folder, copy), meeting.bytes);
    affected.push({ ...meeting.facts, copies });
  }
  const healthy = [0, 1, 2, 3].map((index) => sound(index));
  while (written < files) {
    const bytes = healthy[chance.below(healthy.length)];
    if (bytes !== undefined) writeFileSync(join(folder, fileOf(written++)), bytes);
  }
  return { files: written, affected };
}

function fileOf(number: number): string {
  return `user${number % FOLDERS}/${number}.msg`;
}

function affectedMeeting(index: number, chance: Random) {
  const start = new Date(FIRST + chance.below(DAYS) * DAY + (8 + chance.below(9)) * 3_600_000)
    .toISOString()
    .slice(0, 16);
  const attendees = Array.from({ length: 1 + chance.below(MOST_ATTENDEES) }, (_, at): Attendee => {
    const company = ['partner', 'supplier', 'bank', 'agency'][chance.below(4)] ?? 'partner';
    const address = `person${index}-${at}@${company}.example`;
    return { name: `Person ${index}-${at}`, address, status: 3, time: 0n };
  });
  const subject = `Affected meeting ${index}`;
  return {
    facts: { subject, start, attendees: attendees.map(({ address }) => address) },
    bytes: fileWith(subject, start, attendees),
  };
}

function sound(index: number): Uint8Array {
  const answered = ticks('2004-03-02T08:30');
  const bob = { name: 'Bob', address: 'bob@partner.example', status: 3, time: answered };
  return fileWith(`Sound meeting ${index}`, '2004-03-15T14:00', [bob]);
}

function fileWith(subject: string, start: string, attendees: readonly Attendee[]): Uint8Array {
  const begins = ticks(start);
  const ends = begins + 36_000_000_000n;
  const objectId = objectIdOf(subject);
  const described = { subject, stateFlags: 1, responseStatus: 1, start: begins, end: ends, objectId };
  return writeMsg(describe({ ...described, attendees: [organizer, ...attendees] }));
}

/** The last four bytes of the made-up data tell meetings apart. */
function objectIdOf(subject: string): Uint8Array {
  const id = meetingObjectId();
  const number = Number(/\d+$/.exec(subject)?.[0]) + (subject.startsWith('Affected') ? 1000 : 0);
  new DataView(id.buffer).setUint32(id.length - 4, number);
  return id;
}
