import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { check, isMapilintError, readMessage, TrackStatus } from 'mapilint';
import type { Message } from 'mapilint';

const fileOf = (name: string): File =>
  new File([readFileSync(`samples/meetings/${name}.msg`)], `${name}.msg`);
const read = (name: string): Promise<Message> => readMessage(fileOf(name));

test('a file of the page is read', async () => {
  const message = await read('textbook-defect');
  expect(message.subject).toBe('Quarterly review');
  expect(message.recipients).toHaveLength(4);
  expect(message.recipients[1]).toMatchObject({
    displayName: 'Bob Miller',
    trackStatus: TrackStatus.accepted,
  });
  expect(message.recipients[1]?.trackStatusTime?.kind).toBe('zero');
});

test('two readings of a message are equal, and two messages are not', async () => {
  const [defect, again, healthy] = await Promise.all([
    read('textbook-defect'),
    read('textbook-defect'),
    read('healthy-answered'),
  ]);
  expect(defect).toEqual(again);
  expect(defect).toStrictEqual(again);
  expect(defect).not.toEqual(healthy);
  expect(defect.recipients[0]).toEqual(healthy.recipients[0]);
  expect(defect.recipients[1]).not.toEqual(healthy.recipients[1]);
});

test('a file is judged', async () => {
  const { diagnosis } = await check(fileOf('textbook-defect'));
  expect(diagnosis.verdict).toBe('likely');
  expect(diagnosis.findings.map(({ code, path }) => `${code} at ${path}`)).toEqual([
    'track-status-time-zero at recipients[1].trackStatusTime',
  ]);
});

test('what is no message is told by its code', async () => {
  const error: unknown = await readMessage(new File(['Dear sir'], 'letter.txt')).catch(
    (thrown: unknown) => thrown,
  );
  expect(isMapilintError(error) && error.code).toBe('message-unrecognized');
});
