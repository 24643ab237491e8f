// How soon the first verdict stands there, laid out, after the drop of a file on a page that has been open for a second.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { external, meetingOf } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';
import { dropHeld, hold, openViewer } from '../support/viewer';

/** Of so many drops the median counts. */
const DROPS = 7;

/** A meeting with an attachment of a size in bytes. */
function meetingWith(size: number): Uint8Array {
  const attachments = [{ properties: [{ id: 0x3701, type: 0x0102, value: new Uint8Array(size) }] }];
  return writeMsg({ ...describeMeeting(meetingOf([external])), attachments });
}

function meetingOfMany(count: number): Uint8Array {
  const attendees = Array.from({ length: count }, (_, index) => ({
    ...external,
    name: `Attendee ${index}`,
    address: `a${index}@partner.example`,
    time: 0n,
  }));
  return writeMsg(describeMeeting(meetingOf(attendees)));
}

const files: readonly (readonly [title: string, write: () => Uint8Array])[] = [
  ['100 kB', () => meetingWith(100_000)],
  ['100 MB', () => meetingWith(100_000_000)],
  ['10,000 attendees', () => meetingOfMany(10_000)],
];

/** Prints a line for each kind of file. */
export async function firstVerdicts(browser: Browser, folder: string): Promise<void> {
  for (const [title, write] of files) {
    const path = join(folder, 'dropped.msg');
    writeFileSync(path, write());
    const times: number[] = [];
    for (let drop = 0; drop < DROPS; drop += 1) times.push(await timeOf(browser, path));
    times.sort((a, b) => a - b);
    const [least, median, most] = [0, DROPS >> 1, DROPS - 1].map((at) => (times[at] ?? 0).toFixed(0));
    console.log(`first verdict, ${title}: median ${median} ms, ${least} to ${most}`);
  }
}

async function timeOf(browser: Browser, path: string): Promise<number> {
  const { page } = await openViewer(browser);
  await page.waitForTimeout(1000);
  await hold(page, path);
  const milliseconds = await dropHeld(page);
  await page.close();
  return milliseconds;
}
