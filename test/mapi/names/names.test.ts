import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  PS_INTERNET_HEADERS,
  PSETID_Appointment,
  PSETID_Meeting,
} from '../../../src/mapi/values/property-sets';
import { recipientProperties } from '../../../src/index';
import { propertyNames } from '../../../src/mapi/names/index';
import { generate } from '../../../src/mapi/names/data/generate.mjs';

test('the generated tables are those of the data beside them: npm run names', () => {
  const tables = readFileSync(new URL('../../../src/mapi/names/tables.ts', import.meta.url), 'utf8');
  expect(tables === generate()).toBe(true);
});

describe('tags', () => {
  test.each([
    [0x5fff0003, 'PR_RECIPIENT_TRACKSTATUS'],
    [0x5ffb0040, 'PR_RECIPIENT_TRACKSTATUS_TIME'],
    [0x0037001f, 'PR_SUBJECT'],
    [0x3001001e, 'PR_DISPLAY_NAME_A'], // and by the names of the other type of string, below
    [0x0c150003, 'PR_RECIPIENT_TYPE'],
    [0x5fff0040, 'PR_RECIPIENT_TRACKSTATUS'], // another type: by the identifier alone
  ])('%i is %s', (tag, name) => {
    expect(propertyNames.ofTag(tag)?.names[0]).toBe(name);
  });

  test.each([
    'PidTagRecipientTrackStatus',
    'PR_RECIPIENT_TRACKSTATUS',
    'ptagRecipientTrackStatus',
    'pr_recipient_trackstatus',
  ])('%s is 5FFF0003', (name) => {
    expect(propertyNames.toTag(name)?.tag).toBe(0x5fff0003);
  });

  test('every name leads to a tag that has it', () => {
    const known = propertyNames.toTag('PidTagSubject')!;
    for (const name of known.names) expect(propertyNames.toTag(name)?.names).toContain(name);
  });

  test('identifiers from 0x8000 up are the file’s own, whatever address books call them', () => {
    expect(propertyNames.ofTag(0x8004101f)).toBeUndefined();
    expect(propertyNames.toTag('PR_EMS_AB_HOME_MTA')?.tag).toBeGreaterThanOrEqual(0x80000000);
  });

  test('all rows of a recipient with a public name are known by it', () => {
    const unknown = Object.entries(recipientProperties).filter(([, { key, types }]) => {
      const tag = ((Number(key) << 16) | (types[0] ?? 0)) >>> 0;
      return propertyNames.ofTag(tag) === undefined;
    });
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  test('8-bit strings have the names of Unicode ones', () => {
    expect(propertyNames.ofTag(0x0037001e)?.names).toEqual(
      expect.arrayContaining(['PR_SUBJECT_A', 'PR_SUBJECT', 'PidTagSubject']),
    );
  });

  test('what nobody has named has no name', () => {
    expect(propertyNames.ofTag(0x66ca001f)).toBeUndefined();
    expect(propertyNames.toTag('constructor')).toBeUndefined();
  });
});

describe('named properties', () => {
  test('by LID, both ways', () => {
    expect(propertyNames.ofNamed({ set: PSETID_Appointment, name: 0x8217 })?.names).toContain(
      'PidLidAppointmentStateFlags',
    );
    expect(propertyNames.toNamed('PidLidAppointmentStateFlags')).toMatchObject({
      set: PSETID_Appointment,
      name: 0x8217,
      type: 3,
    });
    expect(propertyNames.toNamed('dispidApptStateFlags')).toMatchObject({ name: 0x8217 });
  });

  test('by string; Internet headers without case', () => {
    expect(propertyNames.ofNamed({ set: PS_INTERNET_HEADERS, name: 'content-CLASS' })?.names).toContain(
      'PidNameContentClass',
    );
    expect(propertyNames.ofNamed({ set: PSETID_Meeting, name: 'toString' })).toBeUndefined();
  });

  test('sets have names', () => {
    expect(propertyNames.ofSet(PSETID_Meeting)).toBe('PSETID_Meeting');
    expect(propertyNames.ofSet('00000000-0000-0000-0000-000000000000')).toBeUndefined();
  });
});

describe('labels of values', () => {
  test.each([
    [0x5fff0003, 3, ['respAccepted'], 0],
    [0x5fff0003, 42, [], 42],
    [0x0c150003, 0x10000001, ['MAPI_TO', 'MAPI_P1'], 0],
    [0x5ffd0003, 0x241, ['RECIP_SENDABLE'], 0x240],
    [0x5ffd0003, 0, ['RECIP_UNSENDABLE'], 0],
    [0x00260003, -1, ['PRIO_NONURGENT'], 0],
    [0x3a710003, 0x600000, ['MAC_ATTACH_ENCODING_APPLEDOUBLE'], 0],
    [0x39050003, 0x40000000, ['Local: DT_MAILUSER', 'DTE_FLAG_ACL_CAPABLE'], 0],
  ])('%i: %i', (tag, value, labels, rest) => {
    expect(propertyNames.labelsOf(tag, value)).toMatchObject({ labels, rest });
  });

  test('of named properties', () => {
    expect(propertyNames.labelsOf({ set: PSETID_Appointment, name: 0x8217 }, 5)).toMatchObject({
      labels: ['asfMeeting', 'asfCancelled'],
      rest: 0,
    });
  });

  test('of fields of structures', () => {
    expect(propertyNames.labelsOf('PidLidAppointmentRecur.RecurFrequency', 0x200b)?.labels).toEqual([
      'IDC_RCEV_PAT_ORB_WEEKLY',
    ]);
  });

  test('names that were made up are marked as such', () => {
    expect(propertyNames.labelsOf(0x5ffd0003, 0x241)?.undocumented).toEqual([
      'recipReserved0040',
      'recipReserved0200',
    ]);
  });

  test('nothing is known of most', () => {
    expect(propertyNames.labelsOf(0x30000003, 1)).toBeUndefined();
  });
});
