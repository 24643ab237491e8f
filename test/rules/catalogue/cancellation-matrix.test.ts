import { describe, expect, test } from 'vitest';
import { describe as describeMeeting, organizer, ticks } from '../../../samples/build/meeting';
import { cancellationDelivery } from '../../../src/rules/index';
import { decodeMessage, diagnose, FileTime } from '../../../src/index';
import type { Diagnosis, DiagnoseOptions, Message } from '../../../src/index';
import type {
  DeliveryReport,
  EventLog,
  Evidence,
  LoggedEvent,
  ReplyEvidence,
} from '../../../src/evidence/index';
import { writeCompoundFile } from '../../support/compound-file-writer';
import { exceptionClass, exceptionOf, meetingOf } from '../../support/meetings';
import { msgNodes } from '../../support/msg-writer';
import type { Meeting } from '../../../samples/build/meeting';
import type { WrittenMessage, WrittenProperty } from '../../support/msg-writer';
import { itemCopy, itemVerdict, rowVerdict } from '../../support/verdict-oracle';
import type {
  EventCase,
  ItemCase,
  ItemVerdict,
  ReportCase,
  RowCase,
  RowVerdict,
  SendingCase,
  TableCase,
} from '../../support/verdict-oracle';

// every meeting here was created on 2004-03-01 and last sent or changed on 2004-03-12 at 16:30 UTC
const CHANGED = ticks('2004-03-12T16:30');
const HOUR = 36_000_000_000n;
const VALID = ticks('2004-03-03T10:15');
const NO_DATE = 0x0cb34557a3dd4000n;
const YEAR_10000 = 2_650_467_744_000_000_000n;
const E_FAIL = -2147467259;
const none = { anomalies: [], suppressedAnomalies: 0 } as const;

// ---- what is written

interface WrittenRow extends RowCase {
  /** What lists the page at place of a damaged cell. */
  readonly damage?: 'error' | 'other-type';
  readonly sender?: 'representing' | 'sender';
  readonly mailbox?: string;
}

/** A cell of the matrix: what the oracle is told, and what only the writer needs. */
interface Cell extends ItemCase {
  readonly rows: readonly WrittenRow[];
  readonly exceptions: readonly (TableCase & { readonly rows: readonly WrittenRow[] })[];
  /** The property that transport left. */
  readonly transport?: number;
  readonly replies?: readonly Evidence[];
  readonly replied?: readonly string[];
}

const DELEGATE = '/o=Example/cn=delegate';
const organizerRow: WrittenRow = {
  flags: 3,
  isSender: true,
  sender: 'representing',
  addressType: 'EX',
  status: 0,
  time: 'absent',
};

function addressOf({ sender, addressType, mailbox = 'eve' }: WrittenRow): string {
  if (sender === 'representing') return organizer.address;
  if (sender === 'sender') return DELEGATE;
  return addressType === 'EX' ? `/o=Example/cn=${mailbox}` : `${mailbox}@partner.example`;
}

/** The cell itself, or what stands in its place. */
function oddCell(
  id: number,
  type: number,
  row: WrittenRow,
  value: number | bigint | string,
): WrittenProperty[] {
  if (value === 'absent') return [];
  if (value !== 'damaged') return [{ id, type, value }];
  if (row.damage === 'other-type') return [{ id, type: 0x000b, value: false }];
  return [{ id, type: 0x000a, value: 0x8004010f | 0 }];
}

function cellsOf(row: WrittenRow, index: number): WrittenProperty[] {
  const long = (id: number, value: number): WrittenProperty => ({ id, type: 0x0003, value });
  const text = (id: number, value: string): WrittenProperty => ({ id, type: 0x001f, value });
  const { addressType, mailbox = 'eve' } = row;
  return [
    long(0x3000, index),
    long(0x0c15, row.isResource === true ? 3 : 1),
    text(0x3001, row.sender ?? mailbox),
    ...(addressType === '' ? [] : [text(0x3002, addressType)]),
    text(0x3003, addressOf(row)),
    long(0x0ffe, 6),
    long(0x3900, row.displayType ?? 0),
    ...(row.flags === undefined ? [] : [long(0x5ffd, row.flags)]),
    ...oddCell(0x5fff, 0x0003, row, row.status),
    ...oddCell(0x5ffb, 0x0040, row, row.time),
  ];
}

/** The times of an item that was last sent at the moment that all cells share. */
function timesOf(sending: SendingCase): Partial<Meeting> {
  const later = CHANGED + 99n * HOUR;
  switch (sending) {
    case 'submit':
      return { submitted: CHANGED };
    case 'critical':
      return { criticalChange: CHANGED, modified: later };
    case 'modified':
      return {};
    case 'saved':
      return { created: CHANGED, modified: CHANGED + 20_000_000n };
    case 'none':
      return { modified: null };
  }
}

function writtenOf(cell: Cell): WrittenMessage {
  const { messageClass, stateFlags, responseStatus } = cell;
  const exceptions = cell.exceptions.map((table) =>
    exceptionOf([], { stateFlags: table.stateFlags, responseStatus: table.responseStatus }),
  );
  const times = timesOf(cell.sending ?? 'modified');
  const item = { messageClass, stateFlags, responseStatus, exceptions, ...times };
  const written = describeMeeting(meetingOf([], item));
  const more: WrittenProperty[] = [
    { id: 0x0c1e, type: 0x001f, value: 'EX' },
    { id: 0x0c1f, type: 0x001f, value: DELEGATE },
  ];
  if (cell.transport === 0x003f) more.push({ id: 0x003f, type: 0x0102, value: Uint8Array.of(1, 2, 3) });
  else if (cell.transport !== undefined) more.push({ id: cell.transport, type: 0x001f, value: 'Eve' });
  return {
    properties: [...written.properties, ...more],
    recipients: cell.rows.map(cellsOf),
    attachments: (written.attachments ?? []).map(({ properties, message }, index) => ({
      properties,
      message: {
        properties: message?.properties ?? [],
        recipients: cell.exceptions[index]?.rows.map(cellsOf) ?? [],
      },
    })),
  };
}

/** The item as a file; in a damaged table the last row has lost its properties. */
function messageOf(cell: Cell): Message {
  const last = `#${(cell.rows.length - 1).toString(16).toUpperCase().padStart(8, '0')}`;
  const nodes = msgNodes(writtenOf(cell)).map((node) =>
    cell.isDamaged === true && node.name === `__recip_version1.0_${last}` ? { ...node, children: [] } : node,
  );
  return decodeMessage(writeCompoundFile(nodes).bytes);
}

// ---- evidence

const IDS = { mdb: '3F2504E0-4F89-11D3-9A0C-0305E82C3301', fid: '1-2A', mid: '1-3F' } as const;

function loggedEvent(event: EventCase): LoggedEvent {
  const { source, category, call, code, after, isZoneKnown } = event;
  const time = new FileTime(CHANGED + BigInt(after ?? 0) * 10_000_000n);
  return {
    ...IDS,
    source,
    category,
    call,
    code,
    time:
      after === undefined
        ? undefined
        : { time, alternative: undefined, zone: isZoneKnown ? 'utc' : 'unstated' },
    mid: event.ids === 'other' ? '9-9' : (event.message ?? IDS.mid),
    file: '',
    id: 327,
    type: 'warning',
    computer: 'MAIL1',
    recordNumber: 1,
    strings: [call, String(code), IDS.mdb, IDS.fid, IDS.mid, ''],
    text: undefined,
    origin: {},
  };
}

function logsOf(events: readonly EventCase[]): EventLog[] {
  return events.length === 0
    ? []
    : [{ kind: 'event-log', form: 'evt', events: events.map(loggedEvent), ...none }];
}

/** Whether it is the row of Eve by her address. */
const isEve = (row: WrittenRow): boolean => addressOf(row) === 'eve@partner.example';

function reportsOf({ report, rows }: Cell): DeliveryReport[] {
  if (report === undefined) return [];
  const status = {
    code: report.status,
    meaning: report.status === '4.4.7' ? 'queue-expired' : 'other',
    recipient: !report.namesRecipient
      ? undefined
      : rows.some(isEve)
        ? 'eve@partner.example'
        : 'zoe@x.example',
    action: report.action,
    text: '',
  } as const;
  const { sent } = report;
  const original = {
    subject: subjects[report.subject],
    messageId: undefined,
    time:
      sent === undefined
        ? undefined
        : ({
            time: new FileTime(CHANGED + BigInt(sent) * 10_000_000n),
            alternative: undefined,
            zone: 'utc',
          } as const),
  } as const;
  return [{ kind: 'ndr', time: undefined, statuses: [status], original, ...none }];
}

const subjects: Readonly<Record<ReportCase['subject'], string | undefined>> = {
  bare: 'Meeting',
  update: 'Canceled: Meeting',
  reply: 'RE: Meeting',
  other: 'Canceled: Lunch',
  none: undefined,
};

const UID =
  '040000008200E00074C5B7101A82E00800000000008C2D649EFFC301000000000000000010000000000102030405060708090A0B0C0D0E0F';

function replyOf(attendee: string, uid = UID): ReplyEvidence {
  const reply = {
    attendee,
    attendeeName: undefined,
    participation: 'ACCEPTED',
    uid,
    sequence: undefined,
    stamp: undefined,
    subject: undefined,
    recurrenceId: undefined,
    attendeeCriticalChange: undefined,
    ownerCriticalChange: undefined,
  };
  return {
    kind: 'reply',
    form: 'icalendar',
    product: undefined,
    replies: [reply],
    sender: undefined,
    ...none,
  };
}

function judge(cell: Cell): Diagnosis {
  const options: DiagnoseOptions = {
    rules: [cancellationDelivery],
    evidence: [...logsOf(cell.events), ...reportsOf(cell), ...(cell.replies ?? [])],
    replied: cell.replied,
    storeIds: cell.events.some(({ ids }) => ids !== 'unknown') ? IDS : undefined,
  };
  return diagnose(messageOf(cell), options);
}

// ---- the values of every dimension

const times: readonly (readonly [RowCase['time'], WrittenRow['damage']?])[] = [
  [0n],
  [1n],
  [38n * HOUR - 1n],
  [38n * HOUR],
  [VALID],
  [NO_DATE],
  [YEAR_10000 - 1n],
  [YEAR_10000],
  [2n ** 63n],
  [2n ** 64n - 1n],
  ['absent'],
  ['damaged', 'error'],
  ['damaged', 'other-type'],
];
const statuses: readonly RowCase['status'][] = ['absent', 0, 1, 2, 3, 4, 5, 99, 'damaged'];
const flags: readonly (number | undefined)[] = [undefined, 1, 3, 0x21, 0x201];
const people: readonly Pick<
  WrittenRow,
  'addressType' | 'displayType' | 'isSender' | 'sender' | 'isResource'
>[] = [
  { addressType: 'SMTP' },
  { addressType: 'EX' },
  { addressType: 'EX', displayType: 6 },
  { addressType: 'NOTES', isResource: true },
  { addressType: '' },
  { addressType: 'EX', isSender: true, sender: 'representing' },
  { addressType: 'EX', isSender: true, sender: 'sender' },
];
const contents: Readonly<Record<string, WrittenRow>> = Object.fromEntries(
  Object.entries<Pick<WrittenRow, 'status' | 'time'>>({
    zero: { status: 3, time: 0n },
    cleared: { status: 0, time: 0n },
    unusable: { status: 3, time: 1n },
    healthy: { status: 3, time: VALID },
    unanswered: { status: 0, time: 'absent' },
    answered: { status: 4, time: 'absent' },
    unreadable: { status: 3, time: 'damaged' },
  }).map(([name, row]) => [name, { flags: 1, addressType: 'SMTP', ...row }]),
);
const rowsOf = Object.values(contents);
const [zero, , , healthy, unanswered, , unreadable] = rowsOf as [
  WrittenRow,
  WrittenRow,
  WrittenRow,
  WrittenRow,
  WrittenRow,
  WrittenRow,
  WrittenRow,
];
const colleague: WrittenRow = { ...healthy, addressType: 'EX', mailbox: 'ian' };

const fits: EventCase = {
  source: 'MSExchangeTransport',
  category: 'Exchange Store Driver',
  call: 'EcGetMime',
  code: E_FAIL,
  after: 600,
  isZoneKnown: true,
  ids: 'unknown',
};
const DAYS3 = 72 * 3600;
const SLACK = 14 * 3600;
const logs: readonly (readonly EventCase[])[] = [
  [],
  [fits],
  [fits, { ...fits, after: 1200 }],
  ...[-1, 0, DAYS3, DAYS3 + 1].map((after) => [{ ...fits, after }]),
  ...[-SLACK - 1, -SLACK, DAYS3 + SLACK, DAYS3 + SLACK + 1].map((after) => [
    { ...fits, after, isZoneKnown: false },
  ]),
  [{ ...fits, after: undefined }],
  [{ ...fits, ids: 'same', after: 9_999_999 }],
  [{ ...fits, ids: 'other' }],
  [{ ...fits, code: -1 }],
  [{ ...fits, call: 'EcLocallyDeliverMsg', code: -2147024882 }],
  [{ ...fits, call: 'EcSaveChangesMessage', code: -1017 }, fits],
  [{ ...fits, source: 'MSExchangeIS' }],
  [{ ...fits, category: 'Categorizer' }],
];
const ofUpdate: ReportCase = {
  status: '4.4.7',
  action: 'failed',
  subject: 'update',
  namesRecipient: true,
  sent: 0,
};
const reports: readonly ItemCase['report'][] = [
  undefined,
  ofUpdate,
  { ...ofUpdate, subject: 'other' },
  { ...ofUpdate, status: '5.1.1' },
];
const moreReports: readonly ItemCase['report'][] = [
  ...reports,
  { ...ofUpdate, subject: 'bare', action: undefined },
  { ...ofUpdate, subject: 'reply' },
  { ...ofUpdate, subject: 'none' },
  { ...ofUpdate, action: 'delayed' },
  { ...ofUpdate, namesRecipient: false },
  ...[undefined, 59, 119, 121, -61, -121, 86_400, -10 * 86_400, -20 * 86_400].map((sent) => ({
    ...ofUpdate,
    sent,
  })),
];
const moreLogs: readonly (readonly EventCase[])[] = [
  ...[0, 120, 121].map((after) => [{ ...fits, after }]),
  [
    { ...fits, after: 60 },
    { ...fits, after: 90, message: '1-40' },
  ],
  [
    { ...fits, after: 60 },
    { ...fits, after: 300, message: '1-40' },
  ],
  [
    { ...fits, after: -60 },
    { ...fits, after: 60 },
  ],
  [{ ...fits, after: 60, isZoneKnown: false }],
];
const sendings: readonly SendingCase[] = ['submit', 'critical', 'modified', 'saved', 'none'];
/** How it is known that somebody answered: of Eve, and of somebody or something else. */
const answers: readonly (Pick<Cell, 'replies' | 'replied'> & { readonly ofEve: boolean })[] = [
  { ofEve: false },
  { ofEve: true, replied: [' Eve@Partner.Example'] },
  { ofEve: true, replies: [replyOf('EVE@partner.example')] },
  { ofEve: false, replied: ['zoe@partner.example'] },
  { ofEve: false, replies: [replyOf('eve@partner.example', 'other@example.com')] },
];
type Signals = Pick<ItemCase, 'stateFlags' | 'responseStatus'>;
const signals: readonly Signals[] = [undefined, 0, 1, 3, 5, 7].flatMap((stateFlags) =>
  [undefined, 0, 1, 2, 3, 4, 5].map((responseStatus) => ({ stateFlags, responseStatus })),
);
const copies: readonly Signals[] = [
  { stateFlags: 1, responseStatus: 1 },
  { stateFlags: undefined, responseStatus: undefined },
  { stateFlags: 3, responseStatus: 3 },
];
const calendarClasses = [
  'IPM.Appointment',
  'ipm.APPOINTMENT  ',
  'IPM.Appointment.Occurrence',
  exceptionClass,
];
const messageClasses = [
  'IPM.Schedule.Meeting.Canceled',
  'IPM.Schedule.Meeting.Request',
  'ipm.schedule.meeting.canceled ',
  'IPM.Schedule.Meeting.Request.Custom',
];
const otherClasses = [
  'IPM.Note',
  'IPM.Schedule.Meeting.Resp.Pos',
  'IPM.Schedule.Meeting.Resp.Neg',
  'IPM.Schedule.Meeting.Resp.Tent',
  'IPM.Task',
];

const plain: Cell = {
  messageClass: 'IPM.Appointment',
  stateFlags: 1,
  responseStatus: 1,
  rows: [organizerRow, healthy],
  isReceived: false,
  exceptions: [],
  events: [],
  report: undefined,
};

/**
 * What Eve's rows become where she is known to have answered. A reply without a time says nothing of a message, whose rows
 * are those of the moment when it was sent.
 */
function answeredBy(cell: Cell, { ofEve: isEves, ...known }: (typeof answers)[number]): Cell {
  const isMessage = cell.messageClass.toLowerCase().startsWith('ipm.schedule');
  const ofEve = isEves && !(isMessage && known.replies !== undefined);
  const mark = (row: WrittenRow): WrittenRow =>
    ofEve && row.mailbox === undefined && !row.isSender && row.addressType !== 'EX'
      ? { ...row, hasReplied: true }
      : row;
  return { ...cell, ...known, rows: cell.rows.map(mark) };
}

/** Every combination of the values of several dimensions. */
function product<T extends Readonly<Record<string, readonly unknown[]>>>(
  dimensions: T,
): { readonly [K in keyof T]: T[K][number] }[] {
  let cells: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(dimensions))
    cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value })));
  return cells as { readonly [K in keyof T]: T[K][number] }[];
}

/** So many combinations that every two values of two dimensions meet: what is not yet met is taken first. */
function pairwise<T extends Readonly<Record<string, readonly unknown[]>>>(
  dimensions: T,
): { readonly [K in keyof T]: T[K][number] }[] {
  const lists = Object.values(dimensions);
  const key = (a: number, x: number, b: number, y: number): string => `${a}:${x}/${b}:${y}`;
  const pairs = lists.flatMap((xs, a) =>
    lists.flatMap((ys, b) => (a < b ? xs.flatMap((_, x) => ys.map((__, y) => key(a, x, b, y))) : [])),
  );
  const open = new Set(pairs);
  const cells: number[][] = [];
  for (const pair of open) {
    const cell: number[] = [];
    for (const part of pair.split('/')) {
      const [dimension = 0, value = 0] = part.split(':').map(Number);
      cell[dimension] = value;
    }
    lists.forEach((values, d) => {
      if (cell[d] !== undefined) return;
      const gain = (x: number): number =>
        cell.filter((y, b) => open.has(b < d ? key(b, y, d, x) : key(d, x, b, y))).length;
      const order = values.map((_, x) => (x + cells.length) % values.length);
      cell[d] = order.reduce((best, x) => (gain(x) > gain(best) ? x : best));
    });
    for (const [a, x] of cell.entries()) for (const [b, y] of cell.entries()) open.delete(key(a, x, b, y));
    cells.push(cell);
  }
  const names = Object.keys(dimensions);
  return cells.map((cell) =>
    Object.fromEntries<unknown>(cell.map((x, d) => [names[d] ?? '', lists[d]?.[x]])),
  ) as {
    readonly [K in keyof T]: T[K][number];
  }[];
}

// ---- the groups

/** What can carry exceptions: in a mail they are items of their own, and so is what an exception carries. */
const carriers = [...calendarClasses.filter((name) => name !== exceptionClass), ...messageClasses];

const transports = [undefined, 0x003f, 0x0040, 0x007d] as const;
const addressed = ['SMTP', 'EX'] as const;

function exceptionTable(copy: Signals, row: WrittenRow | undefined): Cell['exceptions'][number] {
  return { ...copy, rows: row === undefined ? [] : [organizerRow, { ...row, mailbox: 'xena' }] };
}

const silent: Signals = { stateFlags: undefined, responseStatus: undefined };
const exceptionCopies: readonly Signals[] = [
  silent,
  { stateFlags: 1, responseStatus: 1 },
  { stateFlags: 3, responseStatus: 3 },
  { stateFlags: 1, responseStatus: 3 },
];

const groups: Readonly<Record<string, readonly Cell[]>> = {
  'class and copy of calendar items': product({
    messageClass: calendarClasses,
    signal: signals,
    isResource: [false, true],
    row: [zero, healthy, unanswered, undefined],
  }).map(({ messageClass, signal, isResource, row }) => {
    const rows = row === undefined ? [organizerRow] : [organizerRow, { ...row, isResource }];
    return { ...plain, messageClass, ...signal, rows };
  }),
  'class and copy of messages': product({
    messageClass: messageClasses,
    transport: transports,
    signal: signals.filter((_, index) => index % 4 === 0),
    row: [zero, healthy, unreadable],
  }).map(({ messageClass, transport, signal, row }) => ({
    ...plain,
    messageClass,
    ...signal,
    rows: [organizerRow, row],
    isReceived: transport !== undefined,
    ...(transport === undefined ? {} : { transport }),
  })),
  'what is no meeting': product({
    messageClass: otherClasses,
    copy: copies,
    row: rowsOf,
    events: logs.slice(0, 2),
  }).map(({ messageClass, copy, row, events }) => ({
    ...plain,
    messageClass,
    ...copy,
    rows: [organizerRow, row],
    events,
  })),
  rows: product({ status: statuses, time: times, flag: flags, person: people }).map(
    ({ status, time: [time, damage = 'error'], flag, person }) => ({
      ...plain,
      rows: [organizerRow, { flags: flag, ...person, status, time, damage }],
    }),
  ),
  'events and reports': product({
    row: rowsOf,
    copy: copies,
    addressType: addressed,
    events: logs,
    report: reports,
  }).map(({ row, copy, addressType, events, report }) => ({
    ...plain,
    ...copy,
    rows: [organizerRow, { ...row, addressType }],
    events,
    report,
  })),
  'time, subject and recipients of evidence': product({
    messageClass: ['IPM.Appointment', 'IPM.Schedule.Meeting.Canceled'],
    sending: sendings,
    row: [zero, unreadable],
    isEve: [true, false],
    events: [...moreLogs, []],
    report: moreReports,
  }).map(({ messageClass, sending, row, isEve: isReported, events, report }) => ({
    ...plain,
    messageClass,
    sending,
    rows: [organizerRow, isReported ? row : { ...row, mailbox: 'fay' }],
    events,
    report,
  })),
  answers: product({
    row: rowsOf,
    copy: copies,
    answer: answers,
    events: logs.slice(0, 2),
    report: reports.slice(0, 2),
  }).map(({ row, copy, answer, events, report }) =>
    answeredBy({ ...plain, ...copy, rows: [organizerRow, colleague, row], events, report }, answer),
  ),
  exceptions: product({
    row: [zero, healthy, unreadable, undefined],
    copy: copies,
    own: exceptionCopies,
    inner: [...rowsOf, undefined],
    addressType: addressed,
    events: logs.slice(0, 2),
  }).map(({ row, copy, own, inner, addressType, events }) => ({
    ...plain,
    ...copy,
    rows: row === undefined ? [] : [organizerRow, { ...row, addressType }],
    exceptions: [exceptionTable(silent, healthy), exceptionTable(own, inner && { ...inner, addressType })],
    events,
  })),
  completeness: product({
    row: rowsOf,
    copy: copies,
    isDamaged: [false, true],
    events: logs.slice(0, 2),
    report: reports.slice(0, 2),
    addressType: addressed,
  }).map(({ row, copy, isDamaged, events, report, addressType }) => ({
    ...plain,
    ...copy,
    // a row that has lost its cells has lost its time
    rows: [organizerRow, { ...row, addressType }, isDamaged ? { ...unreadable, addressType: '' } : colleague],
    isDamaged,
    events,
    report,
  })),
  'everything by pairs': pairwise({
    messageClass: [...calendarClasses, ...messageClasses, ...otherClasses.slice(0, 2)],
    signal: signals,
    transport: transports,
    status: statuses,
    time: times,
    flag: flags,
    person: people,
    inner: [...rowsOf, undefined],
    own: exceptionCopies,
    events: logs,
    report: reports,
    answer: answers,
    isDamaged: [false, true],
  }).map(
    ({ messageClass, signal, transport, status, time: [time, damage = 'error'], flag, person, ...more }) => {
      const eve: WrittenRow = { flags: flag, ...person, status, time, damage };
      const last = more.isDamaged ? { ...unreadable, addressType: '', mailbox: 'ian' } : colleague;
      const cell: Cell = {
        ...plain,
        messageClass,
        ...signal,
        isReceived: transport !== undefined,
        ...(transport === undefined ? {} : { transport }),
        rows: [organizerRow, eve, last],
        isDamaged: more.isDamaged,
        exceptions:
          more.inner === undefined || !carriers.includes(messageClass)
            ? []
            : [exceptionTable(more.own, more.inner)],
        events: more.events,
        report: more.report,
      };
      return answeredBy(cell, more.answer);
    },
  ),
};

// ---- what must come out

/** A cell in a line. */
function shown(cell: Cell): string {
  const row = (each: WrittenRow): string =>
    `[${each.sender ?? ''}${each.isResource === true ? 'res ' : ''}${each.addressType || '?'}${each.displayType === 6 ? '/6' : ''} f=${each.flags} s=${each.status} t=${each.time}${each.hasReplied === true ? ' replied' : ''}]`;
  const table = (each: TableCase & Pick<Cell, 'rows'>): string =>
    `${each.stateFlags}/${each.responseStatus} ${each.rows
      .filter((one) => one !== organizerRow)
      .map(row)
      .join('')}`;
  const events = cell.events.map((e) => `${e.call}${e.code}@${e.after}${e.isZoneKnown ? '' : '?'} ${e.ids}`);
  return [
    cell.messageClass,
    cell.transport?.toString(16),
    cell.isDamaged === true ? 'damaged' : '',
    table(cell),
    ...cell.exceptions.map((each) => `exception ${table(each)}`),
    ...events,
    cell.report && `ndr ${JSON.stringify(cell.report)}`,
    cell.sending,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The cell as the oracle sees it: with whom the report names. */
function reported(cell: Cell): Cell {
  const mark = (row: WrittenRow): WrittenRow => ({ ...row, isReported: isEve(row) });
  const exceptions = cell.exceptions.map((table) => ({ ...table, rows: table.rows.map(mark) }));
  return { ...cell, rows: cell.rows.map(mark), exceptions };
}

interface Judged {
  readonly cell: Cell;
  readonly expected: ItemVerdict;
  readonly diagnosis: Diagnosis;
}

const judged: Readonly<Record<string, readonly Judged[]>> = Object.fromEntries(
  Object.entries(groups).map(([name, cells]) => [
    name,
    cells.map((cell) => ({ cell, expected: itemVerdict(reported(cell)), diagnosis: judge(cell) })),
  ]),
);

describe('the verdict is that of the facts', () => {
  test.each(Object.keys(groups))('%s', (name) => {
    const all = judged[name] ?? [];
    const wrong = all.filter((one) => one.diagnosis.verdict !== one.expected);
    const lines = wrong.map(
      ({ cell, expected, diagnosis }) => `${expected}, not ${diagnosis.verdict}: ${shown(cell)}`,
    );
    expect(lines.slice(0, 20), `${wrong.length} of ${all.length} cells`).toEqual([]);
  });
});

const cells = Object.values(judged).flat();

test(`each of ${cells.length} cells has one verdict, and every verdict occurs`, () => {
  expect(cells.length).toBeGreaterThan(10_000);
  for (const { cell, diagnosis } of cells) expect(diagnosis.results, shown(cell)).toHaveLength(1);
  expect(new Set(cells.map(({ expected }) => expected))).toEqual(
    new Set(['confirmed', 'likely', 'possible', 'undetermined', 'unlikely', 'not-applicable']),
  );
});

describe('a row is called what the facts call it', () => {
  const healthy = ['answered', 'time-without-status', 'cleared-by-update', 'no-date'];
  const noted = ['response-without-time', 'track-status-undocumented', 'track-status-unreadable'];
  const codes: Readonly<Record<RowVerdict, readonly string[]>> = {
    'not-judged': ['organizer-row', 'sender-row', 'deleted-from-exception', 'zero-in-unjudged-row'],
    defect: ['track-status-time-zero'],
    suspect: ['track-status-time-unusable'],
    healthy: [...healthy, ...noted],
    unanswered: ['unanswered'],
    'status-lost': ['status-lost'],
    undetermined: ['track-status-time-unreadable', 'track-status-unreadable'],
  };
  const seen = Object.values(judged)
    .flat()
    .filter(({ cell }) => itemCopy(cell) !== 'attendee' && cell.isDamaged !== true)
    .filter(({ expected }) => expected !== 'not-applicable')
    .flatMap(({ cell, diagnosis: { results } }) => {
      const said = results.flatMap(({ reasons, findings }) => [...reasons, ...findings]);
      return cell.rows.map((row, index) => ({
        cell,
        verdict: rowVerdict(row, itemCopy(cell)),
        said: said
          .filter(({ path }) => path.split('.', 1)[0] === `recipients[${index}]`)
          .map(({ code }) => code),
      }));
    });

  test.each(Object.entries(codes))('%s', (verdict, expected) => {
    const rows = seen.filter((one) => one.verdict === verdict);
    expect(rows.length).toBeGreaterThan(10);
    const wrong = rows.filter(
      ({ said }) => said.length === 0 || !said.every((code) => expected.includes(code)),
    );
    const lines = wrong.map(({ cell, said }) => `${said.join()}: ${shown(cell)}`);
    expect(lines.slice(0, 20), `${wrong.length} of ${rows.length} rows`).toEqual([]);
  });
});
