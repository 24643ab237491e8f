import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as evidence from '../../src/evidence/index';
import * as interop from '../../src/interop/index';
import * as names from '../../src/mapi/names/index';
import * as main from '../../src/index';
import * as node from '../../src/node';
import * as onlyMsg from '../../src/only-msg';
import * as repair from '../../src/repair/index';
import * as report from '../../src/report/command';
import * as ruleDoor from '../../src/rules/index';
import * as kit from '../../src/rules/kit/index';
import * as store from '../../src/store';

// Every function that a package's user may call stands in one of the tables below: with what it takes as options, with
// arguments that it must refuse, or with the reason why it looks at neither. One that is in none fails the last test.

const bytes = new Uint8Array(
  readFileSync(new URL('../../samples/meetings/textbook-defect.msg', import.meta.url)),
);
const mailbox = new Uint8Array(readFileSync(new URL('../../samples/stores/mailbox.pst', import.meta.url)));
const message = main.decodeMessage(bytes);
const diagnosis = main.diagnose(message);
const checked = { path: 'a.msg', message, diagnosis };
const opened = await store.openStore(mailbox);
const recurrence = { exceptions: [], startDate: '2004-01-01' } as unknown as main.Recurrence;
const ndr = { kind: 'ndr', statuses: [] } as unknown as evidence.DeliveryReport;
const time = main.FileTime.fromDate(new Date(0));
const any = (value: unknown): never => value as never;

/** A function with options: how it is called with them, and a right value for each there is. */
interface WithOptions {
  readonly call: (options: never) => unknown;
  readonly right: Readonly<Record<string, unknown>>;
  /** What else is wrong for an option, besides what is wrong for all. */
  readonly wrong?: Readonly<Record<string, readonly unknown[] | undefined>>;
}

function row<O extends object>(
  call: (options: O) => unknown,
  right: Readonly<Record<keyof O, unknown>>,
  wrong: { readonly [Name in keyof O]?: readonly unknown[] } = {},
): WithOptions {
  return { call, right, wrong };
}

const read: Required<main.ReadOptions> = {
  strict: false,
  loadValuesUpTo: Infinity,
  codePage: 1252,
  codePageOverride: 65001,
  limits: { embeddedDepth: 0, storageDepth: 256, recipients: 5, anomalies: 0 },
};
const wrongRead = {
  strict: ['yes', 1],
  loadValuesUpTo: [-5, NaN, '10'],
  codePage: [0, 65536, 1.5, '1252'],
  codePageOverride: [0, 65536, 1.5, '1252'],
  limits: [5, [], { recipient: 1 }, { recipients: -1 }, { embeddedDepth: 1001 }, { anomalies: null }],
};
const layout: Required<report.LayoutOptions> = { width: 80, more: 'elsewhere' };
const text: Required<report.TextOptions> = {
  ...layout,
  emphasise: (_, words) => words,
  sourceName: () => undefined,
};
const extras: Required<report.ReportExtras> = {
  sets: [],
  evidence: [],
  unreached: { meetings: 0, alone: 0, attendees: 0 },
  configuration: { path: 'x', preset: undefined, lowered: [] } as unknown as report.FoundConfiguration,
  baseline: { path: 'old.ndjson', known: 1, new: 0, gone: 0 },
  stores: [],
  stopped: { after: 2, of: 3, noun: 'file' },
};
const selection: Required<store.ItemSelection> = {
  folders: 'calendar',
  messageClass: 'IPM.Note',
  subject: /x/,
  from: new Date(0),
  to: new Date(),
  signal: new AbortController().signal,
};
const wrongSelection = {
  folders: ['inbox', [5], ['no such folder']],
  subject: [5],
  from: ['2003-01-01', new Date(NaN)],
  to: [0],
  signal: [{ aborted: false }],
};
const rules = ruleDoor.recommendedRules;
const recurrenceRule = ruleDoor.recurrence;
const judging: Required<Omit<main.DiagnoseOptions, 'rules'>> = {
  severities: { 'cancellation-delivery': 'off' },
  options: {},
  now: new Date(),
  evidence: [ndr],
  replied: ['a@b.example'],
  eventTimeZone: 'UTC',
  storeIds: { mdb: 'x', fid: '1-2', mid: '1-3' },
  isInSentItems: true,
  otherSubmissions: [time],
};
const twice = [recurrenceRule, recurrenceRule];
const fatal = [{ ...recurrenceRule, meta: { ...recurrenceRule.meta, severity: 'fatal' } }];
const wrongRules = ['all', ['recurrence'], [null], [{ check: () => 0 }], twice, fatal];
const wrongSeverities = [
  [],
  new Map(),
  'off',
  { 'cancelation-delivery': 'off' },
  { 'cancellation-delivery': 'fatal' },
];
/** Options of SARIF with the rules, which must be there. */
const withRules = (options: report.SarifOptions | undefined): report.SarifOptions => ({
  ...options,
  rules: (options as Partial<report.SarifOptions> | undefined)?.rules === undefined ? rules : options!.rules,
});
const rulesOfSets = [ruleDoor.duplicateItems];

const withOptions: Readonly<Record<string, WithOptions>> = {
  check: row(
    (options: main.CheckOptions) => main.check(bytes, options),
    { ...judging, preset: 'all', evidence: [ndr], read },
    {
      preset: ['some', 5],
      evidence: ['a.evt', [5], [null]],
      now: ['2003-01-01', new Date(NaN)],
      severities: wrongSeverities,
      read: [5, { strickt: true }, { loadValuesUpTo: -1 }],
    },
  ),
  readMessage: row((options: main.ReadOptions) => main.readMessage(bytes, options), read, wrongRead),
  decodeMessage: row((options: main.ReadOptions) => main.decodeMessage(bytes, options), read, wrongRead),
  decodeMsg: row((options: main.ReadOptions) => onlyMsg.decodeMsg(bytes, options), read, wrongRead),
  openStore: row(
    (options: store.StoreOptions) => store.openStore(mailbox, options),
    { ...read, cacheBytes: 65536 },
    { ...wrongRead, cacheBytes: [1, 65535, '1 MB', Infinity] },
  ),
  'store.list': row((options: store.ItemSelection) => opened.list(options), selection, wrongSelection),
  'store.items': row((options: store.ItemSelection) => opened.items(options), selection, wrongSelection),
  fromUrl: row(
    (options: main.UrlOptions) => main.fromUrl('https://x.example', options),
    { headers: { Authorization: 'x' }, signal: new AbortController().signal, fetch: () => 0 },
    { headers: [new Headers(), [], { a: 5 }], signal: [5], fetch: ['fetch'] },
  ),
  diagnose: row(
    (options: main.DiagnoseOptions) => main.diagnose(message, options),
    { rules, ...judging },
    {
      rules: wrongRules,
      severities: wrongSeverities,
      options: [[], 'x', { 'cancellation-delivery': {} }, { x: {} }],
      now: ['2003-01-01', 0, new Date(NaN)],
      evidence: [ndr, [Promise.resolve(ndr)], [undefined]],
      replied: ['a@b.example', [5], new Set(['a@b.example'])],
      eventTimeZone: [2, 'Europe/Nowhere'],
      storeIds: ['1-2', { mid: 5 }, { mit: '1-3' }],
      isInSentItems: ['yes'],
      otherSubmissions: [[new Date()], time],
    },
  ),
  diagnoseEvidence: row(
    (options: Pick<main.DiagnoseOptions, 'rules' | 'options'>) => main.diagnoseEvidence(ndr, options),
    { rules, options: {} },
    { rules: wrongRules },
  ),
  diagnoseSet: row(
    (options: main.SetOptions) => main.diagnoseSet([{ message, name: 'a.msg' }], options),
    { rules: rulesOfSets, severities: { 'duplicate-items': 'info' } },
    { rules: [...wrongRules, [...rulesOfSets, ...rulesOfSets]], severities: wrongSeverities },
  ),
  compareCopies: row((options: main.CompareOptions) => main.compareCopies(message, message, options), {
    attendee: 'bob@partner.example',
  }),
  decodeCfb: row(
    (options: main.ReadOptions) => interop.decodeCfb(any({ FileIndex: [] }), options),
    read,
    wrongRead,
  ),
  decodeMsgReader: row(
    (options: main.ReadOptions) => interop.decodeMsgReader(any({ getFileData: () => ({}) }), options),
    read,
    wrongRead,
  ),
  repairMessage: row(
    (options: repair.RepairOptions) => repair.repairMessage(bytes, diagnosis, options),
    { replies: [], attendeeCopy: true },
    { replies: [{}, [5]], attendeeCopy: ['yes'] },
  ),
  csvHeader: row(
    (options: report.CsvOptions) => report.csvHeader(options),
    { rows: 'attendees', delimiter: ';', hasByteOrderMark: true },
    { rows: ['people'], delimiter: ['|', ''], hasByteOrderMark: [1] },
  ),
  csvRows: row(
    (options: report.CsvOptions) => report.csvRows(checked, options),
    { rows: 'attendees', delimiter: ';', hasByteOrderMark: true },
    { rows: ['people'], delimiter: ['|', ''], hasByteOrderMark: [1] },
  ),
  toRRule: row(
    (options: interop.RRuleOptions) => interop.toRRule(recurrence, options),
    { zone: 'UTC' },
    { zone: [5, {}] },
  ),
  decodeEvidence: row(
    (options: evidence.EvidenceOptions) => evidence.decodeEvidence(Buffer.from('#4.4.7'), options),
    { name: 'a.txt', codePage: 1252, strict: false },
    { name: [5], codePage: ['1252', 0], strict: ['yes'] },
  ),
  correlate: row(
    (...given: [evidence.CorrelationKey]) =>
      evidence.correlate([], given[0] === any(undefined) ? {} : given[0]),
    {
      sent: time,
      isSubmission: true,
      otherEvents: [],
      otherSubmissions: [time],
      mdb: 'x',
      fid: '1-2',
      mid: '1-3',
      zone: '+02:00',
    },
    { sent: [new Date()], otherEvents: [{}, [5]], otherSubmissions: [time], mid: [3], zone: ['nowhere', 2] },
  ),
  readTrackingLog: row(
    (options: evidence.TrackingOptions) => evidence.readTrackingLog(bytes, options),
    { recipients: new Set(['a@b.example']), strict: false },
    { recipients: [['a@b.example'], 'a@b.example'], strict: ['yes'] },
  ),
  TrackingReader: row(
    (options: evidence.TrackingOptions) => new evidence.TrackingReader(options),
    { recipients: new Set(['a@b.example']), strict: false },
    { recipients: [['a@b.example'], 'a@b.example'], strict: ['yes'] },
  ),
  formatText: row((options: report.TextOptions) => report.formatText(checked, options), text, {
    width: [0, '80'],
  }),
  formatAdvice: row((options: report.TextOptions) => report.formatAdvice([diagnosis], options), text),
  formatChain: row(
    (options: report.TextOptions) =>
      report.formatChain(checked, 'bob@partner.example', { verdict: undefined, links: [] }, options),
    text,
  ),
  formatEvidenceText: row(
    (options: report.TextOptions) =>
      report.formatEvidenceText(any({ path: 'a', evidence: ndr, diagnosis }), options),
    text,
  ),
  formatComparison: row(
    (options: report.LayoutOptions) =>
      report.formatComparison('a', 'b', main.compareCopies(message, message), options),
    layout,
  ),
  formatEvidenceFiles: row(
    (options: report.LayoutOptions) => report.formatEvidenceFiles([], options),
    layout,
  ),
  formatSetFindings: row((options: report.LayoutOptions) => report.formatSetFindings([], options), layout),
  formatTable: row((options: report.TableOptions) => report.formatTable(message, options), {
    columns: ['PR_DISPLAY_NAME'],
    width: 80,
    more: 'elsewhere',
  }),
  formatStores: row((options: report.LayoutOptions) => report.formatStores([], options), layout),
  formatJUnit: row(
    (options: report.JUnitOptions) => report.formatJUnit([checked], options),
    { ...extras, failOn: 'error' },
    { failOn: ['fatal', 'off'], sets: [{}] },
  ),
  formatSarif: row(
    (options: report.SarifOptions) => report.formatSarif([checked], withRules(options)),
    { ...extras, rules, version: '1.0.0', homepage: 'https://home.example', pages: {}, everyResult: true },
    { rules: ['all', ['x']], version: [1], homepage: ['home'], pages: ['x'], everyResult: ['yes'] },
  ),
  toSarif: row(
    (options: report.SarifOptions) => report.toSarif([checked], withRules(options)),
    { ...extras, rules, version: '1.0.0', homepage: 'https://home.example', pages: {}, everyResult: true },
    { rules: ['all', ['x']], version: [1], homepage: ['home'], pages: ['x'], everyResult: ['yes'] },
  ),
  jsonEnd: row((options: report.ReportExtras) => report.jsonEnd(0, true, options), extras, { stores: [{}] }),
};

/** What is called, to its end or to its first item. */
async function outcomeOf(call: () => unknown): Promise<unknown> {
  try {
    const result = call() as { next?: () => unknown } | undefined;
    return await (typeof result?.next === 'function' ? result.next() : result);
  } catch (error) {
    return error;
  }
}

/** That it is refused, in a sentence that has all these words. */
async function expectRefusal(call: () => unknown, ...words: readonly string[]): Promise<void> {
  const error = await outcomeOf(call);
  expect(error).toBeInstanceOf(TypeError);
  for (const word of words) expect((error as TypeError).message).toContain(word);
}

/** What is thrown for a rule, a zone or a folder that there is not names that instead of the option. */
const bySubject = new Set(['rules', 'severities', 'eventTimeZone', 'zone', 'folders']);

describe.each(Object.entries(withOptions))('%s', (name, { call, right, wrong = {} }) => {
  const given = (options: unknown) => () => call(options as never);

  test('takes what belongs there, and what is undefined as absent', async () => {
    for (const options of [
      undefined,
      {},
      right,
      Object.fromEntries(Object.keys(right).map((key) => [key, undefined])),
    ])
      expect(await outcomeOf(given(options))).not.toBeInstanceOf(TypeError);
  });

  test.each(Object.keys(right))('refuses a misspelt %s, and names it', async (key) => {
    const misspelt = `${key.slice(0, -1)}${key.at(-1)?.toUpperCase() ?? ''}t`;
    await expectRefusal(given({ [misspelt]: right[key] }), `option ${misspelt} of ${name}`, `mean ${key}?`);
  });

  test('refuses an option that is like none, and lists all', async () => {
    await expectRefusal(given({ qwertyuiopasdf: 1 }), 'option qwertyuiopasdf', name, ...Object.keys(right));
  });

  test.each(Object.keys(right))('refuses for %s what is of no use', async (key) => {
    const ofSubject = bySubject.has(key) ? [] : [key];
    for (const value of [null, Symbol('x')])
      await expectRefusal(given({ [key]: value }), `${key} of ${name} must be`, String(value));
    for (const value of wrong[key] ?? []) await expectRefusal(given({ [key]: value }), ...ofSubject);
  });

  test.each([[null], [5], ['strict'], [[]], [new Map()]])(
    'refuses %o in the place of options',
    async (options) => {
      if (name.includes('Sarif')) return; // here they are put into an object with the rules, which must be there
      await expectRefusal(given(options), `The options of ${name} must be an object`);
    },
  );
});

/** Functions without options: calls that a TypeError must answer. */
const refused: Readonly<Record<string, readonly (() => unknown)[]>> = {
  check: [() => main.check(any(5)), () => main.check(any(undefined))],
  'message.get': [
    () => Reflect.apply(message.get.bind(message), undefined, [5]) as unknown,
    () => message.properties.state(any('PidTagSubject')),
  ],
  readMessage: [() => main.readMessage(any('a.msg')), () => main.readMessage(any(undefined))],
  decodeMessage: [() => main.decodeMessage(any('a.msg')), () => main.decodeMessage(any(bytes.buffer))],
  decodeMsg: [() => onlyMsg.decodeMsg(any('a.msg')), () => onlyMsg.decodeMsg(any(bytes.buffer))],
  openStore: [() => store.openStore(any('a.pst')), () => store.openStore(any(null))],
  'store.folder': [() => opened.folder(any(5))],
  'store.item': [() => opened.item(any(0x200024)), () => opened.item('200024')],
  fromFile: [() => node.fromFile(any(5)), () => node.fromFile(any(null))],
  fromUrl: [() => main.fromUrl(any(5)), () => main.fromUrl(any(undefined))],
  diagnose: [
    () => main.diagnose(any(main.readMessage(bytes))),
    () => main.diagnose(any(undefined)),
    () => main.diagnose(any(bytes)),
    () => main.diagnose(any(Object.assign({}, message))),
  ],
  diagnoseEvidence: [
    () => main.diagnoseEvidence(any(message)),
    () => main.diagnoseEvidence(any(Promise.resolve(ndr))),
  ],
  diagnoseSet: [() => main.diagnoseSet(any(message)), () => main.diagnoseSet(any([message]))],
  compareCopies: [
    () => main.compareCopies(any(bytes), message),
    () => main.compareCopies(message, any(undefined)),
    () => main.compareCopies(message, any('bob@partner.example')),
  ],
  lastSendingOf: [() => main.lastSendingOf(any(bytes))],
  decodeEntryId: [() => main.decodeEntryId(any('00')), () => main.decodeEntryId(bytes, any('1252'))],
  decodeGlobalObjectId: [() => main.decodeGlobalObjectId(any('04'))],
  decodeRecurrence: [() => main.decodeRecurrence(any(null)), () => main.decodeRecurrence(bytes, 0)],
  decodeSearchKey: [() => main.decodeSearchKey(any('SMTP:A')), () => main.decodeSearchKey(bytes, 70000)],
  decodeTimeZoneDefinition: [() => main.decodeTimeZoneDefinition(any([]))],
  decodeTimeZoneStruct: [() => main.decodeTimeZoneStruct(any({}))],
  repairMessage: [
    () => repair.repairMessage(any('a.msg'), diagnosis),
    () => repair.repairMessage(bytes, any(message)),
  ],
  decodeCfb: [() => interop.decodeCfb(any(bytes))],
  decodeMsgReader: [() => interop.decodeMsgReader(any(bytes))],
  toMsgReaderFields: [
    () => interop.toMsgReaderFields(any(bytes)),
    () => interop.toMsgReaderFields(any(undefined)),
  ],
  occurrences: [
    () => interop.occurrences(any(bytes), 'UTC'),
    () => interop.occurrences(recurrence, any(undefined)),
    () => interop.occurrences(recurrence, 'Europe/Nowhere'),
  ],
  toRRule: [() => interop.toRRule(any(undefined))],
  toRows: [() => interop.toRows(any(message))],
  toColumns: [() => interop.toColumns(any(undefined))],
  toJCal: [() => interop.toJCal(any(message))],
  toCalendarLines: [() => interop.toCalendarLines(any([undefined]))],
  toEwsResponse: [() => interop.toEwsResponse(any(3))],
  toGraphResponse: [() => interop.toGraphResponse(any(3))],
  toOutlookResponse: [() => interop.toOutlookResponse(any(null))],
  toParticipation: [() => interop.toParticipation(any(3))],
  fromEwsResponse: [() => interop.fromEwsResponse(any(3))],
  fromGraphResponse: [() => interop.fromGraphResponse(any(null))],
  fromOutlookResponse: [() => interop.fromOutlookResponse(any({}))],
  fromParticipation: [() => interop.fromParticipation(any(3))],
  decodeEvidence: [() => evidence.decodeEvidence(any({})), () => evidence.decodeEvidence(any('a.evt'))],
  classifyEvent: [
    () => evidence.classifyEvent(any(undefined)),
    () => evidence.classifyEvent(any({}), any('yes')),
  ],
  correlate: [() => evidence.correlate(any({}), {}), () => evidence.correlate(any(undefined), {})],
  countRetries: [() => evidence.countRetries(any({ events: [] }))],
  evidenceOf: [() => evidence.evidenceOf(any(bytes))],
  hasCategory: [() => evidence.hasCategory(any({}))],
  hasStorePathFailure: [() => evidence.hasStorePathFailure(any(undefined))],
  isEvidenceClass: [() => evidence.isEvidenceClass(any(5))],
  isQueueExpiry: [() => evidence.isQueueExpiry(any(message))],
  isTrackingLog: [() => evidence.isTrackingLog(any('# Message Tracking Log File'))],
  readTrackingLog: [() => evidence.readTrackingLog(any('text'))],
  storesZeroTime: [() => evidence.storesZeroTime(any(undefined))],
  'TrackingReader.take': [
    () => {
      new evidence.TrackingReader().take(any('text'));
    },
  ],
  'MailboxEvidence.add': [() => new evidence.MailboxEvidence().add(any(bytes))],
  'MailboxEvidence.of': [() => new evidence.MailboxEvidence().of(any(undefined))],
  'MailboxEvidence.otherSubmissions': [() => new evidence.MailboxEvidence().otherSubmissions(any({}))],
  buildMessage: [() => kit.buildMessage(any(5)), () => kit.buildMessage(any({ subject: 5 }))],
  buildMsg: [() => kit.buildMsg(any([]))],
  testRule: [
    () => {
      kit.testRule(any(5), { valid: [], invalid: [] });
    },
  ],
  rulesOf: [
    () => ruleDoor.rulesOf(any(null), 'team'),
    () => ruleDoor.rulesOf({ rules: {} }, 'a/b'),
    () => ruleDoor.rulesOf({ rules: {} }, any(5)),
  ],
  isSameAddress: [() => kit.isSameAddress(any(5), 'x')],
  smtpDomainOf: [() => kit.smtpDomainOf(any(5))],
  rulesOfPreset: [
    () => ruleDoor.rulesOfPreset(any('some')),
    () => ruleDoor.rulesOfPreset(any('constructor')),
  ],
  'PropertyNames.nearestTo': [() => names.propertyNames.nearestTo(any(5))],
  'PropertyNames.toKey': [() => names.propertyNames.toKey(any(0x37))],
  'PropertyNames.toSet': [() => names.propertyNames.toSet(any(undefined))],
  'PropertyNames.ofTag': [() => names.propertyNames.ofTag(any('0x0037001F'))],
  'PropertyNames.toTag': [() => names.propertyNames.toTag(any(0x37))],
  'PropertyNames.ofNamed': [
    () => names.propertyNames.ofNamed(any('x')),
    () => names.propertyNames.ofNamed(any({ set: 'x' })),
  ],
  'PropertyNames.toNamed': [() => names.propertyNames.toNamed(any(undefined))],
  'PropertyNames.ofSet': [() => names.propertyNames.ofSet(any(5))],
  'PropertyNames.ofType': [() => names.propertyNames.ofType(any('PT_LONG'))],
  'PropertyNames.labelsOf': [
    () => names.propertyNames.labelsOf(any(null), 1),
    () => names.propertyNames.labelsOf('x', any('1')),
  ],
};

describe.each(Object.entries(refused))('%s', (name, calls) => {
  test.each(calls.map((call, index) => [index + 1, call] as const))(
    'refuses wrong arguments (%i)',
    async (_, call) => {
      const word = name.startsWith('store.item')
        ? "An item's ID"
        : name.startsWith('occurrences')
          ? 'zone'
          : '';
      const error = await outcomeOf(call);
      expect(error).toBeInstanceOf(TypeError);
      const { message: words } = error as TypeError;
      expect(words).toMatch(
        / must be | is not a known | expects |^Expected |^An item's ID|^is not a known time zone/,
      );
      if (word !== '' && words.includes('There is no')) expect(words).toContain(word);
    },
  );
});

test('what a file may hold is no wrong argument', () => {
  for (const value of [0.2, -1, NaN, Infinity, 2 ** 40])
    expect(names.propertyNames.labelsOf('x', value)).toBeUndefined();
  for (const tag of [0, -1, 0xffffffff]) expect(() => names.propertyNames.ofTag(tag)).not.toThrow();
  expect(main.decodeEntryId(new Uint8Array(0), 1)).toBeUndefined();
  expect(evidence.hasCategory(NaN)).toBe('unchecked');
});

/** What makes the rows of tables, names its own arguments in its types, and is refused by whoever reads what it makes. */
const makesDefinitions = [
  'defineRule',
  'ofType',
  'bitField',
  'codeOf',
  'enumerated',
  'labelOf',
  'named',
  'several',
  'tagged',
];
/** What answers of anything. */
const answersOfAnything = ['isMapilintError', 'isTimeZone'];
/** What a rule asks of a message that it was given, and what it answers by. */
const ofRules = [
  ...[
    'addressesOf',
    'copyOf',
    'forEachRow',
    'forEachTable',
    'isOrganizerRow',
    'normaliseAddress',
    'notAMeeting',
  ],
  ...[
    'judged',
    'notApplicable',
    'personOf',
    'representedAddresses',
    'senderAddresses',
    'unreadable',
    'valueProblem',
    'who',
  ],
];
/** What is made by this library and not by its users, and errors, which anyone may make. */
const classes = [
  ...[
    'Attachment',
    'FileTime',
    'Message',
    'Recipient',
    'Store',
    'PropertyNames',
    'MailboxEvidence',
    'AffectedMeetings',
    'UnreachedTotals',
  ],
  ...['FormatError', 'HttpError', 'LimitError', 'MapilintError', 'NotLoadedError', 'UnsupportedError'],
];
/** What puts into words or JSON what other functions of this library have given, and has no options. */
const writes = Object.keys(report).filter(
  (name) =>
    typeof report[name as keyof typeof report] === 'function' &&
    /^(format|to[A-Z]|redact|json|csv|tableCsv|[a-zA-Z]+Line$|headlineOf|decisionsOf|chainOf|fitOf|affectedCopyOf|meetingFacts|htmlItem)/.test(
      name,
    ),
);
const words = [
  'counted',
  'loadOptional',
  'minuteOf',
  'plural',
  'reportedName',
  'shownEnding',
  'occurrencesNote',
  'unreachedLabel',
  'unreachedWords',
  'visible',
];

test('every exported function is in a table above, and every name in them is exported', () => {
  const doors = {
    ...main,
    ...main.kinds,
    ...node,
    ...onlyMsg,
    ...ruleDoor,
    ...kit,
    ...store,
    ...repair,
    ...report,
    ...interop,
    ...evidence,
    ...names,
  };
  const exported = Object.entries(doors)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  const tables = [...Object.keys(withOptions), ...Object.keys(refused)].filter((name) => !name.includes('.'));
  const known = new Set([
    ...tables,
    ...makesDefinitions,
    ...answersOfAnything,
    ...ofRules,
    ...classes,
    ...writes,
    ...words,
  ]);
  expect(exported.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !exported.includes(name) && name !== 'JSON_SCHEMA')).toEqual([]);
});

test('a function of mapilint/report that takes options has a row', () => {
  const signatures = readFileSync(new URL('../../api/report.api.md', import.meta.url), 'utf8');
  const taking = [...signatures.matchAll(/^export function (\w+)\(.*: \w*(?:Options|Extras)\)/gm)].map(
    ([, name]) => name,
  );
  expect(taking.length).toBeGreaterThan(5);
  expect(taking.filter((name = '') => !(name in withOptions))).toEqual([]);
});
