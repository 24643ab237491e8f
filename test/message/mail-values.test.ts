import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { corpusTitle, hasCorpus, readCorpusFile } from '../support/corpus';
import { long, mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenProperty } from '../support/msg-writer';

function messageWith(...properties: WrittenProperty[]): ReturnType<typeof decodeMessage> {
  return decodeMessage(writeMsg({ ...mail, properties: [...mail.properties, ...properties] }));
}

describe('what mail developers read has a name', () => {
  test('as text', () => {
    const message = messageWith(
      text(0x0e1d, 'Hello'),
      text(0x1035, '<3@example.net>'),
      text(0x1042, '<2@example.net>'),
      text(0x1039, '<1@example.net> <2@example.net>'),
      text(0x0070, 'Hello'),
      text(0x007d, 'Subject: RE: Hello'),
    );
    expect(message).toMatchObject({
      normalizedSubject: 'Hello',
      messageId: '<3@example.net>',
      inReplyTo: '<2@example.net>',
      references: '<1@example.net> <2@example.net>',
      conversationTopic: 'Hello',
      transportHeaders: 'Subject: RE: Hello',
    });
  });

  test('as the names of numbers and bits, documented or not', () => {
    expect(messageWith(long(0x0017, 2), long(0x0036, 3), long(0x0e07, 0x4011))).toMatchObject({
      importance: 'high',
      sensitivity: 'confidential',
      flags: ['read', 'hasAttachments', '0x4000'],
    });
    expect(messageWith(long(0x0017, 7), long(0x0036, 0))).toMatchObject({
      importance: '0x7',
      sensitivity: 'normal',
    });
  });
});

/** An attachment with these properties. */
function attachmentWith(
  ...properties: WrittenProperty[]
): ReturnType<typeof messageWith>['attachments'][number] {
  return decodeMessage(writeMsg({ ...mail, attachments: [{ properties: [long(0x3705, 1), ...properties] }] }))
    .attachments[0]!;
}

const hidden: WrittenProperty = { id: 0x7ffe, type: 0x000b, value: true };

describe('an attachment', () => {
  test('says by what the body calls it', () => {
    expect(attachmentWith(text(0x3712, 'a@b'), text(0x3713, 'a.jpg'))).toMatchObject({
      contentId: 'a@b',
      contentLocation: 'a.jpg',
    });
  });

  test.each<[boolean, string, WrittenProperty[]]>([
    [true, 'the body refers to it', [long(0x3714, 4)]],
    [true, 'it is not to be listed beside HTML', [long(0x3714, 1), text(0x3712, 'a@b')]],
    [false, 'it is not to be listed beside RTF', [long(0x3714, 2), text(0x3712, 'a@b')]],
    [false, 'it has a content id, and its flags say nothing', [long(0x3714, 0), text(0x3712, 'a@b'), hidden]],
    [false, 'it has a content id alone', [text(0x3712, 'a@b')]],
    [false, 'it is hidden, as exceptions are', [hidden]],
    [true, 'it has no flags, is hidden and has a content id', [hidden, text(0x3712, 'a@b')]],
    [false, 'it says nothing', []],
  ])('is inline: %s, where %s', (isInline, _, properties) => {
    expect(attachmentWith(...properties).isInline).toBe(isInline);
  });
});

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test.each([
    ['apache__poi/test-data__hsmf__example_sent_regular.msg', [true]],
    ['apache__poi/test-data__hsmf__example_received_regular.msg', [true]],
    ['marirs__msg-parser-rs/data__attachment.msg', undefined],
  ])('%s', (path, inline) => {
    const { attachments } = decodeMessage(readCorpusFile(`msg/${path}`));
    const found = attachments.map(({ isInline }) => isInline);
    if (inline !== undefined) expect(found).toEqual(inline);
    expect(found).toContain(true);
  });
});
