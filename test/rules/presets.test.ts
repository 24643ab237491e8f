import { expect, test, vi } from 'vitest';
import { soundMeeting } from '../../samples/build/sound-meeting';
import * as sound from '../../samples/build/sound-meeting';
import { allRules, duplicateItems, recommendedRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import { PropertyTable } from '../../src/mapi/rows/property-table';
import { meetingOf, ticks } from '../support/meetings';
import { writeMsg } from '../support/msg-writer';
import { now } from '../support/rule-lists';
import { describe as describeMeeting } from '../../samples/build/meeting';

test('recommended is part of all; without a name, delivery alone is judged', () => {
  expect(recommendedRules.filter((rule) => !allRules.includes(rule))).toEqual([]);
  const applied = diagnose(decodeMessage(writeMsg(soundMeeting))).results.map(({ rule }) => rule);
  expect(applied).toEqual(['cancellation-delivery']);
});

test('ids are unique, and every rule says what it is', () => {
  const metas = [...allRules, duplicateItems].map(({ meta }) => meta);
  expect(new Set(metas.map(({ id }) => id)).size).toBe(metas.length);
  for (const { id, title, reference, aliases, messages } of metas) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(reference).not.toBe('');
    expect(aliases.filter((alias) => !/^CalCheck \d{4}$/.test(alias))).toEqual([]);
    expect(Object.keys(messages).length).toBeGreaterThan(0);
  }
  const aliases = metas.flatMap((meta) => meta.aliases);
  expect(new Set(aliases).size).toBe(aliases.length);
});

test('a finding keeps its fingerprint when rows come and go, and has another in another item', () => {
  const duplicate = sound.setCell(2, sound.text(0x3003, 'bob@partner.example'));
  const fingerprintOf = (...changes: readonly sound.Change[]): string | undefined =>
    diagnose(decodeMessage(writeMsg(sound.meetingWith(...changes))), { rules: allRules, now }).findings.find(
      ({ code, path }) => code === 'recipient-duplicate' && !path.startsWith('embedded'),
    )?.fingerprint;
  const known = fingerprintOf(duplicate);
  expect(known).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf(duplicate)).toBe(known);
  expect(fingerprintOf(duplicate, sound.dropRow(0))).toBe(known);
  expect(fingerprintOf(duplicate, sound.drop(sound.scheduling(0x0003)))).not.toBe(known);
});

test('all rules together decode ten times the values of ten times the attendees', () => {
  const decodedFor = (count: number): number => {
    const attendees = Array.from({ length: count }, (_, index) => ({
      name: `Attendee ${index}`,
      address: `attendee${index}@partner.example`,
      smtp: `a${index}@partner.example`,
      status: 3,
      time: ticks('2004-03-03T10:15'),
    }));
    const message = decodeMessage(writeMsg(describeMeeting(meetingOf(attendees))));
    expect(message.anomalies).toEqual([]);
    const spy = vi.spyOn(PropertyTable.prototype, 'value');
    diagnose(message, { rules: allRules, now });
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  const [hundred, thousand] = [decodedFor(100), decodedFor(1000)];
  expect(thousand / hundred).toBeLessThan(10.5);
  expect(thousand / 1000).toBeLessThan(60); // for each attendee
});
