import { describe, expect, test } from 'vitest';
import { AnomalyLog } from '../../src/damage/anomaly';
import { checkObjectCounts } from '../../src/msg/object-counts';
import type { NumberedStorage, ObjectStorage } from '../../src/msg/object-storage';

type Numbers = readonly [next: number, stated: number, ...numbers: readonly number[]];

/** What is said of storages with these numbers, where the header states the next number and the count of them. */
function said(recipients: Numbers, attachments: Numbers = [0, 0]): [string, string, string][] {
  const log = new AnomalyLog(false, 100);
  const storages = ([, , ...numbers]: Numbers): NumberedStorage[] =>
    numbers.map((index) => ({ index, id: index }));
  const [nextRecipient, statedRecipients] = recipients;
  const [nextAttachment, statedAttachments] = attachments;
  checkObjectCounts(
    { recipients: statedRecipients, attachments: statedAttachments, nextRecipient, nextAttachment },
    { recipients: storages(recipients), attachments: storages(attachments) } as unknown as ObjectStorage,
    (what) => log.at(what),
  );
  return log.anomalies.map(({ code, path, loses }) => [code, path, loses]);
}

describe('the counts in the header of a message', () => {
  test('agree with the storages', () => {
    expect(said([2, 2, 0, 1], [1, 1, 0])).toEqual([]);
    expect(said([0, 0])).toEqual([]);
  });

  test('are greater: some are missing', () => {
    expect(said([3, 3, 0, 1])).toEqual([['msg-object-missing', 'recipients', 'object']]);
    expect(said([0xffffffff, 0xffffffff], [2, 2, 0])).toEqual([
      ['msg-object-missing', 'recipients', 'object'],
      ['msg-object-missing', 'attachments', 'object'],
    ]);
  });

  test('are smaller: they lie, and nothing is lost', () => {
    expect(said([2, 0, 0, 1])).toEqual([['msg-object-count', 'recipients', 'nothing']]);
  });
});

describe('the numbers of the storages', () => {
  test('have gaps where some were deleted', () => {
    expect(said([9, 2, 0, 7])).toEqual([]);
    expect(said([30, 2, 0, 1])).toEqual([]);
  });

  test('have gaps that no deletion leaves', () => {
    expect(said([2, 2, 0, 7])).toEqual([['msg-object-number', 'recipients', 'nothing']]);
    expect(said([2, 2, 0, 1], [1, 1, 0x40000000])).toEqual([['msg-object-number', 'attachments', 'nothing']]);
  });
});
