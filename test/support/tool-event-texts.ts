// One event 327 as the command-line tools of Windows 2003 and PowerShell print it, made up.

import { DESCRIPTION, FILE, MDB } from './evidence';

const PRINTED = '3/5/2012 2:10:33 PM';
const strings = ['EcGetMime', '-2147467259', MDB, '1-2A', '1-3F', FILE];
/** The text over two lines, as a message file may have it. */
const BROKEN = DESCRIPTION.replace('. Error code', '.\nError code');
const banner = `
PsLoglist v2.7 - local and remote event log viewer
Copyright (C) 2000-2009 Mark Russinovich
Sysinternals - www.sysinternals.com

Application log on \\\\MAIL1:
`;
const script = `Microsoft (R) Windows Script Host Version 5.6
Copyright (C) Microsoft Corporation 1996-2001. All rights reserved.

`;
const pslogCells = ['04711', 'Application', 'MSExchangeTransport', 'WARNING', 'MAIL1'];
const row = (cells: readonly string[], delimiter: string): string => `${cells.join(delimiter)}\n`;
const padded = (cells: readonly string[], widths: readonly number[]): string =>
  `${cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()}\n`;
const widths = [13, 6, 24, 20, 15, 22, 5];
const scriptNames = [
  'Type',
  'Event',
  'Date Time',
  'Source',
  'ComputerName',
  'Category',
  'User',
  'Description',
];
const scriptCells = [
  'Warning',
  '327',
  PRINTED,
  'MSExchangeTransport',
  'MAIL1',
  'Exchange Store Driver',
  'N/A',
];

/** What psloglist writes. */
export const pslogTexts = {
  plain: `${banner}[04711] MSExchangeTransport
   Type:     WARNING
   Computer: MAIL1
   Time:     ${PRINTED}   ID:       327
   User:     EXAMPLE\\svc
${DESCRIPTION}
`,
  comma: banner + row([...pslogCells, PRINTED, '327', 'None', DESCRIPTION], ','),
  ctime: row([...pslogCells, 'Mon Mar 05 14:10:33 2012', '327', 'None', DESCRIPTION], ','),
  quoted: row([...pslogCells, PRINTED, '327', 'None', `"${DESCRIPTION}"`], ','),
  withoutUser: row([...pslogCells, PRINTED, '327', DESCRIPTION], ','),
  tab: row([...pslogCells, PRINTED, '327', 'None', DESCRIPTION], '\t'),
  bar: banner + row([...pslogCells, PRINTED, '327', 'None', DESCRIPTION], '|'),
} as const;

/** What eventquery.vbs writes with /v. */
export const scriptTexts = {
  list: `${script}
Listing the events in 'Application' log of host 'MAIL1'
------------------------------------------------------------------------------

Type:          Warning
Event:         327
Date Time:     ${PRINTED}
Source:        MSExchangeTransport
ComputerName:  MAIL1
Category:      Exchange Store Driver
User:          N/A
Description:   ${BROKEN}
`,
  listOfOtherLabels: `
Typ:           Warning
Ereignis:      327
Datum/Zeit:    05.03.2012 14:10:33
Quelle:        MSExchangeTransport
Rechner:       MAIL1
Kategorie:     Exchange Store Driver
Benutzer:      N/A
Text:          ${DESCRIPTION}
`,
  csv: `${script}"${scriptNames.join('","')}"\n"${[...scriptCells, BROKEN].join('","')}"\n`,
  csvWithoutNames: `"${[...scriptCells, DESCRIPTION].join('","')}"\n`,
  table: `${script}
${padded(scriptNames, widths)}${widths.map((width) => '-'.repeat(width)).join(' ')} ${'-'.repeat(200)}
${padded([...scriptCells, BROKEN], widths)}`,
} as const;

const wmiValues = {
  Category: '5',
  CategoryString: 'Exchange Store Driver',
  ComputerName: 'MAIL1',
  Data: '',
  EventCode: '327',
  EventIdentifier: '2147746119',
  EventType: '2',
  InsertionStrings: `{"${strings.join('","')}"}`,
  Logfile: 'Application',
  Message: BROKEN,
  RecordNumber: '4711',
  SourceName: 'MSExchangeTransport',
  TimeGenerated: '20120305151033.000000+060',
  TimeWritten: '20120305151033.000000+060',
  Type: 'Warning',
  User: '',
} as const;
const wmiNames = Object.keys(wmiValues) as (keyof typeof wmiValues)[];
const wmiTable = [
  'CategoryString',
  'ComputerName',
  'EventCode',
  'Message',
  'RecordNumber',
  'SourceName',
] as const;
const wmiTableNames = [...wmiTable, 'TimeGenerated', 'Type'] as const;
const wmiWidths = wmiTableNames.map((name) => Math.max(name.length, wmiValues[name].length) + 1);

/** What `wmic ntevent` writes: local time with its distance from UTC. */
export const wmiTexts = {
  list: `\n\n${wmiNames.map((name) => `${name}=${wmiValues[name]}\n`).join('')}\n\n`,
  value: `\n\nEventCode=327\nMessage=${DESCRIPTION}\nSourceName=MSExchangeTransport\nTimeGenerated=20120305041033.000000-600\n\n`,
  csv: `\nNode,${wmiNames.join(',')}\nMAIL1,${wmiNames
    .map((name) => (name === 'InsertionStrings' ? `{${strings.join(';')}}` : wmiValues[name]))
    .join(',')}\n`,
  table: `${padded(wmiTableNames, wmiWidths)}${padded(
    wmiTableNames.map((name) => (name === 'Message' ? DESCRIPTION : wmiValues[name])),
    wmiWidths,
  )}`,
  powershellList: `

Category         : 5
CategoryString   : Exchange Store Driver
EventCode        : 327
EventIdentifier  : 2147746119
TypeEvent        :
InsertionStrings : {EcGetMime, -2147467259, ${MDB}, 1-2A...}
LogFile          : Application
Message          : ${DESCRIPTION}
RecordNumber     : 4711
SourceName       : MSExchangeTransport
TimeGenerated    : 20120305151033.000000+060
Type             : Warning
ComputerName     : MAIL1

`,
} as const;

const entry = {
  EventID: 327,
  MachineName: 'MAIL1',
  Data: [1, 2],
  Index: 4711,
  Category: 'Exchange Store Driver',
  CategoryNumber: 5,
  EntryType: 2,
  Message: BROKEN,
  Source: 'MSExchangeTransport',
  ReplacementStrings: strings,
  InstanceId: 2147746119,
  TimeGenerated: '/Date(1330956633000)/',
  TimeWritten: '/Date(1330956633000)/',
  UserName: null,
  Site: null,
};
const record = {
  Id: 327,
  Version: null,
  Qualifiers: 32772,
  Level: 3,
  Task: 5,
  RecordId: 4711,
  ProviderName: 'MSExchangeTransport',
  LogName: 'Application',
  MachineName: 'MAIL1',
  UserId: null,
  TimeCreated: '/Date(1330956633000)/',
  LevelDisplayName: 'Warning',
  TaskDisplayName: 'Exchange Store Driver',
  KeywordsDisplayNames: ['Classic'],
  Properties: strings.map((Value) => ({ Value })),
  Message: BROKEN,
};
const { EventID, ...withoutId } = entry;
/** PowerShell 5 escapes the slashes of a date. */
const escaped = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replaceAll('/Date(1330956633000)/', '\\/Date(1330956633000)\\/');

/** What `ConvertTo-Json` writes of Get-EventLog and Get-WinEvent, with exact times. */
export const jsonTexts = {
  entry: escaped(entry, 4),
  compressed: escaped(entry),
  entryOfInstance: escaped([withoutId], 4),
  entryWithIso: JSON.stringify(
    { ...entry, EventID, TimeGenerated: '2012-03-05T15:10:33.0000000+01:00' },
    undefined,
    2,
  ),
  record: escaped(record, 4),
  recordWithIso: JSON.stringify([{ ...record, TimeCreated: '2012-03-05T14:10:33Z' }]),
  recordWithNames: escaped({ ...record, Properties: ['System.Diagnostics.Eventing.Reader.EventProperty'] }),
  wrapped: escaped({ value: [entry], Count: 1 }, 4),
  dateWithParts: escaped({
    ...entry,
    TimeGenerated: { value: '/Date(1330956633000)/', DateTime: 'Monday, March 5, 2012 2:10:33 PM' },
  }),
} as const;

const dumpel = [
  '3/5/2012',
  '2:10:33 PM',
  '2',
  '5',
  '327',
  'MSExchangeTransport',
  'N/A',
  'MAIL1',
  strings.join(' '),
];

/** What dumpel writes: insertion strings in the place of the text. */
export const dumpelTexts = {
  blanks: row(dumpel, ' '),
  tab: row(dumpel, '\t'),
  comma: row(dumpel, ','),
} as const;
