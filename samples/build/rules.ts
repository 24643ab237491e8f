// The samples of the rules: for each a message that fails and one that passes, one value apart.

import { readdirSync } from 'node:fs';
import { writeMsg } from '../../test/support/msg-writer';
import type { WrittenMessage } from '../../test/support/msg-writer';
import { objectId } from './blobs';
import type { RuleSample } from './rule-sample';
import * as sound from './sound-meeting';
import { appointment, meetingWith, soundMeeting } from './sound-meeting';

/** By the rule's id: every file of the folder `rules` is one. */
export const ruleSamples: Readonly<Record<string, RuleSample>> = Object.fromEntries(
  await Promise.all(
    readdirSync(new URL('rules/', import.meta.url))
      .map((file) => file.replace(/\.ts$/, ''))
      .sort()
      .map(async (id): Promise<[string, RuleSample]> => {
        const { sample } = (await import(`./rules/${id}.ts`)) as { sample: RuleSample };
        return [id, sample];
      }),
  ),
);

/** A sample of a rule: what it is called, its bytes and what must come of it. */
export interface WrittenRuleSample {
  readonly name: 'fails' | 'passes';
  readonly message: WrittenMessage;
  readonly bytes: Uint8Array;
  readonly expected: Readonly<Record<string, unknown>>;
}

export function writeRuleSample(
  rule: string,
  { shows, given = [], but, write, finding }: RuleSample,
): WrittenRuleSample[] {
  const well = meetingWith(...given);
  const sick = but === undefined ? well : but(well);
  return [
    {
      name: 'fails',
      message: sick,
      bytes: (write ?? writeMsg)(sick),
      expected: { shows, rule, findings: [finding] },
    },
    {
      name: 'passes',
      message: well,
      bytes: writeMsg(well),
      expected: { shows: 'The same message, with that one value as it should be.', rule, findings: [] },
    },
  ];
}

/** Two calendar items for the rule about sets: with one identifier, and with two. They differ in that identifier only. */
export const duplicateSamples: Readonly<
  Record<'fails' | 'passes', Readonly<Record<string, WrittenMessage>>>
> = {
  fails: { first: soundMeeting, second: secondItem(0) },
  passes: { first: soundMeeting, second: secondItem(1) },
};

function secondItem(seed: number): WrittenMessage {
  return meetingWith(
    sound.setTo(appointment(0x8208), 'Room 14'),
    sound.setTo(sound.scheduling(0x0003), objectId({ seed })),
    sound.setTo(sound.scheduling(0x0023), objectId({ seed: 1 })),
  );
}
