// Meetings by chance, from seeds: who answered what and when, series with exceptions; as .msg of both versions, scattered or
// not, and as TNEF.

import { describe, organizer, ticks } from '../../samples/build/meeting';
import type { Attendee, Meeting } from '../../samples/build/meeting';
import { Random } from '../fuzz/random';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage } from '../support/msg-writer';
import type { SectorOrder } from '../support/sector-placement';
import { writeTnef } from '../support/tnef-writer';

/** A file, and how many of its rows have the time 0. */
export interface GeneratedMeeting {
  readonly container: string;
  readonly bytes: Uint8Array;
  readonly zeros: number;
}

const MOST_ATTENDEES = 12;
const MOST_EXCEPTIONS = 3;
const NO_DATE = 0x0cb34557a3dd4000n;
const ANSWERED = ticks('2004-03-02T08:30');

const containers = ['version 3', 'scattered', 'version 4', 'tnef'];

/** The meeting of a seed. */
export function meetingOf(seed: number): GeneratedMeeting {
  const chance = new Random(seed);
  const attendees = (): Attendee[] => [
    organizer,
    ...Array.from({ length: 1 + chance.below(MOST_ATTENDEES) }, (_, index) => attendee(index, chance)),
  ];
  const meeting: Meeting = {
    subject: `Meeting ${seed}`,
    stateFlags: 1,
    responseStatus: 1,
    start: ticks('2004-03-15T14:00'),
    end: ticks('2004-03-15T15:00'),
    attendees: attendees(),
    exceptions: Array.from({ length: chance.below(MOST_EXCEPTIONS + 1) }, (_, index) => ({
      subject: `Exception ${index}`,
      replaces: ticks(`2004-03-2${index}T14:00`),
      start: ticks(`2004-03-2${index}T16:00`),
      end: ticks(`2004-03-2${index}T17:00`),
      stateFlags: 1,
      responseStatus: 1,
      attendees: attendees(),
    })),
  };
  const rows = [meeting, ...(meeting.exceptions ?? [])].flatMap((each) => each.attendees);
  const container = chance.pick(containers);
  const bytes = written(describe(meeting), container, seed);
  return { container, bytes, zeros: rows.filter(({ time }) => time === 0n).length };
}

function attendee(index: number, chance: Random): Attendee {
  const company = chance.pick(['partner', 'example']);
  return {
    name: `Attendee ${index}`,
    address: `attendee${index}@${company === 'example' ? 'example.com' : 'partner.example'}`,
    status: chance.pick([0, 2, 3, 4, 5]),
    time: chance.pick([0n, 0n, ANSWERED, NO_DATE, undefined]),
  };
}

function written(message: WrittenMessage, container: string, seed: number): Uint8Array {
  if (container === 'tnef') return writeTnef(message);
  const version = container === 'version 4' ? 4 : 3;
  return writeMsg(message, container === 'scattered' ? { version, order: scatteredBy(seed) } : { version });
}

/** Sectors of all chains in turn, by chance. */
function scatteredBy(seed: number): SectorOrder {
  return {
    sequence: function* (chains) {
      const chance = new Random(seed);
      const left = chains.map(({ length }) => length);
      for (;;) {
        const open = [...left.keys()].filter((index) => (left[index] ?? 0) > 0);
        if (open.length === 0) return;
        const index = chance.pick(open);
        left[index] = (left[index] ?? 0) - 1;
        yield index;
      }
    },
  };
}
