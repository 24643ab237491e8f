import { describe, expect, test } from 'vitest';
import { allRules, recommendedRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import type { Finding } from '../../src/index';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';
import { now, resolvePath } from '../support/rule-lists';

/** Every finding of every rule on the reference corpus, with the bytes that justify it. */
const justified: readonly (readonly [
  file: string,
  code: string,
  severity: string,
  path: string,
  why: string,
])[] = [
  ...['chgs1', 'chgs2'].flatMap((name) =>
    ['', 'embedded[0].'].map(
      (at) =>
        [
          `Lanch_time_every_friday_in_2023_${name}.msg`,
          'address-type-unusual',
          'info',
          `${at}recipients[0].addressType`,
          'PR_ADDRTYPE is the text UNKNOWN: saved by an Outlook without a profile',
        ] as const,
    ),
  ),
  [
    'unknown_properties.msg',
    'recipients-missing',
    'warning',
    'recipients',
    'a damaged file: the recipient count of the header is 0x002E0000, and there is one recipient storage',
  ],
  [
    'Test_Meeting.msg',
    'recipient-flags-reserved',
    'info',
    'recipients[1].flags',
    'PR_RECIPIENT_FLAGS is 0x201 in the rows of both attendees',
  ],
  [
    'draftAppointment.msg',
    'organizer-row-missing',
    'info',
    'recipients',
    'a draft made by a library: asfMeeting, one row, which has no PR_RECIPIENT_FLAGS and is not the sender’s',
  ],
  [
    'draftAppointment.msg',
    'recurrence-zone-missing',
    'warning',
    '',
    'PidLidRecurring is true, and neither PidLidTimeZoneStruct nor a time-zone definition is there',
  ],
];

/** Files that are no healthy items: damage that reading them meets, 105 anomalies in all. */
const unhealthy = ['unknown_properties.msg'];

const files = hasCorpus
  ? [...new Set(readTable('MANIFEST.tsv').map((row) => row['path'] ?? ''))].filter((path) =>
      path.startsWith('msg/'),
    )
  : [];

function findingsOf(path: string, rules = allRules): readonly Finding[] {
  return diagnose(decodeMessage(readCorpusFile(path)), { rules, now: new Date('2026-01-01T00:00:00Z') })
    .findings;
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('every finding of every rule is one that the bytes justify', () => {
    const found = files.flatMap((path) =>
      findingsOf(path).map(({ code, severity, path: place }) => {
        const file = justified.map(([name]) => name).find((name) => path.endsWith(name)) ?? path;
        return [file, code, severity, place];
      }),
    );
    expect(found.map(String).sort()).toEqual(justified.map((row) => String(row.slice(0, 4))).sort());
  });

  test('no rule that applies by default finds anything worse than information on a healthy item', () => {
    const found = files
      .filter((path) => !unhealthy.some((name) => path.endsWith(name)))
      .flatMap((path) => findingsOf(path, recommendedRules).filter(({ severity }) => severity !== 'info'));
    expect(found).toEqual([]);
  });

  test('every path leads somewhere', () => {
    for (const path of files) {
      const message = decodeMessage(readCorpusFile(path));
      for (const { path: place } of diagnose(message, { rules: allRules, now }).findings)
        expect(resolvePath(message, place), `${path} ${place}`).toBeDefined();
    }
  });
});
