import { describe, expect, test } from 'vitest';
import { AnomalyLog } from '../../../src/damage/anomaly';
import type { Anomaly } from '../../../src/damage/anomaly';
import { defaultLimits, FormatError, LimitError } from '../../../src/damage/errors';
import type { Limits } from '../../../src/damage/errors';
import { tagged } from '../../../src/mapi/definitions/caller-property';
import { integer, text } from '../../../src/mapi/definitions/property';
import { ContainerMessages, reportRecipientLimit } from '../../../src/mapi/object/container-messages';
import type { MessagesOptions } from '../../../src/mapi/object/container-messages';
import type { MessageSteps } from '../../../src/mapi/object/message-reading';
import type { DecodedMessage } from '../../../src/mapi/object/decoded-message';
import type { MessageObject } from '../../../src/mapi/object/message-object';
import { StoredMessage } from '../../../src/mapi/object/stored-message';
import { PropertyTableBuilder } from '../../../src/mapi/rows/property-table-builder';
import type { PropertyTable } from '../../../src/mapi/rows/property-table';
import { noNames } from '../../../src/mapi/values/named-property';
import type { NamedPropertyMap } from '../../../src/mapi/values/named-property';

const CODE_PAGE = 0x3ffd0003;
const TEXT8 = 0x6001001e;
const INTEGER = 0x60020003;
const text8 = tagged(0x6001, text);
const number = tagged(0x6002, integer);

/** A message of a container that exists in memory alone. */
interface Written {
  readonly name: string;
  /** PidTagMessageCodepage. */
  readonly codePage?: number;
  /** The code page that the container states beside the message. */
  readonly statedCodePage?: number;
  readonly recipients?: number;
  /** What is in each attachment: a message or nothing. */
  readonly attachments?: readonly (Written | undefined)[];
  /** How many bytes the number in its properties, rows and attachments has: four are sound. */
  readonly bytes?: number;
}

interface Setting {
  readonly limits?: Partial<Limits>;
  readonly codePage?: number;
  readonly strict?: boolean;
  readonly part?: string;
  readonly around?: number;
  readonly note?: string;
}

interface Container {
  readonly decoded: DecodedMessage;
  readonly messages: ContainerMessages<Written>;
  readonly log: AnomalyLog;
  /** What was read, in order. */
  readonly reads: string[];
}

/** A message as its container knows it. */
function stored(message: MessageObject | undefined): StoredMessage {
  if (message instanceof StoredMessage) return message;
  throw new Error('no message of a container');
}

function tableOf(rows: number, { codePage, bytes = 4 }: Written, message: StoredMessage): PropertyTable {
  const builder = new PropertyTableBuilder(1000, rows);
  for (let row = 0; row < rows; row++) {
    if (codePage !== undefined) builder.addInline(CODE_PAGE, 6, codePage, 0, undefined);
    builder.addValue(TEXT8, 6, Uint8Array.of(0xe4), undefined);
    builder.addValue(INTEGER, 6, new Uint8Array(bytes), undefined);
    builder.endRow();
  }
  return builder.finish(() => '/stored', message);
}

function open(outermost: Written, { limits, strict, around, note, ...options }: Setting = {}): Container {
  const log = new AnomalyLog(strict ?? false, 1000);
  const reads: string[] = [];
  const all: MessagesOptions = {
    limits: { ...defaultLimits, ...limits },
    codePage: undefined,
    codePageOverride: undefined,
    ...options,
  };
  const messages: ContainerMessages<Written> = new ContainerMessages(
    log,
    all,
    (place, message): MessageSteps => {
      const { where } = place;
      const { name, attachments = [] } = where;
      reads.push(`${name} met at "${place.path}"`);
      return {
        get properties() {
          reads.push(`${name} properties`);
          return tableOf(1, where, message);
        },
        get recipients() {
          reads.push(`${name} recipients`);
          return tableOf(messages.recipientsWithinLimit(where.recipients ?? 0, place.path), where, message);
        },
        get attachments() {
          reads.push(`${name} attachments`);
          const table = tableOf(attachments.length, where, message);
          const embedded = messages.embed(place, message, {
            table,
            messageIn: (row) => attachments[row],
            contentOf: () => undefined,
            reportAt: (row) => log.at(`${name} row ${row}`),
          });
          return { table, embedded };
        },
        get names(): NamedPropertyMap {
          reads.push(`${name} names`);
          return noNames;
        },
        codePage: where.statedCodePage,
        get recipientCount() {
          reads.push(`${name} count`);
          return { stated: 9, found: where.recipients ?? 0 };
        },
        notCaptured: ['attachments'],
      };
    },
  );
  const finish = (): void => void reads.push('finish');
  return { decoded: messages.decode(outermost, finish, around, note), messages, log, reads };
}

const tree: Written = {
  name: 'A',
  attachments: [
    { name: 'B', attachments: [{ name: 'D' }] },
    undefined,
    { name: 'C', attachments: [undefined, { name: 'E' }] },
  ],
};
/** Message after message, and not what one holds before the next. */
const wholeTree = [
  'A met at ""',
  'A properties',
  'A recipients',
  'A attachments',
  'B met at "embedded[0]"',
  'C met at "embedded[1]"',
  'B properties',
  'B recipients',
  'B attachments',
  'D met at "embedded[0].embedded[0]"',
  'C properties',
  'C recipients',
  'C attachments',
  'E met at "embedded[1].embedded[0]"',
  'D properties',
  'D recipients',
  'D attachments',
  'E properties',
  'E recipients',
  'E attachments',
];

/** Levels of messages, each in the only attachment of the one around it. */
function nested(levels: number): Written {
  let message: Written = { name: `level ${levels}` };
  for (let level = levels - 1; level >= 0; level--)
    message = { name: `level ${level}`, attachments: [message] };
  return message;
}

describe('the order in which messages are read', () => {
  test('what nobody asks for is not read', () => {
    expect(open(tree).reads).toEqual(['A met at ""']);
  });

  test.each<[string, (decoded: DecodedMessage) => unknown, string[]]>([
    ['properties', ({ message }) => message.properties.size, ['A properties']],
    ['recipients', ({ message }) => message.recipients, ['A recipients']],
    ['count of recipients', ({ message }) => message.recipientCount, ['A properties', 'A count']],
    ['code page', ({ message }) => stored(message).codePage, ['A properties']],
  ])('of the outermost message the %s alone can be read', (_, ask, expected) => {
    const { decoded, reads } = open(tree);
    ask(decoded);
    expect(reads.slice(1)).toEqual(expected);
  });

  test.each<[string, (decoded: DecodedMessage) => unknown, string[]]>([
    ['attachments', ({ message }) => message.attachments.length, []],
    ['names', ({ message }) => stored(message).names, ['A names']],
    ['property by name', ({ message }) => message.properties.nameOf(0x8000), ['A names']],
    ['embedded message', ({ message }) => message.attachments[2]?.embedded?.properties.size, []],
  ])('whoever asks for an %s has all read', (_, ask, after) => {
    const { decoded, reads } = open(tree);
    ask(decoded);
    const names = reads.filter((read) => read.endsWith('names'));
    expect(reads.filter((read) => !names.includes(read))).toEqual(wholeTree);
    expect(names).toEqual(after);
  });

  test('what was read before is not read again, and the rest keeps its order', () => {
    const { decoded, reads } = open(tree);
    expect(decoded.message.recipients).toEqual([]);
    expect(decoded.message.attachments).toHaveLength(3);
    const [met, ...rest] = wholeTree;
    expect(reads).toEqual([met, 'A recipients', ...rest.filter((read) => read !== 'A recipients')]);
  });

  test('nothing is read twice, however often it is asked for', () => {
    const { decoded, messages, reads } = open(tree);
    for (let time = 0; time < 2; time++) {
      for (const { embedded } of decoded.message.attachments) expect(embedded?.properties.size).not.toBe(0);
      messages.readAll();
      decoded.readAll();
      expect(decoded.anomalies).toEqual([]);
      expect(decoded.message.recipients).toEqual([]);
    }
    const parts = reads.filter((read) => / (met at .*|properties|recipients|attachments)$/.test(read));
    expect(parts).toEqual(wholeTree);
    expect(reads.filter((read) => read === 'finish')).toHaveLength(1);
  });

  test('ten thousand messages in one another need no stack', () => {
    const levels = 10_000;
    const { decoded, reads } = open(nested(levels), { limits: { embeddedDepth: levels } });
    decoded.message.attachments.at(0);
    expect(reads).toHaveLength((levels + 1) * 4);
    expect(reads.at(-1)).toBe(`level ${levels} attachments`);
  });
});

describe('embedded messages', () => {
  test('stand in their attachments, and are numbered without those that have none', () => {
    const { message } = open(tree).decoded;
    expect(message.attachments.map(({ embedded }) => embedded?.attachments.length)).toEqual([
      1,
      undefined,
      2,
    ]);
    const inner = message.attachments[2]?.embedded?.attachments.map(({ embedded }) => embedded !== undefined);
    expect(inner).toEqual([false, true]);
  });

  test('have paths that lead from the outermost message', () => {
    const last = (name: string): Written => ({
      name,
      attachments: [{ name: `${name}0` }, { name: `${name}1` }],
    });
    const { decoded, reads } = open({ name: 'A', attachments: [last('B'), last('C')] });
    decoded.readAll();
    expect(reads.filter((read) => read.includes(' met at '))).toEqual([
      'A met at ""',
      'B met at "embedded[0]"',
      'C met at "embedded[1]"',
      'B0 met at "embedded[0].embedded[0]"',
      'B1 met at "embedded[0].embedded[1]"',
      'C0 met at "embedded[1].embedded[0]"',
      'C1 met at "embedded[1].embedded[1]"',
    ]);
  });
});

describe('the limit of depth', () => {
  const found = ({ anomalies }: DecodedMessage): [string, string][] =>
    anomalies.map(({ code, path }: Anomaly) => [code, path]);

  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 3],
    [4, 3],
  ])('of %i lets %i of three messages in one another be read', (embeddedDepth, count) => {
    const { decoded, reads } = open(nested(2), { limits: { embeddedDepth } });
    const cut = count < 3 ? [['limit-embedded-depth', `level ${embeddedDepth} row 0`]] : [];
    expect(found(decoded)).toEqual(cut);
    expect(reads.filter((read) => read.includes(' met at '))).toHaveLength(count);
  });

  test('is recorded once for each attachment with a message in it, by the words of its container', () => {
    const { decoded } = open(tree, { limits: { embeddedDepth: 0 } });
    expect(found(decoded)).toEqual([
      ['limit-embedded-depth', 'A row 0'],
      ['limit-embedded-depth', 'A row 2'],
    ]);
    expect(decoded.message.attachments.map(({ embedded }) => embedded)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(decoded.anomalies[0]?.message).toBe(
      'Messages are embedded deeper than 0; the deeper ones were not read',
    );
    expect(found(decoded)).toHaveLength(2);
  });

  test('does not stop the messages beside', () => {
    const deep: Written = {
      name: 'A',
      attachments: [{ name: 'B', attachments: [{ name: 'C' }] }, { name: 'D' }],
    };
    const { decoded, reads } = open(deep, { limits: { embeddedDepth: 1 } });
    expect(found(decoded)).toEqual([['limit-embedded-depth', 'B row 0']]);
    expect(reads).toContain('D attachments');
  });

  test('stops a strict reading', () => {
    const { decoded } = open(nested(2), { limits: { embeddedDepth: 1 }, strict: true });
    expect(() => decoded.message.attachments).toThrow(LimitError);
  });
});

describe('the limit of recipients', () => {
  test.each([
    [0, 5, 0],
    [1, 5, 0],
    [5, 5, 0],
    [6, 5, 1],
    [1, 0, 1],
    [0, 0, 0],
  ])('%i recipients where %i are allowed are damage %i times', (count, recipients, times) => {
    const { messages, log } = open({ name: 'A' }, { limits: { recipients } });
    expect(messages.recipientsWithinLimit(count, '')).toBe(Math.min(count, recipients));
    expect(log.anomalies.map(({ code, path, message }) => [code, path, message])).toEqual(
      Array(times).fill([
        'limit-recipients',
        'recipients',
        `${count} recipients, more than ${recipients}; the rest was not read`,
      ]),
    );
  });

  test('says in which message', () => {
    const two = { name: 'B', recipients: 2 };
    const { decoded } = open(
      { name: 'A', recipients: 1, attachments: [two, two] },
      { limits: { recipients: 1 } },
    );
    expect(decoded.anomalies.map(({ path }) => path)).toEqual([
      'embedded[0].recipients',
      'embedded[1].recipients',
    ]);
    expect(decoded.message.attachments[1]?.embedded?.recipients).toHaveLength(1);
  });

  test('can be recorded by a container that counts for itself', () => {
    const log = new AnomalyLog(false, 1);
    reportRecipientLimit(7, 6, log.at('recipients'));
    expect(log.anomalies).toEqual([
      {
        code: 'limit-recipients',
        severity: 'error',
        loses: 'object',
        message: '7 recipients, more than 6; the rest was not read',
        path: 'recipients',
      },
    ]);
  });
});

describe('the code page', () => {
  /** The code pages of messages in one another, from the outermost. */
  function codePages(levels: readonly Partial<Written>[], setting: Setting = {}): number[] {
    let outermost: Written | undefined;
    for (const level of [...levels].reverse())
      outermost = { name: 'A', ...level, ...(outermost === undefined ? {} : { attachments: [outermost] }) };
    const found: number[] = [];
    let message: MessageObject | undefined = open(outermost!, setting).decoded.message;
    while (message !== undefined) {
      found.push(stored(message).codePage);
      message = message.attachments[0]?.embedded;
    }
    return found;
  }

  test.each<[string, Partial<Written>[], Setting, number[]]>([
    ['is 1252 where nobody says', [{}, {}], {}, [1252, 1252]],
    ['is that around the outermost message', [{}, {}], { around: 1250 }, [1250, 1250]],
    ['is inherited from the message around', [{ codePage: 1251 }, {}, {}], {}, [1251, 1251, 1251]],
    [
      'is a message’s own where it says',
      [{ codePage: 1251 }, { codePage: 1253 }, {}],
      {},
      [1251, 1253, 1253],
    ],
    ['is never inherited from the message within', [{}, { codePage: 1253 }], {}, [1252, 1253]],
    ['is the caller’s rather than that around', [{ codePage: 1251 }, {}], { codePage: 1254 }, [1251, 1254]],
    ['is the caller’s rather than that around the outermost', [{}], { codePage: 1254, around: 1250 }, [1254]],
    [
      'is what the container states rather than any',
      [{ codePage: 1251, statedCodePage: 932 }, {}],
      {},
      [932, 932],
    ],
    ['is stated against the caller too', [{ statedCodePage: 932 }, {}], { codePage: 1254 }, [932, 1254]],
  ])('%s', (_, levels, setting, expected) => {
    expect(codePages(levels, setting)).toEqual(expected);
  });

  test('is that of recipients and attachments too', () => {
    const { message } = open({ name: 'A', codePage: 1251, recipients: 1, attachments: [undefined] }).decoded;
    const stores = [message.properties, message.recipients[0], message.attachments[0]?.properties];
    expect(stores.map((store) => store?.get(text8))).toEqual(['д', 'д', 'д']);
  });
});

describe('damaged values', () => {
  const cut: Written = {
    name: 'A',
    recipients: 2,
    bytes: 3,
    attachments: [{ name: 'B', recipients: 1, bytes: 0 }],
  };

  test('are found when the damage is asked for, message after message', () => {
    const { decoded, reads } = open(cut, { part: 'winmail.dat' });
    expect(decoded.message.properties.state(number)).toBe('damaged');
    expect(reads).toEqual(['A met at ""', 'A properties']);
    expect(decoded.anomalies.map(({ code, path, part }) => [code, path, part])).toEqual(
      [
        '',
        'recipients[0]',
        'recipients[1]',
        'attachments[0]',
        'embedded[0]',
        'embedded[0].recipients[0]',
      ].map((path) => ['mapi-value-malformed', path, 'winmail.dat']),
    );
  });

  test('come after all damage that was met while reading', () => {
    const { decoded, log, messages } = open(cut, { limits: { recipients: 1 } });
    messages.readAll();
    expect(log.anomalies.map(({ code }) => code)).toEqual(['limit-recipients']);
    expect(decoded.anomalies.map(({ code }) => code).slice(0, 2)).toEqual([
      'limit-recipients',
      'mapi-value-malformed',
    ]);
  });

  test('stop a strict reading', () => {
    const { decoded } = open(cut, { strict: true });
    expect(() => decoded.anomalies).toThrow(FormatError);
  });
});

describe('when all is read', () => {
  test('the container may read what else there is, once and last', () => {
    const { decoded, reads } = open({ name: 'A' });
    decoded.readAll();
    decoded.readAll();
    expect(reads.filter((read) => read === 'finish')).toHaveLength(1);
    expect(reads.indexOf('finish')).toBe(reads.indexOf('A attachments') + 1);
  });

  test('the container is let go, and all of its messages stay', () => {
    const { decoded, reads } = open({ ...tree, recipients: 1 });
    decoded.readAll();
    const read = reads.length;
    const message = stored(decoded.message);
    const embedded = stored(message.attachments[2]?.embedded);
    for (const each of [message, embedded]) {
      expect(each.properties.get(number)).toBe(0);
      expect(each.codePage).toBe(1252);
      expect(each.names).toBe(noNames);
      expect(each.recipients).toHaveLength(each === message ? 1 : 0);
      expect(each.recipientCount).toEqual({ stated: 9, found: each === message ? 1 : 0 });
      expect(each.notCaptured).toEqual(['attachments']);
    }
    expect(reads).toHaveLength(read);
  });

  test('a message that was let go of cannot be checked again', () => {
    const { decoded } = open({ name: 'A' });
    decoded.readAll();
    expect(() => {
      stored(decoded.message).check(() => () => undefined);
    }).toThrow('nothing left to read');
  });
});

test('the note on how the message was found goes along', () => {
  expect(open({ name: 'A' }, { note: 'of a mail' }).decoded.note).toBe('of a mail');
  expect(open({ name: 'A' }).decoded.note).toBeUndefined();
});
