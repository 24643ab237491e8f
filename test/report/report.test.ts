import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { decodeMessage, diagnose } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import type { Message } from '../../src/index';
import type { Rule } from '../../src/rules/index';
import { displayWidth, padEnd, visible, wrap } from '../../src/report/layout';
import { formatAdvice, formatJson, formatSummary, formatText } from '../../src/report/command';
import { writeCompoundFile } from '../support/compound-file-writer';
import { exceptionOf, external, internal, meeting, meetingOf, ticks } from '../support/meetings';
import { long, mail, row } from '../support/messages';
import { msgNodes, writeMsg } from '../support/msg-writer';

const ZERO = { ...external, time: 0n };
const checked = (message: Message, path = 'x.msg') => ({ path, message, diagnosis: diagnose(message) });
const say = (message: Message): string => formatText(checked(message));

describe('text', () => {
  test('a defect: whether, for whom, why, what now', () => {
    expect(say(meeting([ZERO]))).toMatchInlineSnapshot(`
      "x.msg: LIKELY – a change or a cancellation sent from an unpatched Exchange 2003 would not reach 1 external attendee
        "Meeting"
        Row: Eve <eve@partner.example>: tracking status 3 (accepted), but PR_RECIPIENT_TRACKSTATUS_TIME is
             0 (1601-01-01 00:00)
             recipients[1].trackStatusTime, byte 2816 of the file
        Why: Exchange 2003 cannot convert that time when it sends to the Internet, so the whole message
             stays in the queue: because of 1 row, 1 external attendee misses it (KB 938650).
        Do:  If a change or a cancellation was sent, inform these people by ordinary email: Eve
             <eve@partner.example>."
    `);
  });

  test.each([
    [
      'healthy',
      meeting([external]),
      'x.msg: unlikely – nothing in the item blocks delivery; 1 answered ("Meeting")',
    ],
    [
      'nobody answered',
      meeting([{ ...external, status: 0, time: undefined }]),
      'x.msg: unlikely – nothing in the item blocks delivery; tracking status 0 for 1 external attendee: normal until they answer ("Meeting")',
    ],
    [
      'no meeting',
      decodeMessage(writeMsg(mail)),
      'x.msg: not-applicable – not a meeting (IPM.Note) ("Hello")',
    ],
  ])('%s: one line', (_, message, line) => {
    expect(say(message)).toBe(line);
  });

  test('an attendee’s copy: why it cannot tell, and what would', () => {
    const line = say(meeting([ZERO], { stateFlags: 3, responseStatus: 3 }));
    expect(line).toMatch(
      /^x\.msg: undetermined – an attendee's copy: .*The organizer's own calendar item, saved whole as \.msg, would settle it\.$/,
    );
  });

  test('nobody external: what may be hidden inside, and what to do where', () => {
    expect(say(meeting([{ ...internal, time: 0n }]))).toContain(
      'Do:  If the Exchange 2003 server still runs',
    );
  });

  test('damage is said, whatever the verdict', () => {
    const damaged = decodeMessage(writeMsg({ ...mail, recipients: [row('Ann', long(0x0c15, 1))] }));
    expect(say(damaged)).toContain(
      'Damage: Property 0C150003 occurs twice; the first counts (recipients[0],',
    );
  });

  test('names cannot move the cursor or turn the line around', () => {
    const said = say(meeting([{ ...ZERO, name: '\u001b[2Jx\u202egpj.exe\n' }]));
    expect(said).toContain(String.raw`\u{001B}[2Jx\u{202E}gpj.exe\u{000A}`);
    expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('emphasis is the caller’s', () => {
    const marked = formatText(checked(meeting([ZERO])), {
      emphasise: (emphasis, word) => `<${emphasis}>${word}</>`,
    });
    expect(marked).toMatch(/^<heading>x\.msg<\/>: <bad>LIKELY<\/> – /);
  });

  test('advice is given once, and only if something was found', () => {
    expect(formatAdvice([diagnose(meeting([external]))])).toBe('');
    const advice = formatAdvice([diagnose(meeting([ZERO]))]);
    expect(advice).toContain('https://mskb.pkisolutions.com/kb/938650');
    expect(advice).toContain('Nobody has verified that this helps');
  });

  test('findings of a rule without a verdict are told as that rule’s, not as the defect', () => {
    const message = meeting([external]);
    const rule = {
      meta: {
        id: 'own',
        title: 'own',
        severity: 'info',
        reference: '',
        aliases: [],
        messages: { many: () => 'too many people' },
      },
      check: () => ({
        outcome: 'fail',
        reasons: [],
        problems: [{ code: 'many', path: '', severity: 'info' }],
      }),
    } satisfies Rule;
    const said = formatText({ path: 'x.msg', message, diagnosis: diagnose(message, { rules: [rule] }) });
    expect(said).toBe('x.msg: FINDINGS – 1 finding\n  "Meeting"\n  What: too many people');
  });

  test('what other rules found is not told under a verdict that all is well', () => {
    const message = meeting([external], { end: ticks('2004-03-15T13:00') });
    const diagnosis = diagnose(message, { rules: recommendedRules });
    expect(diagnosis.verdict).toBe('unlikely');
    const said = formatText({ path: 'x.msg', message, diagnosis });
    expect(said).toMatch(/^x\.msg: FINDINGS – 1 finding\n/);
    expect(said).toContain('  What: it begins at 2004-03-15T14:00');
  });

  test('a question that stays open is told beside what other rules found, with what would settle it', () => {
    const nodes = msgNodes(describeMeeting(meetingOf([external, external])))
      .filter(({ name }) => name !== '__recip_version1.0_#00000002')
      .map((node) => (node.name === '__recip_version1.0_#00000001' ? { ...node, children: [] } : node));
    const message = decodeMessage(writeCompoundFile(nodes, 3).bytes);
    const diagnosis = diagnose(message, { rules: recommendedRules });
    expect(diagnosis.verdict).toBe('undetermined');
    const told = formatText({ path: 'x.msg', message, diagnosis });
    expect(told).toMatch(/^x\.msg: FINDINGS – 1 finding\n {2}Open: undetermined – this item does not show/);
    expect(told.replaceAll(/\s+/g, ' ')).toContain(
      'the recipient table may be incomplete: No property stream',
    );
    expect(told.replaceAll(/\s+/g, ' ')).toContain('An undamaged copy of the item would settle it.');
    const alone = diagnose(message);
    expect(formatText({ path: 'x.msg', message, diagnosis: alone })).not.toContain('Open:');
  });

  test('unreadable cells are named', () => {
    const written = meeting([{ ...external, status: 0 }]);
    expect(say(written)).toContain('cleared by an update');
  });

  test('a summary counts', () => {
    expect(
      formatSummary({
        verdicts: new Map([
          ['likely', 2],
          ['unlikely', 1],
          [undefined, 1],
        ] as const),
        skipped: 2,
        unreadable: 1,
      }),
    ).toBe('7 files: 2 likely, 1 unlikely, 1 not checked, 2 skipped (no messages)');
    expect(formatSummary({ verdicts: new Map([['unlikely', 1]] as const) })).toBe('1 file: 1 unlikely');
    expect(formatSummary({ verdicts: new Map() })).toBe('0 files');
  });
});

describe('layout', () => {
  test('wide and combining characters take the columns they take', () => {
    expect(displayWidth('山田a')).toBe(5);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(padEnd('山', 4)).toBe('山  ');
  });

  test('lines are broken between words and indented', () => {
    expect(wrap('Do: ', 'one two three', 10)).toBe('Do: one\n    two\n    three');
    expect(wrap('', 'unbreakably long', 5)).toBe('unbreakably\nlong');
  });

  test('what would act is written out; emoji and accents stay', () => {
    expect(visible('a\u0000b\u2028c\ufeffd\ud800')).toBe(String.raw`a\u{0000}b\u{2028}c\u{FEFF}d\u{D800}`);
    expect(visible('👩‍💻 é')).toBe('👩‍💻 é');
  });
});

describe('json', () => {
  const parse = (...files: Parameters<typeof formatJson>[0]) =>
    JSON.parse(formatJson(files)) as { files: Record<string, unknown>[] };

  test('a file: verdict, reasons, findings, recipients by name and by tag', () => {
    const [file] = parse(checked(meeting([ZERO]))).files;
    expect(file).toMatchObject({
      path: 'x.msg',
      kind: 'message',
      messageClass: 'IPM.Appointment',
      subject: 'Meeting',
      verdict: 'likely',
      findings: [
        {
          rule: 'cancellation-delivery',
          code: 'track-status-time-zero',
          severity: 'error',
          path: 'recipients[1].trackStatusTime',
          origin: { storage: '/__recip_version1.0_#00000001/__properties_version1.0' },
        },
      ],
      embedded: [],
      anomalies: [],
    });
    expect((file?.['recipients'] as object[])[1]).toMatchObject({
      trackStatus: 'accepted',
      trackStatusTime: { ticks: '0', kind: 'zero', iso: '1601-01-01T00:00:00.0000000Z' },
      properties: { '5FFF0003': 3, '5FFB0040': { ticks: '0', kind: 'zero' }, '3001001F': 'Eve' },
    });
  });

  test('values keep what JSON numbers cannot hold', () => {
    const odd = row(
      'Ann',
      { id: 0x6001, type: 0x0014, value: 2n ** 63n - 1n },
      { id: 0x6002, type: 0x0005, value: Number.POSITIVE_INFINITY },
      { id: 0x6003, type: 0x0102, value: Uint8Array.of(0xab, 0xcd) },
      { id: 0x6004, type: 0x001f, value: Uint8Array.of(0x41) },
      { id: 0x6005, type: 0x1014, value: [1n, -1n] },
      { id: 0x6006, type: 0x0102, value: new Uint8Array(70_000) },
      long(0x0c15, 9),
    );
    const [file] = parse(checked(decodeMessage(writeMsg({ ...mail, recipients: [odd] })))).files;
    expect((file?.['recipients'] as { properties: object }[])[0]?.properties).toMatchObject({
      '60010014': '9223372036854775807',
      '60020005': 'Infinity',
      '60030102': 'abcd',
      '6004001F': { state: 'damaged', bytes: '41' },
      '60051014': ['1', '-1'],
      '60060102': { state: 'not-loaded', size: 70_000 },
      '0C150003': 1,
    });
    expect(file?.['anomalies']).toMatchObject([
      { code: 'msg-duplicate-property' },
      { code: 'mapi-value-malformed' },
    ]);
  });

  test('exceptions have no verdict of their own, embedded items have', () => {
    const [file] = parse(checked(meeting([external], { exceptions: [exceptionOf([ZERO])] }))).files;
    expect(file).toMatchObject({
      verdict: 'likely',
      embedded: [
        {
          path: 'embedded[0]',
          kind: 'exception',
          verdict: null,
          findings: [{ path: 'embedded[0].recipients[1].trackStatusTime' }],
        },
      ],
    });
  });

  test('the findings of thousands of embedded items stand where they belong', () => {
    const attachments = Array.from({ length: 2000 }, () => ({
      properties: [long(0x3705, 5)],
      message: mail,
    }));
    const message = decodeMessage(writeMsg({ ...mail, attachments }));
    const [file] = parse(checked(message)).files as { embedded: { reasons: { path: string }[] }[] }[];
    const paths = file?.embedded[1999]?.reasons.map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(['embedded[1999]']);
  });

  test('paths of anomalies begin at the file’s message, in embedded entries too', () => {
    const inner = { ...mail, recipients: [row('Ann', long(0x0c15, 1))] };
    const message = decodeMessage(
      writeMsg({ ...mail, attachments: [{ properties: [long(0x3705, 5)], message: inner }] }),
    );
    const [file] = parse(checked(message)).files as { embedded: { anomalies: { path: string }[] }[] }[];
    expect(file?.embedded[0]?.anomalies.map(({ path }) => path)).toEqual(['embedded[0].recipients[0]']);
  });

  test('a file that could not be read says why', () => {
    const error = Object.assign(new Error('cut'), { code: 'cfb-header-short', offset: 7 });
    expect(parse({ path: 'y.msg', error }).files).toEqual([
      { path: 'y.msg', error: { code: 'cfb-header-short', message: 'cut', offset: 7 } },
    ]);
  });
});
