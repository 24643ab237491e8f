// Files that are made to exhaust whoever reads them, of any size: one or more for each door by which text comes in.

import { writeEvtx } from '../../support/evtx-writer';
import type { WriteBody } from '../../support/evtx-writer';

/** Who reads a file: evidence beside an item, a message, the paths of a list, the configuration. */
type Door = 'evidence' | 'message' | 'list' | 'config';

export interface HostileFile {
  readonly door: Door;
  /** Its bytes, about as many as are asked for. */
  readonly make: (size: number) => Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const filled =
  (before: string, again: string, behind = '') =>
  (size: number): Uint8Array =>
    bytesOf(
      before +
        again.repeat(Math.max(1, Math.floor((size - before.length - behind.length) / again.length))) +
        behind,
    );
/** With a number in each repetition, so that none is as the one before. */
const numbered =
  (before: string, again: (index: number) => string, behind = '') =>
  (size: number): Uint8Array => {
    const count = Math.floor((size - before.length - behind.length) / again(99_999).length);
    return bytesOf(before + Array.from({ length: count }, (_, index) => again(index)).join('') + behind);
  };
const files = (door: Door, makers: Readonly<Record<string, HostileFile['make']>>): [string, HostileFile][] =>
  Object.entries(makers).map(([name, make]) => [name, { door, make }]);

const HEADER = 'From: a@x.example\r\nTo: b@x.example\r\nSubject: x\r\n';
const MULTIPART = `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;
const TNEF_PART = '--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\n\r\n--b--\r\n';

/** Mails; each is read as a message and as evidence. */
const mails: Readonly<Record<string, HostileFile['make']>> = {
  'mail of empty lines': filled(`${HEADER}\r\n`, '\n'),
  'mail of one line': filled(`${HEADER}\r\n`, 'x'),
  'header of one line': filled(`${HEADER}X-A: `, 'x', '\r\n\r\nx'),
  'header of folded lines': filled(`${HEADER}X-A: x\r\n`, ' x\r\n', '\r\nx'),
  'header of folded empty lines': filled(`${HEADER}X-A: x\r\n`, ' \n', '\nx'),
  'header of many fields': numbered(HEADER, (index) => `X-${index}: ${index}\r\n`, '\r\nx'),
  'header of one field again and again': filled(HEADER, 'X-A: x\r\n', '\r\nx'),
  'a million parts': filled(MULTIPART, '--b\r\n\r\n', TNEF_PART),
  'boundaries that are none': filled(MULTIPART, '--bb\r\n', TNEF_PART),
  dashes: filled(MULTIPART, '-', TNEF_PART),
  'lines of dashes': filled(MULTIPART, '--\n', TNEF_PART),
  'nested multiparts': numbered(
    `${HEADER}Content-Type: multipart/mixed; boundary=b0\r\n\r\n`,
    (index) => `--b${index}\r\nContent-Type: multipart/mixed; boundary=b${index + 1}\r\n\r\n`,
  ),
  'sixty open boundaries': (size) => {
    const long = 'y'.repeat(60);
    const open = Array.from(
      { length: 60 },
      (_, index) =>
        `--${long}${String(index).padStart(2, '0')}\r\nContent-Type: multipart/mixed; boundary=${long}${String(index + 1).padStart(2, '0')}\r\n\r\n`,
    ).join('');
    return filled(
      `${HEADER}Content-Type: multipart/mixed; boundary=${long}00\r\n\r\n${open}`,
      `--${long}zz\r\n`,
    )(size);
  },
  'nested mails': filled(HEADER, `Content-Type: message/rfc822\r\n\r\n${HEADER}`),
  'base64 of nothing': filled(`${HEADER}Content-Transfer-Encoding: base64\r\n\r\n`, '='),
  'quoted-printable': filled(`${HEADER}Content-Transfer-Encoding: quoted-printable\r\n\r\n`, '=\r\n'),
  'uuencoded files that say they are long': filled(
    `${HEADER}\r\n`,
    `begin 644 x\n${'_\n'.repeat(40_000)}end\n`,
  ),
  'uuencoded lines that say they are long': filled(`${HEADER}\r\nbegin 644 x\n`, '_\n'),
  'beginnings of uuencoded files': filled(`${HEADER}\r\n`, 'begin 644 x\n'),
  parameters: filled(`${HEADER}Content-Type: text/plain`, ';a=b', '\r\n\r\n#4.4.7'),
  'parameters in pieces': numbered(
    `${HEADER}Content-Type: text/plain`,
    (index) => `;a*${index}=b`,
    '\r\n\r\n#4.4.7',
  ),
  'encoded words': filled(`${HEADER}Message-ID: x\r\nReply-To: `, '=?utf-8?Q?x?= ', '\r\n\r\n#4.4.7'),
  'beginnings of encoded words': filled(
    'To: b@x.example\r\nFrom: a@x.example\r\nSubject: ',
    '=?',
    '\r\n\r\n#4.4.7',
  ),
  'mailbox of blanks': filled('To: b@x.example\r\nSubject: x\r\nFrom: ', ' ', '\r\n\r\n#4.4.7'),
  'tags of HTML': filled(`${HEADER}Content-Type: text/html\r\n\r\n`, '<'),
  'line breaks of HTML': filled(`${HEADER}Content-Type: text/html\r\n\r\n`, '<br'),
  'UTF-16 that is none': filled(`${HEADER}Content-Type: text/plain; charset=utf-16\r\n\r\n`, '\xff'),
  'an mbox of separators': filled(
    `From a Mon Jan  1 00:00:00 2001\n${HEADER}\n`,
    'From a Mon Jan  1 00:00:00 2001\n',
  ),
  'an mbox of letters': filled(`From a Mon Jan  1 00:00:00 2001\n${HEADER}\n`, 'F\n'),
  'an mbox of beginnings': filled(`From a Mon Jan  1 00:00:00 2001\n${HEADER}\n`, 'From \n'),
  'a report of statuses': filled(`${HEADER}\r\n`, '#4.4.7\n'),
  'a report of status groups': filled(
    `${HEADER}Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n`,
    'Status: 4.4.7\n\n',
  ),
  'a report of empty groups': filled(
    `${HEADER}Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 4.4.7\n\n`,
    '\n',
  ),
  'a report of folded lines': filled(
    `${HEADER}Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 4.4.7\n`,
    ' \n',
  ),
};

const CALENDAR = 'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n';
const calendars: Readonly<Record<string, HostileFile['make']>> = {
  'calendar of empty lines': filled(CALENDAR, '\n'),
  'calendar of one line': filled(`${CALENDAR}SUMMARY:`, 'x'),
  'calendar of calendars': filled('', 'BEGIN:VCALENDAR\n'),
  'calendar of components': filled(CALENDAR, 'END:VEVENT\nBEGIN:VEVENT\n'),
  'calendar of folded lines': filled(`${CALENDAR}SUMMARY:x`, '\n x'),
  'calendar of folded empty lines': filled(`${CALENDAR}SUMMARY:x`, '\n '),
  'calendar of attendees': filled(CALENDAR, 'ATTENDEE:a\n'),
  'calendar of parameters': filled(`${CALENDAR}ATTENDEE`, ';A=b', ':x'),
  'calendar of lines of parameters': filled(CALENDAR, `ATTENDEE${';A="b"'.repeat(10_000)}:x\n`),
  'calendar of different parameters': numbered(`${CALENDAR}ATTENDEE`, (index) => `;A${index}=b`, ':x'),
  'calendar of quotes': filled(`${CALENDAR}ATTENDEE;A="`, '"'),
  'calendar of ends': filled('BEGIN:VCALENDAR\n', 'END:VEVENT\n'),
  'calendar of seconds': filled(CALENDAR, 'RRULE:FREQ=SECONDLY;COUNT=999999999\n'),
  'calendar of lines that are none': filled(CALENDAR, 'x\n'),
};

const BLOCK = 'Event Type:\tWarning\nEvent Source:\tMSExchangeTransport\nEvent ID:\t327\nDescription:\n';
const events: Readonly<Record<string, HostileFile['make']>> = {
  'text of empty lines': filled('', '\n'),
  'text of CR CR LF': filled('', '\r\r\n'),
  'text of one line': filled('', 'x'),
  'text of blanks': filled('', ' '),
  'text of labels': filled('', 'a:b\n'),
  'text of short lines': filled('', 'x\n'),
  'text of lines of eight': filled('', 'xxxxxxx\n'),
  'block of empty lines': filled(BLOCK, '\n'),
  'block of blocks': filled('', BLOCK),
  'block of beginnings of blocks': filled('', 'Event Type:\tx\nEvent ID:\t1\n'),
  'psloglist of heads': filled('', '[1] x\n'),
  'psloglist of fields': filled('', `[1] x\n   Type:     WARNING\n   ID:       327\n`),
  'list of names': filled('EventID : 327\nMessage : x\n', 'ab : c\n'),
  'list of events': filled('', 'EventID : 327\nMessage : x\n'),
  'wmic list': filled('', 'EventCode=327\nMessage=x\n'),
  'wmic csv of commas': filled('Node,EventCode,Message\n', ','),
  'wmic csv of records': filled('Node,EventCode,Message\n', 'a,1,x\n'),
  'wmic csv of braces': filled('Node,EventCode,InsertionStrings,Message\n', 'a,1,{'),
  'csv of quotes': filled('Level,Date and Time,Source,Event ID,Task Category\n', '"'),
  'csv of open quotes': filled('Level,Date and Time,Source,Event ID,Task Category\n', ',"""'),
  'csv of commas': filled('Level,Date and Time,Source,Event ID,Task Category\n', ','),
  'csv of rows': filled(
    'Level,Date and Time,Source,Event ID,Task Category\n',
    'Warning,3/5/2012 2:10:33 PM,MSExchangeTransport,327,x\n',
  ),
  'table of dashes': filled(
    'Index Time EntryType Source InstanceID\n----- ---- --------- ------ ----------\n',
    '- ',
  ),
  'table of rows': filled('---- ---- ---- ---- ---- ---- ---- ----\n', 'x    1    2012-03-05 MSX MAIL1\n'),
  'dumpel rows': filled('', '3/5/2012 2:10:33 2 4 327 MSX N/A MAIL1 EcGetMime -2147467259 a b c d\n'),
  'calls without a code': filled('', 'Ec'),
  'lines of calls': filled('', `${'EcA,'.repeat(8000)}\n`),
  'labels of the template': filled('', 'MDB :'),
  colons: filled('', ':', 'MDB :'),
  'lines of colons': filled('', `${':'.repeat(30_000)}MDB :\n`),
  dates: filled('', '3/5/2012 '),
  digits: filled('', '1'),
  'XML of events': filled('', '<Event ><System></System></Event>'),
  'XML of open events': filled('', '<Event >'),
  'XML of data': filled('<Event ><System></System><EventData>', '<Data>', '</EventData></Event>'),
  'JSON of braces': filled('', '{'),
  'JSON of nested objects': (size) => {
    const depth = Math.floor(size / 6);
    return bytesOf('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
  },
  'JSON of nested arrays': (size) => {
    const depth = Math.floor(size / 2) - 20;
    return bytesOf(`{"EventID":${'['.repeat(depth)}${']'.repeat(depth)}}`);
  },
  'JSON of empty objects': filled('{"value":[', '{},', '{}]}'),
  'JSON of objects': filled('[', '{"EventID":327,"Message":"x"},', '{}]'),
  'JSON of small objects behind one another': filled('', '{}'),
  'JSON of numbers': filled('{"EventID":327,"Message":"x","ReplacementStrings":[', '1,', '1]}'),
  'JSON of names': numbered('{', (index) => `"EventID${index}":1,`, '"a":1}'),
  'JSON of a string': filled('{"EventID":327,"Message":"', 'x', '"}'),
  'JSON of quotes': filled('{', '"'),
  'UTF-16 of empty lines': (size) => new Uint8Array(Buffer.from(`\ufeff${'\n'.repeat(size / 2)}`, 'utf16le')),
};

/** A log of as many chunks as fit, each with the same events. */
const chunked =
  (count: number, body?: WriteBody) =>
  (size: number): Uint8Array => {
    const time = 129754302330000000n;
    const events = Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      time,
      ...(body === undefined ? { strings: ['x'] } : { body }),
    }));
    const one = writeEvtx({ chunks: [events] });
    const chunks = Math.max(1, Math.floor((size - 0x1000) / 0x10000));
    const bytes = new Uint8Array(0x1000 + chunks * 0x10000);
    bytes.set(one.subarray(0, 0x1000));
    for (let chunk = 0; chunk < chunks; chunk++) bytes.set(one.subarray(0x1000), 0x1000 + chunk * 0x10000);
    return bytes;
  };
const template =
  (name: string, content: WriteBody): WriteBody =>
  (xml) =>
    xml.header().instance(name, content, []).end();
const children =
  (count: number): WriteBody =>
  (xml) => {
    xml.open('Event').open('System').close().open('EventData');
    for (let child = 0; child < count; child++) xml.open('Data').close();
    xml.close().close();
  };

const logs: Readonly<Record<string, HostileFile['make']>> = {
  'evtx of events': chunked(250),
  'evtx of the smallest events': chunked(
    900,
    template('small', (xml) => xml.open('Event').open('System').close().close()),
  ),
  'evtx of one large template': chunked(500, template('large', children(2500))),
  'evtx of elements': chunked(1, (xml) => {
    xml.header().open('Event', {}, false);
    for (let count = 0; count < 4500; count++) xml.open('System', {}, false).close();
    xml.close().end();
  }),
  'evtx of values': chunked(1, (xml) =>
    xml
      .header()
      .instance(
        'x',
        children(1),
        Array.from({ length: 15_000 }, () => ({ type: 1, content: new Uint8Array(0) })),
      )
      .end(),
  ),
  'evtx of signatures': (size) => {
    const bytes = chunked(1)(size);
    for (let at = 0x1200; at + 8 <= bytes.length; at += 8)
      if ((at - 0x1000) % 0x10000 >= 0x200) bytes.set([0x2a, 0x2a, 0, 0, 28], at);
    return bytes;
  },
};

const TRACKING = '# Message Tracking Log File\n';
const tracking: Readonly<Record<string, HostileFile['make']>> = {
  'tracking log of empty lines': filled(TRACKING, '\n'),
  'tracking log of one line': filled(TRACKING, 'x'),
  'tracking log of tabs': filled(TRACKING, '\t'),
  'tracking log of headers': filled(TRACKING, '# Date\tTime\n'),
  'tracking log of short lines': filled(TRACKING, 'x\n'),
  'tracking log of events': filled(TRACKING, '2008-8-20\t11:44:5 GMT\t-\t-\t-\tMAIL1\t-\ta@b\t1031\tid\n'),
};

const EXPORT = '<?xml version="1.0"?>\r\n<messagetable>\r\n';
const exports: Readonly<Record<string, HostileFile['make']>> = {
  'export of empty lines': filled(EXPORT, '\n'),
  'export of one line': filled(EXPORT, 'x'),
  'export of tags': filled(EXPORT, '<a>'),
  'export of open tags': filled(EXPORT, '<'),
  'export of nested tags': filled(EXPORT, '<message>'),
  'export of attachments': filled(EXPORT, '<attachment a>x'),
  'export of values': filled(EXPORT, '<Value>x'),
  'export of CDATA': filled(EXPORT, '<Value><![CDATA[x]]>'),
  'export of comments': filled(EXPORT, '<!--'),
  'export of properties': filled(EXPORT, '<property tag="0x0037001F" type = "PT_UNICODE"></property>\r\n'),
  'export of attributes': filled(`${EXPORT}<property `, 'tag ', '>'),
  'export of rows': filled(EXPORT, '<row index="0x00000000"></row>\r\n'),
};

export const hostileFiles: ReadonlyMap<string, HostileFile> = new Map([
  ...files('evidence', { ...mails, ...calendars, ...events, ...logs, ...tracking }),
  ...files(
    'message',
    Object.fromEntries(Object.entries(mails).map(([name, make]) => [`message: ${name}`, make])),
  ),
  ...files('message', exports),
  ...files('list', {
    'list of empty lines': filled('', '\n'),
    'list of one line': filled('', 'x'),
    'list of nested JSON': filled('', '[', '\n'),
  }),
  ...files('config', {
    'configuration of empty lines': filled('', '\n'),
    'configuration of brackets': filled('', '['),
    'configuration of rules': numbered('{"rules":{', (index) => `"x${index}":"off",`, '"y":"off"}}'),
    'configuration of nested objects': filled('', '{"rules":'),
  }),
]);
