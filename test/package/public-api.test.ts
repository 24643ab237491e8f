import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as evidence from '../../src/evidence/index';
import * as interop from '../../src/interop/index';
import * as repair from '../../src/repair/index';
import * as main from '../../src/index';
import * as names from '../../src/mapi/names/index';
import * as node from '../../src/node';
import * as onlyMsg from '../../src/only-msg';
import * as rules from '../../src/rules/index';
import * as kit from '../../src/rules/kit/index';
import * as report from '../../src/report/index';
import * as store from '../../src/store';

/** Every page about a rule promises an export of that name. */
const ruleExports = readdirSync(new URL('../../docs/rules/', import.meta.url)).map((page) =>
  page.replace(/\.md$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);

// A changed list is a changed promise: it belongs into CHANGELOG.md.
const mainExports = [
  'AppointmentStateFlags',
  'AttachMethod',
  'Attachment',
  'AttendeeRole',
  'BusyStatus',
  'DisplayType',
  'FileTime',
  'FormatError',
  'HttpError',
  'Importance',
  'LimitError',
  'MapilintError',
  'MeetingType',
  'Message',
  'MessageFlags',
  'NotLoadedError',
  'ObjectType',
  'Recipient',
  'RecipientFlags',
  'RecipientType',
  'RecipientTypeFlags',
  'FirstDayOfWeek',
  'RecurrenceCalendar',
  'RecurrenceEnd',
  'RecurrenceFrequency',
  'RecurrenceNth',
  'RecurrencePatternType',
  'RecurrenceType',
  'Sensitivity',
  'TrackStatus',
  'UnsupportedError',
  'Weekday',
  'attachmentProperties',
  'bodyProperties',
  'check',
  'codeOf',
  'compareCopies',
  'decodeEntryId',
  'decodeGlobalObjectId',
  'decodeMessage',
  'decodeRecurrence',
  'decodeSearchKey',
  'decodeTimeZoneDefinition',
  'decodeTimeZoneStruct',
  'diagnose',
  'diagnoseEvidence',
  'diagnoseSet',
  'fromUrl',
  'isMapilintError',
  'kinds',
  'labelOf',
  'lastSendingOf',
  'messageProperties',
  'named',
  'readMessage',
  'recipientProperties',
  'tagged',
];

test('mapilint', () => {
  expect(Object.keys(main).sort()).toEqual([...mainExports].sort());
});

test('mapilint/node', () => {
  expect(Object.keys(node)).toEqual(['fromFile']);
});

test('mapilint/rules', () => {
  expect(Object.keys(rules).sort()).toEqual(
    [
      ...ruleExports.filter((name) => name !== 'compareCopies'), // two messages are no matter for a rule
      'allRules',
      'defaultPreset',
      'presets',
      'recommendedRules',
      'rulesOf',
      'rulesOfPreset',
      'severitySettings',
    ].sort(),
  );
});

test('mapilint/rules/kit', () => {
  expect(Object.keys(kit).sort()).toEqual([
    'addressesOf',
    'buildMessage',
    'buildMsg',
    'copyOf',
    'defineRule',
    'forEachRow',
    'forEachTable',
    'isOrganizerRow',
    'isSameAddress',
    'judged',
    'noTime',
    'normaliseAddress',
    'notAMeeting',
    'notApplicable',
    'ofType',
    'personOf',
    'representedAddresses',
    'senderAddresses',
    'smtpDomainOf',
    'testRule',
    'unreadable',
    'valueProblem',
    'who',
    'zeroTime',
  ]);
});

test('kinds of property values', () => {
  expect(Object.keys(main.kinds).sort()).toEqual([
    'binary',
    'bitField',
    'boolean',
    'currency',
    'enumerated',
    'floating',
    'guid',
    'integer',
    'integer64',
    'several',
    'text',
    'time',
    'untyped',
  ]);
});

test('mapilint/repair', () => {
  expect(Object.keys(repair)).toEqual(['repairMessage']);
});

test('mapilint/interop', () => {
  expect(Object.keys(interop).sort()).toEqual([
    'decodeCfb',
    'decodeMsgReader',
    'fromEwsResponse',
    'fromGraphResponse',
    'fromOutlookResponse',
    'fromParticipation',
    'occurrences',
    'toCalendarLines',
    'toColumns',
    'toEwsResponse',
    'toGraphResponse',
    'toJCal',
    'toMsgReaderFields',
    'toOutlookResponse',
    'toParticipation',
    'toRRule',
    'toRows',
  ]);
});

test('mapilint/names', () => {
  expect(Object.keys(names).sort()).toEqual(['PropertyNames', 'propertyNames']);
});

test('mapilint/msg', () => {
  expect(Object.keys(onlyMsg)).toEqual(['decodeMsg']);
});

test('mapilint/store', () => {
  expect(Object.keys(store).sort()).toEqual(['Store', 'openStore']);
});

test('mapilint/evidence', () => {
  expect(Object.keys(evidence).sort()).toEqual([
    'MailboxEvidence',
    'TrackingReader',
    'classifyEvent',
    'correlate',
    'countRetries',
    'decodeEvidence',
    'evidenceOf',
    'failureTable',
    'hasCategory',
    'hasStorePathFailure',
    'isEvidenceClass',
    'isQueueExpiry',
    'isTimeZone',
    'isTrackingLog',
    'pathNotFound',
    'readTrackingLog',
    'storesZeroTime',
    'trackingEvents',
  ]);
});

test('mapilint/report', () => {
  expect(Object.keys(report).sort()).toEqual([
    'JSON_SCHEMA',
    'UnreachedTotals',
    'csvHeader',
    'csvRows',
    'formatComparison',
    'formatEvidenceText',
    'formatJUnit',
    'formatJson',
    'formatProperties',
    'formatSarif',
    'formatSetFindings',
    'formatTable',
    'formatText',
    'formatUnreached',
    'headlineOf',
    'jsonEnd',
    'jsonFile',
    'jsonStart',
    'redactEvidence',
    'redactFile',
    'tableCsvHeader',
    'tableCsvRows',
    'toEvidenceReport',
    'toFileReport',
    'toMessageReport',
    'toPropertyReports',
    'toSarif',
  ]);
});

/** The identifiers of all properties that a recipient row may have and that have a public name. */
const namedRecipientProperties = `
  0032 0C04 0C05 0C15 0C1B 0C20 0E0F 0FF6 0FF9 0FFE 0FFF 1001
  3000 3001 3002 3003 300B 3900 3905 39FE 39FF 3A00 3A08 3A19
  3A20 3A40 3A71 3D01 403D 403E 5D01 5FDE 5FDF 5FE1 5FE3 5FE4
  5FE5 5FEA 5FEB 5FEC 5FED 5FEE 5FEF 5FF0 5FF1 5FF2 5FF3 5FF4
  5FF5 5FF6 5FF7 5FF8 5FF9 5FFA 5FFB 5FFC 5FFD 5FFE 5FFF 6001
  6662 67F2 67F3
`;

test('every recipient property with a name has a row', () => {
  const ids = Object.values(main.recipientProperties).map(({ key }) =>
    Number(key).toString(16).toUpperCase().padStart(4, '0'),
  );
  expect([...new Set(ids)].sort()).toEqual(namedRecipientProperties.trim().split(/\s+/));
  expect(ids).toHaveLength(new Set(ids).size + 1); // recipientType and recipientTypeFlags share one number
});
