// The samples of the rules: for each a message that fails and one that passes, one value apart.

import { writeCompoundFile } from '../../test/support/compound-file-writer';
import type { WrittenStream } from '../../test/support/compound-file-writer';
import { msgNodes, writeMsg } from '../../test/support/msg-writer';
import type { WrittenMessage } from '../../test/support/msg-writer';
import { objectId, recurrenceBlob } from './blobs';
import { ticks } from './meeting';
import * as sound from './sound-meeting';
import { appointment, meetingWith, soundMeeting } from './sound-meeting';
import type { Change } from './sound-meeting';

export interface RuleSample {
  /** What the failing message shows. */
  readonly shows: string;
  /** What both have in common that the sound meeting has not. */
  readonly given?: readonly Change[];
  /** The one value in which the failing message differs. */
  readonly but?: Change;
  /** Instead of a change: how the failing message is written. */
  readonly write?: (message: WrittenMessage) => Uint8Array;
  readonly finding: { readonly code: string; readonly severity: string; readonly path: string };
}

/** Writes a message whose header counts as many recipients as it is told. */
export const countingRecipients = (count: number) => counting(16, count);
/** Writes a message whose header counts as many attachments as it is told. */
export const countingAttachments = (count: number) => counting(20, count);

function counting(offset: number, count: number): (message: WrittenMessage) => Uint8Array {
  return (message) =>
    writeCompoundFile(
      msgNodes(message).map((node) => {
        if (node.name !== '__properties_version1.0') return node;
        const data = (node as WrittenStream).data.slice();
        new DataView(data.buffer).setUint32(offset, count, true);
        return { name: node.name, data };
      }),
    ).bytes;
}

const warning = (code: string, path: string): RuleSample['finding'] => ({ code, severity: 'warning', path });
const info = (code: string, path: string): RuleSample['finding'] => ({ code, severity: 'info', path });
const error = (code: string, path: string): RuleSample['finding'] => ({ code, severity: 'error', path });

/** By the rule's id. */
export const ruleSamples: Readonly<Record<string, RuleSample>> = {
  'cancellation-delivery': {
    shows: 'Bob accepted, but the time of his answer is FILETIME 0.',
    but: sound.setCell(1, sound.time(0x5ffb, 0n)),
    finding: error('track-status-time-zero', 'recipients[1].trackStatusTime'),
  },
  'track-status-time-unusable': {
    shows: "The time of Bob's answer is 0x7FFFFFFFFFFFFFFF.",
    but: sound.setCell(1, sound.time(0x5ffb, 0x7fffffffffffffffn)),
    finding: warning('track-status-time-unusable', 'recipients[1].trackStatusTime'),
  },
  'track-status-undocumented': {
    shows: "Bob's tracking status is 5, which only attendees' own copies have.",
    but: sound.setCell(1, sound.long(0x5fff, 5)),
    finding: warning('track-status-undocumented', 'recipients[1].trackStatus'),
  },
  'response-without-time': {
    shows: 'Bob accepted, but nothing says when.',
    but: sound.dropCell(1, 0x5ffb),
    finding: info('response-without-time', 'recipients[1].trackStatus'),
  },
  'response-time-implausible': {
    shows: 'Bob answered a month before the meeting was made.',
    but: sound.setCell(1, sound.time(0x5ffb, ticks('2004-02-01T10:15'))),
    finding: warning('response-before-item', 'recipients[1].trackStatusTime'),
  },
  'organizer-row': {
    shows: "Bob's row says that he is the organizer, too.",
    but: sound.setCell(1, sound.long(0x5ffd, 3)),
    finding: warning('organizer-row-repeated', 'recipients[1].flags'),
  },
  'organizer-mismatch': {
    shows: 'The message was sent for somebody who is not the organizer in the table.',
    but: sound.setTo(0x0065, '/o=Example/ou=First Administrative Group/cn=Recipients/cn=oscar'),
    finding: warning('organizer-mismatch', 'recipients[0]'),
  },
  'recipient-address': {
    shows: "Bob's row has no address.",
    but: sound.dropCell(1, 0x3003),
    finding: warning('address-missing', 'recipients[1]'),
  },
  'recipient-duplicate': {
    shows: "Carla's address is Bob's, in other letters.",
    given: [sound.withoutException],
    but: sound.setCell(2, sound.text(0x3003, 'BOB@partner.example')),
    finding: warning('recipient-duplicate', 'recipients[2].emailAddress'),
  },
  'recipient-flags-reserved': {
    shows: "Bob's flags have the bit 0x200.",
    but: sound.setCell(1, sound.long(0x5ffd, 0x201)),
    finding: info('recipient-flags-reserved', 'recipients[1].flags'),
  },
  'recipient-count': {
    shows: 'The header counts five recipients, there are three.',
    write: countingRecipients(5),
    finding: warning('recipients-missing', 'recipients'),
  },
  'attendee-strings': {
    shows: 'The list of all attendees leaves Carla out.',
    but: sound.setTo(appointment(0x8238), 'Bob Miller; Nina Nowhere'),
    finding: warning('row-not-listed', 'allAttendees'),
  },
  'proposal-incoherent': {
    shows: 'The meeting says that somebody proposes another time, but nobody does.',
    but: sound.setTo(appointment(0x8257), true),
    finding: warning('proposal-flag-without-row', 'counterProposal'),
  },
  'exception-recipients': {
    shows: 'The moved occurrence is without Carla, and the series does not say so.',
    but: sound.inException(sound.dropRow(2)),
    finding: warning('attendees-dropped', 'embedded[0].recipients'),
  },
  'unsendable-blob': {
    shows: 'The table of unsendable attendees ends after three bytes.',
    but: sound.setTo(appointment(0x825d), Uint8Array.of(1, 0, 0)),
    finding: warning('unsendable-undecodable', 'unsendableRecipients'),
  },
  'global-object-id': {
    shows: 'The two identifiers are those of different meetings.',
    but: sound.setTo(sound.scheduling(0x0023), objectId({ seed: 1 })),
    finding: warning('identifiers-disagree', 'cleanGlobalObjectId'),
  },
  recurrence: {
    shows: 'The recurrence ends before it begins.',
    given: [
      sound.withoutException,
      sound.setTo(appointment(0x8216), recurrenceBlob({ startDate: '2004-03-15', endDate: '2004-05-17' })),
    ],
    but: sound.setTo(appointment(0x8216), recurrenceBlob({ startDate: '2004-03-15', endDate: '2004-03-08' })),
    finding: error('recurrence-ends-before-start', 'appointmentRecurrence'),
  },
  'appointment-times': {
    shows: 'The meeting ends an hour before it begins.',
    but: sound.setTo(appointment(0x820e), ticks('2004-03-15T12:00')),
    finding: error('ends-before-start', 'appointmentEnd'),
  },
  'time-zone-definition': {
    shows: "The start's time zone ends after three bytes.",
    but: sound.setTo(appointment(0x825e), Uint8Array.of(2, 1, 6)),
    finding: warning('zone-undecodable', 'timeZoneDefinitionStart'),
  },
  'message-identity': {
    shows: 'Nothing says who sent the meeting.',
    but: sound.drop(0x0c1a),
    finding: warning('sender-name-missing', ''),
  },
};

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
