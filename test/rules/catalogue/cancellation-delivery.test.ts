import { describe, expect, test } from 'vitest';
import type { Attendee, Meeting } from '../../../samples/build/meeting';
import { cancellationDelivery } from '../../../src/rules/index';
import { decodeMessage, diagnose } from '../../../src/index';
import type { Diagnosis, Message } from '../../../src/index';
import { messages } from '../../../src/rules/catalogue/cancellation-delivery/wording';
import { writeCompoundFile } from '../../support/compound-file-writer';
import type { WrittenNode, WrittenStorage } from '../../support/compound-file-writer';
import { describe as describeMeeting, meetingObjectId } from '../../../samples/build/meeting';
import { common } from '../../../samples/build/sound-meeting';
import {
  exceptionOf,
  external,
  internal,
  meeting,
  meetingOf,
  organizer,
  ticks,
} from '../../support/meetings';
import { long, text } from '../../support/messages';
import { msgNodes, writeMsg } from '../../support/msg-writer';

const ZERO = { ...external, time: 0n };
const UNANSWERED: Attendee = { name: 'Uma', address: 'uma@partner.example', status: 0 };

function codes({ results }: Diagnosis): string[] {
  const own = results.filter(({ rule }) => rule === 'cancellation-delivery');
  return own.flatMap(({ reasons, findings }) => [...reasons, ...findings].map(({ code }) => code));
}

describe('rows', () => {
  const HOUR = 36_000_000_000n;
  const NO_DATE = 0x0cb34557a3dd4000n;
  const valid = ticks('2004-03-03T10:15');
  const rows: readonly [
    status: number | undefined,
    time: bigint | undefined,
    code: string,
    verdict: string,
  ][] = [
    [0, 0n, 'track-status-time-zero', 'likely'],
    [2, 0n, 'track-status-time-zero', 'likely'],
    [3, 0n, 'track-status-time-zero', 'likely'],
    [4, 0n, 'track-status-time-zero', 'likely'],
    [5, 0n, 'track-status-time-zero', 'likely'],
    [99, 0n, 'track-status-time-zero', 'likely'],
    [undefined, 0n, 'track-status-time-zero', 'likely'],
    [3, 1n, 'track-status-time-unusable', 'possible'],
    [3, 38n * HOUR - 1n, 'track-status-time-unusable', 'possible'],
    [3, 38n * HOUR, 'answered', 'unlikely'],
    [3, 2n ** 63n, 'track-status-time-unusable', 'possible'],
    [3, 2n ** 63n - 1n, 'track-status-time-unusable', 'possible'],
    [3, 2_650_467_744_000_000_000n, 'track-status-time-unusable', 'possible'],
    [3, 2_650_467_743_999_999_999n, 'answered', 'unlikely'],
    [3, valid, 'answered', 'unlikely'],
    [undefined, valid, 'time-without-status', 'unlikely'],
    [5, valid, 'track-status-undocumented', 'unlikely'],
    [0, valid, 'cleared-by-update', 'unlikely'],
    [3, NO_DATE, 'no-date', 'unlikely'],
    [0, NO_DATE, 'no-date', 'unlikely'],
    [0, undefined, 'unanswered', 'unlikely'],
    [undefined, undefined, 'unanswered', 'unlikely'],
    [2, undefined, 'response-without-time', 'unlikely'],
    [3, undefined, 'response-without-time', 'unlikely'],
    [4, undefined, 'response-without-time', 'unlikely'],
    [1, undefined, 'track-status-undocumented', 'unlikely'],
    [5, undefined, 'track-status-undocumented', 'unlikely'],
    [99, undefined, 'track-status-undocumented', 'unlikely'],
  ];
  test.each(rows)('status %s and time %s: %s, %s', (status, time, code, verdict) => {
    const { name, address } = external;
    const attendee = {
      name,
      address,
      ...(status === undefined ? {} : { status }),
      ...(time === undefined ? {} : { time }),
    };
    const diagnosis = diagnose(meeting([attendee]));
    expect(codes(diagnosis)).toContain(code);
    expect(diagnosis.verdict).toBe(verdict);
  });

  test.each([
    ['the organizer', { ...ZERO, flags: 3 }, 'organizer-row'],
    ['the sender by address', { ...ZERO, address: organizer.address, addressType: 'EX' }, 'sender-row'],
    ['the sender, in other letters', { ...ZERO, address: organizer.address.toUpperCase() }, 'sender-row'],
    ['removed from the exception', { ...ZERO, flags: 0x21 }, 'deleted-from-exception'],
  ])('%s is not judged', (_, attendee, code) => {
    const diagnosis = diagnose(meeting([{ ...attendee, time: 1n }, external]));
    expect(codes(diagnosis)).toContain(code);
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.verdict).toBe('unlikely');
    // but a zero there cannot be converted either
    expect(diagnose(meeting([attendee, external]))).toMatchObject({
      verdict: 'possible',
      findings: [
        { code: 'zero-in-unjudged-row', severity: 'warning', path: 'recipients[1].trackStatusTime' },
      ],
      explanation: { cause: 'zero-unjudged' },
    });
    const received = meeting([attendee, external], { stateFlags: 3, responseStatus: 3 });
    expect(diagnose(received).verdict).toBe('undetermined');
  });

  test('what lies in Sent Items is the sender’s copy, whatever transport left on it', () => {
    const changes = {
      messageClass: 'IPM.Schedule.Meeting.Canceled',
      receivedBy: 'Olivia',
      exceptions: [exceptionOf([ZERO])],
    };
    const sent = meeting([ZERO], changes);
    expect(diagnose(sent).verdict).toBe('undetermined');
    const known = diagnose(sent, { isInSentItems: true });
    expect(known.verdict).toBe('likely');
    expect(known.findings.map(({ path }) => path)).toEqual([
      'recipients[1].trackStatusTime',
      'embedded[0].recipients[1].trackStatusTime',
    ]);
    // of a calendar item its own signals tell
    const copy = meeting([ZERO], { stateFlags: 3, responseStatus: 3 });
    expect(diagnose(copy, { isInSentItems: true }).verdict).toBe('undetermined');
  });

  test('an item of Outlook 2013 or later is possible only, unless it is older than that', () => {
    const verdict = (name: string, changes: Partial<Meeting> = {}) => {
      const written = describeMeeting(meetingOf([ZERO], changes));
      const properties = [...written.properties, { id: common(0x8554), type: 0x001f, value: name }];
      return diagnose(decodeMessage(writeMsg({ ...written, properties })));
    };
    const objectId = meetingObjectId(); // without the time at which it was made
    objectId.fill(0, 20, 28);
    const of2016 = { created: ticks('2016-01-01T08:00'), modified: ticks('2016-01-02T08:00'), objectId };
    expect(verdict('15.0', of2016).verdict).toBe('possible');
    expect(codes(verdict('16.0', of2016))).toContain('later-outlook');
    expect(verdict('14.0', of2016).verdict).toBe('likely');
    expect(verdict('16.0').verdict).toBe('likely'); // of 2004, saved by whoever archived it
    expect(verdict('16.0', { ...of2016, criticalChange: ticks('2012-12-31T08:00') }).verdict).toBe('likely');
  });

  test('an address that is Outlook’s UNKNOWN makes nobody the sender', () => {
    const nobody = { ...ZERO, address: 'UNKNOWN', addressType: 'UNKNOWN' };
    const written = describeMeeting(meetingOf([nobody]));
    const sent = [0x0064, 0x0065].map((id) => text(id, 'UNKNOWN'));
    const properties = [...written.properties.filter(({ id }) => id !== 0x0064 && id !== 0x0065), ...sent];
    const diagnosis = diagnose(decodeMessage(writeMsg({ ...written, properties })));
    expect(codes(diagnosis)).not.toContain('sender-row');
    expect(codes(diagnosis)).toContain('track-status-time-zero');
  });

  test('a time of another type, or an error in its place, cannot be told', () => {
    for (const odd of [long(0x5ffb, 0), { id: 0x5ffb, type: 0x000a, value: 0x8004010f | 0 }]) {
      const written = describeMeeting(meetingOf([external]));
      const [first = [], second = []] = written.recipients ?? [];
      const rows = [first, [...second.filter(({ id }) => id !== 0x5ffb), odd]];
      const diagnosis = diagnose(decodeMessage(writeMsg({ ...written, recipients: rows })));
      expect(diagnosis.verdict).toBe('undetermined');
      expect(codes(diagnosis)).toContain('track-status-time-unreadable');
    }
  });
});

describe('items', () => {
  const items: readonly [what: string, message: Message, verdict: string, outcome: string, exit: string[]][] =
    [
      ['a defect on the organizer’s copy, somebody external', meeting([ZERO]), 'likely', 'fail', ['error']],
      [
        'an internal row blocks the external ones',
        meeting([{ ...internal, time: 0n }, UNANSWERED]),
        'likely',
        'fail',
        ['error'],
      ],
      ['nobody external', meeting([{ ...internal, time: 0n }]), 'possible', 'open', ['warning']],
      [
        'the copy unknown',
        meeting([ZERO], { stateFlags: undefined, responseStatus: undefined }),
        'possible',
        'open',
        ['warning'],
      ],
      [
        'the copy contradictory',
        meeting([ZERO], { stateFlags: 1, responseStatus: 3 }),
        'possible',
        'open',
        ['warning'],
      ],
      [
        'an attendee’s copy',
        meeting([ZERO], { stateFlags: 3, responseStatus: 3 }),
        'undetermined',
        'open',
        [],
      ],
      [
        'healthy, the copy unknown',
        meeting([external], { stateFlags: undefined, responseStatus: undefined }),
        'undetermined',
        'open',
        [],
      ],
      ['healthy', meeting([external, UNANSWERED]), 'unlikely', 'pass', []],
      ['nobody invited yet', meeting([]), 'unlikely', 'pass', []],
      ['no rows', meeting([], { attendees: [] }), 'undetermined', 'open', []],
      [
        'an appointment of one’s own',
        meeting([], { stateFlags: 0, responseStatus: 0 }),
        'not-applicable',
        'not-applicable',
        [],
      ],
      [
        'mail with the same cells',
        meeting([ZERO], { messageClass: 'IPM.Note' }),
        'not-applicable',
        'not-applicable',
        [],
      ],
      [
        'a reply',
        meeting([ZERO], { messageClass: 'IPM.Schedule.Meeting.Resp.Pos' }),
        'not-applicable',
        'not-applicable',
        [],
      ],
      [
        'a sent cancellation',
        meeting([ZERO], { messageClass: 'IPM.Schedule.Meeting.Canceled', stateFlags: 7, responseStatus: 5 }),
        'likely',
        'fail',
        ['error'],
      ],
      [
        'a received one',
        meeting([ZERO], {
          messageClass: 'IPM.Schedule.Meeting.Canceled',
          stateFlags: 7,
          responseStatus: 5,
          receivedBy: 'Eve',
        }),
        'undetermined',
        'open',
        [],
      ],
    ];
  test.each(items)('%s', (_, message, verdict, outcome, severities) => {
    const diagnosis = diagnose(message);
    expect(diagnosis.verdict).toBe(verdict);
    expect(diagnosis.results[0]).toMatchObject({ rule: 'cancellation-delivery', outcome, verdict });
    expect(diagnosis.findings.map(({ severity }) => severity)).toEqual(severities);
  });

  test('every reason has words, and a finding knows its bytes', () => {
    for (const [, message] of items) {
      for (const { message: words, code } of diagnose(message).results.flatMap(({ reasons, findings }) => [
        ...reasons,
        ...findings,
      ])) {
        expect(words, code).not.toBe(code);
        expect(words, code).not.toMatch(/undefined/);
      }
    }
    const bytes = writeMsg(describeMeeting(meetingOf([ZERO])));
    const [finding] = diagnose(decodeMessage(bytes)).findings;
    const { offset = -1 } = finding?.origin ?? {};
    expect(bytes.subarray(offset - 8, offset)).toEqual(Uint8Array.of(0x40, 0, 0xfb, 0x5f, 6, 0, 0, 0));
    expect(bytes.subarray(offset, offset + 8)).toEqual(new Uint8Array(8));
  });

  test('no tracking status, whatever it is, is a finding without the time', () => {
    for (const status of [0, 1, 2, 3, 4, 5, 42]) {
      expect(diagnose(meeting([{ ...UNANSWERED, status }])).findings).toEqual([]);
    }
  });

  test('the procedure’s last step is answered: whose tracking status is 0', () => {
    const { results } = diagnose(
      meeting([UNANSWERED, { ...UNANSWERED, name: 'Una', addressType: 'EX' }, external]),
    );
    expect(results[0]?.reasons.find(({ code }) => code === 'tracking-status-none')).toMatchObject({
      values: { count: 2, external: 1 },
      message: 'tracking status 0 for 2 attendees (1 external): normal until they answer',
    });
  });
});

describe('exceptions', () => {
  test('the worst table decides, and the path leads to it', () => {
    const message = meeting([external], { exceptions: [exceptionOf([external]), exceptionOf([ZERO])] });
    const { verdict, findings } = diagnose(message);
    expect(verdict).toBe('likely');
    expect(findings.map(({ path }) => path)).toEqual(['embedded[1].recipients[1].trackStatusTime']);
    expect(message.embedded[1]?.recipients[1]?.trackStatusTime?.kind).toBe('zero');
  });

  test('a defect in a table without external attendees blocks nothing yet', () => {
    const message = meeting([external], { exceptions: [exceptionOf([{ ...internal, time: 0n }])] });
    expect(diagnose(message).verdict).toBe('possible');
  });

  test('an exception without rows inherits the series’ and changes nothing', () => {
    expect(diagnose(meeting([external], { exceptions: [exceptionOf([], { attendees: [] })] })).verdict).toBe(
      'unlikely',
    );
  });

  test('a silent exception of a sent request is the organizer’s, of a received one an attendee’s', () => {
    const request = { messageClass: 'IPM.Schedule.Meeting.Request', stateFlags: 3, responseStatus: 5 };
    const exceptions = [exceptionOf([ZERO])];
    expect(diagnose(meeting([external], { ...request, exceptions })).verdict).toBe('likely');
    expect(diagnose(meeting([external], { ...request, exceptions, receivedBy: 'Eve' }))).toMatchObject({
      verdict: 'undetermined',
      findings: [],
    });
  });

  test('an exception that says more than its series is judged by what it says', () => {
    const exceptions = [exceptionOf([ZERO], { stateFlags: 1, responseStatus: 1 })];
    expect(diagnose(meeting([], { stateFlags: 0, responseStatus: 0, exceptions })).verdict).toBe('likely');
  });

  test('the attachment makes an exception, whatever is left of its class', () => {
    const exceptions = [exceptionOf([ZERO], { messageClass: 'IPM.Something' })];
    const message = meeting([external], { exceptions });
    expect(message.embedded[0]?.kind).toBe('exception');
    expect(diagnose(message).verdict).toBe('likely');
  });

  test('an exception in a mail is an item of its own, and so is what an exception embeds', () => {
    const alone = decodeMessage(
      writeMsg({
        properties: [{ id: 0x001a, type: 0x001f, value: 'IPM.Note' }],
        attachments: [
          {
            properties: [long(0x3705, 5), long(0x7ffd, 2)],
            message: describeMeeting(exceptionOf([ZERO], { stateFlags: 1 })),
          },
        ],
      }),
    );
    expect(diagnose(alone)).toMatchObject({
      verdict: 'likely',
      findings: [{ path: 'embedded[0].recipients[1].trackStatusTime' }],
    });
    const written = describeMeeting(meetingOf([external], { exceptions: [exceptionOf([external])] }));
    const [exception] = written.attachments!;
    const inner = {
      ...exception!.message!,
      attachments: [{ properties: [long(0x3705, 5)], message: describeMeeting(meetingOf([ZERO])) }],
    };
    const nested = decodeMessage(writeMsg({ ...written, attachments: [{ ...exception!, message: inner }] }));
    expect(diagnose(nested).findings.map(({ path }) => path)).toEqual([
      'embedded[0].embedded[0].recipients[1].trackStatusTime',
    ]);
  });

  test('one that could not be read keeps the series from being called healthy', () => {
    const bytes = writeMsg(describeMeeting(meetingOf([external], { exceptions: [exceptionOf([ZERO])] })));
    expect(diagnose(decodeMessage(bytes)).verdict).toBe('likely');
    expect(diagnose(decodeMessage(bytes, { limits: { embeddedDepth: 0 } })).verdict).toBe('undetermined');
  });

  test('those of an attendee’s copy are not judged', () => {
    const message = meeting([external], {
      stateFlags: 3,
      responseStatus: 3,
      exceptions: [exceptionOf([ZERO])],
    });
    expect(diagnose(message)).toMatchObject({ verdict: 'undetermined', findings: [] });
  });
});

describe('damage', () => {
  const nodes = msgNodes(describeMeeting(meetingOf([external, UNANSWERED])));
  const damaged = (change: (node: WrittenNode) => WrittenNode): Message =>
    decodeMessage(writeCompoundFile(nodes.map(change)).bytes);

  test('a table that may lack rows is not called healthy', () => {
    const message = damaged((node) => (node.name.endsWith('#00000001') ? { ...node, children: [] } : node));
    const diagnosis = diagnose(message);
    expect(diagnosis.verdict).toBe('undetermined');
    expect(codes(diagnosis)).toContain('table-damaged');
  });

  test('a message whose class is lost is not called "no meeting"', () => {
    const message = damaged((node) =>
      node.name === '__substg1.0_001A001F' ? { ...node, name: 'gone' } : node,
    );
    const diagnosis = diagnose(message);
    expect(diagnosis.verdict).toBe('undetermined');
    expect(codes(diagnosis)).toEqual(['class-lost']);
  });

  test('traces of transport that may be lost prove nothing by their absence', () => {
    const received = {
      messageClass: 'IPM.Schedule.Meeting.Canceled',
      stateFlags: 7,
      responseStatus: 5,
      receivedBy: 'Eve',
    };
    const written = msgNodes(describeMeeting(meetingOf([ZERO], received)));
    const cut = written.map((node) =>
      node.name === '__properties_version1.0'
        ? { ...node, data: (node as { data: Uint8Array }).data.subarray(0, 32 + 16 * 5 + 3) }
        : node,
    );
    // whom it came to is found without its entry
    expect(diagnose(decodeMessage(writeCompoundFile(cut).bytes)).verdict).toBe('undetermined');
    const lost = cut.filter(({ name }) => !name.startsWith('__substg1.0_0040'));
    const diagnosis = diagnose(decodeMessage(writeCompoundFile(lost).bytes));
    expect(diagnosis.verdict).toBe('possible');
    expect(codes(diagnosis)).toContain('copy-lost');
  });

  test('an attendee’s copy whose name map is damaged is not taken for the organizer’s', () => {
    const copy = describeMeeting(
      meetingOf([ZERO, { ...internal, role: 3 }], { stateFlags: 3, responseStatus: 3 }),
    );
    expect(diagnose(decodeMessage(writeMsg(copy))).verdict).toBe('undetermined');
    const withMap = (change: (node: WrittenNode) => WrittenNode[]): Message =>
      decodeMessage(
        writeCompoundFile(
          msgNodes(copy).flatMap((node) => (node.name === '__nameid_version1.0' ? change(node) : [node])),
        ).bytes,
      );
    const emptied = (stream: string) => (node: WrittenNode) => [
      {
        ...node,
        children: (node as WrittenStorage).children.map((child) =>
          child.name === stream ? { name: stream, data: new Uint8Array(0) } : child,
        ),
      },
    ];
    for (const change of [() => [], emptied('__substg1.0_00030102'), emptied('__substg1.0_00020102')]) {
      const diagnosis = diagnose(withMap(change));
      expect(diagnosis.verdict).toBe('possible');
      expect(codes(diagnosis)).toContain('copy-lost');
    }
  });

  test('the verdict does not depend on how many anomalies are kept', () => {
    const bytes = writeCompoundFile(
      nodes.map((node) => (node.name.endsWith('#00000001') ? { ...node, children: [] } : node)),
    ).bytes;
    expect(diagnose(decodeMessage(bytes)).verdict).toBe('undetermined');
    expect(diagnose(decodeMessage(bytes, { limits: { anomalies: 0 } })).verdict).toBe('undetermined');
  });

  test('damage elsewhere does not matter', () => {
    const message = damaged((node) =>
      node.name === '__substg1.0_0042001F' ? { ...node, name: 'gone' } : node,
    );
    expect(message.anomalies).toHaveLength(1);
    expect(diagnose(message).verdict).toBe('unlikely');
  });

  test('a defect in a damaged table is found all the same', () => {
    const written = msgNodes(describeMeeting(meetingOf([ZERO, UNANSWERED])));
    const message = decodeMessage(
      writeCompoundFile(
        written.map((node) => (node.name.endsWith('#00000002') ? { ...node, children: [] } : node)),
      ).bytes,
    );
    expect(diagnose(message).verdict).toBe('likely');
  });
});

test('items embedded in a mail are judged, and the gravest verdict is the file’s', () => {
  const written = describeMeeting(meetingOf([ZERO]));
  const healthy = describeMeeting(meetingOf([external]));
  const outer = meetingOf([], {
    messageClass: 'IPM.Note',
    subject: 'See attached',
  } satisfies Partial<Meeting>);
  const message = decodeMessage(
    writeMsg({
      ...describeMeeting(outer),
      attachments: [healthy, written].map((inner) => ({ properties: [long(0x3705, 5)], message: inner })),
    }),
  );
  const { verdict, results, findings } = diagnose(message, { rules: [cancellationDelivery] });
  expect(verdict).toBe('likely');
  expect(results.map(({ path, verdict: each }) => [path, each])).toEqual([
    ['', 'not-applicable'],
    ['embedded[0]', 'unlikely'],
    ['embedded[1]', 'likely'],
  ]);
  expect(findings.map(({ path }) => path)).toEqual(['embedded[1].recipients[1].trackStatusTime']);
});

describe('what a verdict means is said by the tables that brought it about', () => {
  const explanationOf = (message: Message) => diagnose(message).explanation!;

  test('every verdict is explained, and nothing names a registry value', () => {
    for (const message of [
      meeting([ZERO]),
      meeting([{ ...internal, time: 0n }]),
      meeting([external]),
      meeting([]),
      meeting([ZERO], { stateFlags: 3, responseStatus: 3 }),
      meeting([], { messageClass: 'IPM.Note' }),
    ]) {
      const { explanation, verdict } = diagnose(message);
      expect(explanation?.summary, verdict).toMatch(/\w/);
      expect(JSON.stringify([explanation, Object.values(messages).map(String)])).not.toMatch(
        /HKEY|CurrentControlSet|regedit|REG_|DWORD/i,
      );
    }
  });

  test('likely: tell the attendees, even if another table has nobody external', () => {
    const message = meeting([ZERO], { exceptions: [exceptionOf([{ ...internal, time: 0n }])] });
    expect(explanationOf(message)).toMatchObject({
      summary:
        'a change or a cancellation sent from an unpatched Exchange 2003 would not reach 1 external attendee',
      todo: [
        'If a change or a cancellation was sent, inform these people by ordinary email: Eve <eve@partner.example>.',
        expect.stringContaining('FixRecipientTrackStatusTime'),
        expect.stringContaining('archive'),
        expect.stringContaining('Nobody has verified'),
      ],
    });
  });

  test('a person in the series and in an exception counts once', () => {
    const message = meeting([ZERO], { exceptions: [exceptionOf([ZERO])] });
    expect(explanationOf(message).summary).toContain('1 external attendee');
  });

  test('a suspect time is not called the documented defect', () => {
    const { why, todo } = explanationOf(meeting([{ ...external, time: 2n ** 63n }]));
    expect(why).toContain('no source documents it');
    expect(todo?.[0]).not.toContain('have not heard');
  });

  test('nobody external: it may be hidden inside; unknown: that is said', () => {
    expect(explanationOf(meeting([{ ...internal, time: 0n }])).why).toContain('KB 969254');
    const unknown = diagnose(meeting([{ ...ZERO, addressType: '' }]));
    expect(codes(unknown)).toContain('address-type-unknown');
    expect(codes(unknown)).not.toContain('no-external-recipient');
    expect(unknown.explanation?.todo?.[0]).toMatch(/^Find out which .*: Eve <eve@partner\.example>\.$/);
  });

  test('a suspect row among colleagues blocks nothing yet either', () => {
    expect(codes(diagnose(meeting([{ ...internal, time: 1n }])))).toContain('no-external-recipient');
  });

  test('undetermined: what would tell depends on why it cannot be told', () => {
    expect(explanationOf(meeting([ZERO], { stateFlags: 3, responseStatus: 3 })).settle).toContain(
      "organizer's own",
    );
  });
});

describe('the procedure’s last step is always answered', () => {
  test('on an attendee’s copy, by name', () => {
    const { results } = diagnose(meeting([UNANSWERED], { stateFlags: 3, responseStatus: 3 }));
    const reason = results[0]?.reasons.find(({ code }) => code === 'tracking-status-none');
    expect(reason?.values).toMatchObject({
      count: 1,
      external: 1,
      people: [{ name: 'Uma', address: 'uma@partner.example' }],
    });
  });

  test('a status of 0 beside a time is not called normal', () => {
    const { results } = diagnose(meeting([{ ...ZERO, status: 0 }, UNANSWERED]));
    expect(results[0]?.reasons.find(({ code }) => code === 'tracking-status-none')?.message).toBe(
      'tracking status 0 for 2 external attendees: it means nothing by itself; the time decides',
    );
  });
});
