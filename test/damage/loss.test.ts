import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { malformed } from '../../samples/build/malformed';
import { damageKinds } from '../../src/damage/damage';
import type { DamageCode } from '../../src/damage/damage';
import { decodeMessage, diagnose } from '../../src/index';
import { messageIdentity } from '../../src/rules/index';
import type { Anomaly, Message } from '../../src/index';
import { mayJudgeRows } from '../../src/message/judged-columns';
import { hasLostProperties, tableDamage } from '../../src/message/lost-properties';
import { openStore } from '../../src/store';
import { concat, writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode, WrittenStream } from '../support/compound-file-writer';
import { writeMessageXml } from '../support/mfcmapi-writer';
import { layOutMsg, msgNodes, writeMsg } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';
import { row, SYSTIME, text } from '../support/messages';
import { number } from '../support/tnef-properties';
import { writeTnef } from '../support/tnef-writer';

// What was lost to damage must not be taken for something that never was: in any container, whatever code says it.

const ORGANIZER_ADDRESS = 0x0065;
const delivered: WrittenProperty = { id: 0x0e06, type: SYSTIME, value: 127_000_000_000_000_000n };
const others: readonly WrittenProperty[] = [
  text(0x001a, 'IPM.Schedule.Meeting.Request'),
  text(0x0042, 'Olga'),
  text(0x0c1a, 'Olga'),
  text(0x0c1f, 'olga@example.com'),
  delivered,
];
const request: WrittenMessage = {
  properties: [...others, text(ORGANIZER_ADDRESS, 'olga@example.com')],
  recipients: [row('Ann')],
};
const without: WrittenMessage = { ...request, properties: others };

/** The rule that says what is missing: its outcome, the codes of its reasons and of its findings. */
function judge(message: Message): { outcome: string; reasons: string[]; findings: string[] } {
  const [{ outcome, reasons, findings } = {}] = diagnose(message, { rules: [messageIdentity] }).results;
  const codesOf = (items: readonly { code: string }[] = []): string[] => items.map(({ code }) => code);
  return { outcome: outcome ?? '', reasons: codesOf(reasons), findings: codesOf(findings) };
}

const PROPERTIES = '__properties_version1.0';

function withStream(name: string, change: (data: Uint8Array) => Uint8Array): Uint8Array {
  const changed = (node: WrittenNode): WrittenNode => {
    const { data } = node as Partial<WrittenStream>;
    return node.name === name && data !== undefined ? { ...node, data: change(data) } : node;
  };
  return writeCompoundFile(msgNodes(request).map(changed)).bytes;
}

/** The property stream without its last entry, whose value stream stays. */
const lastEntryGone = withStream(PROPERTIES, (data) => data.subarray(0, data.length - 16));
const lastEntryCut = withStream(PROPERTIES, (data) => data.subarray(0, data.length - 4));

/** The property stream's directory entry says that it has a sector more than it has. */
function propertyStreamShort(): Uint8Array {
  const { bytes, entries } = layOutMsg(request);
  const entry = entries.get(`/${PROPERTIES}`);
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = (entry?.offset ?? 0) + 120;
  view.setUint32(at, view.getUint32(at, true) + 640, true);
  return copy;
}

/** attSentFor, whose second length leads out of it. */
const attSentFor = { level: 1, id: 0x00060001, data: concat([number(2, 2), number(2, 0x4f), number(2, 99)]) };

const xml = new TextDecoder().decode(writeMessageXml(request, { dialect: '2012' }));

describe.each<[string, Uint8Array, DamageCode]>([
  ['.msg, an entry of the property stream', lastEntryGone, 'msg-value-stream-orphan'],
  ['.msg, the end of the property stream', lastEntryCut, 'msg-property-stream-cut'],
  ['.msg, sectors of the property stream', propertyStreamShort(), 'cfb-stream-short'],
  ['TNEF, an attribute', writeTnef(without, { legacy: [attSentFor] }), 'tnef-attribute-value'],
])('%s', (_, bytes, code) => {
  const message = decodeMessage(bytes);

  test(`is ${code}, which costs a property`, () => {
    expect(message.anomalies.map((anomaly) => [anomaly.code, anomaly.path, anomaly.loses])).toContainEqual([
      code,
      '',
      'property',
    ]);
  });

  test('what is not there is not missing: that cannot be told', () => {
    const { outcome, reasons, findings } = judge(message);
    expect([outcome, findings]).toEqual(['open', []]);
    expect(reasons).toContain('properties-lost');
  });
});

test('the same without damage is missing', () => {
  expect(judge(decodeMessage(writeMsg(without))).findings).toContain('organizer-address-missing');
});

test('MFCMAPI’s XML, a property without its tag', () => {
  const tag = /<property tag\s*=\s*"0x0065001[EF]"/;
  expect(xml).toMatch(tag);
  const message = decodeMessage(new TextEncoder().encode(xml.replace(tag, '<property')));
  expect(message.anomalies.map(({ code }) => code)).toContain('mfcmapi-tag');
  expect(judge(message)).toMatchObject({ outcome: 'open', findings: [] });
});

/** Every message that can be read of the samples of damage. */
async function messagesOf({
  bytes,
  container,
  extension,
  options,
}: (typeof malformed)[string]): Promise<Message[]> {
  if (extension !== undefined) return [];
  if (container !== 'pst') return [decodeMessage(bytes, options)];
  const store = await openStore(bytes, options);
  const messages: Message[] = [];
  for await (const { message } of store.items()) if (message !== undefined) messages.push(message);
  await store.close();
  return messages;
}

const readable = Object.entries(malformed).filter(
  ([code, { outcome, container }]) =>
    outcome === 'anomaly' && container !== 'eml' && !code.startsWith('mfcmapi'), // exports are partial anyway
);

const mayLack = ({ loses }: Anomaly): boolean => ['property', 'object', 'anything'].includes(loses);

describe.each(readable)('samples/malformed/%s', (_, sample) => {
  test('what its damage may have cost is doubted, and nothing else', async () => {
    for (const message of await messagesOf(sample)) {
      const own = message.anomalies.filter(({ path }) => path === '');
      expect(hasLostProperties(message)).toBe(own.some(mayLack));
      const ofTable = message.anomalies.filter(({ path, loses, tag }) =>
        path.startsWith('recipients')
          ? loses !== 'nothing' && mayJudgeRows(tag)
          : path === '' && loses === 'anything',
      );
      expect(tableDamage(message).length > 0).toBe(ofTable.length > 0 || message.suppressedErrors > 0);
    }
  });
});

test('what loses content is no less than a warning, but for what writers may leave out', () => {
  const quiet = Object.entries(damageKinds).filter(
    ([, { severity, loses }]) => severity === 'info' && (loses as string) !== 'nothing',
  );
  expect(quiet.map(([code]) => code)).toEqual(['tnef-recipient-table-absent']);
});

test('no layer above the containers knows a code of theirs', () => {
  const text = readFileSync(new URL('../../src/message/lost-properties.ts', import.meta.url), 'utf8');
  expect(text).not.toMatch(/'(cfb|msg|tnef|pst|mfcmapi)-|__/);
});
