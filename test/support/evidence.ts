// Evidence as administrators hand it over, made up: one failure, in every form.

import { writeEvt } from './evt-writer';
import type { WrittenLog } from './evt-writer';

export const MDB = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
export const FILE = 'C:\\Exchsrvr\\Mailroot\\vsi 1\\a.b.eml';
export const DESCRIPTION = `The following call : EcGetMime to the store failed. Error code : -2147467259. MDB : ${MDB}. FID : 1-2A. MID : 1-3F. File : ${FILE}.`;
export const STRINGS = ['EcGetMime', '-2147467259', MDB, '1-2A', '1-3F', FILE];
/** 2012-03-05 14:10:33 UTC. */
export const LOGGED = 1330956633;

/** A log of failures, ten minutes apart, of different messages. */
export function logOf(count: number, options: Partial<WrittenLog> = {}): Uint8Array {
  const events = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    time: LOGGED + index * 600,
    strings: [...STRINGS.slice(0, 4), `1-${index + 1}`, FILE],
  }));
  return writeEvt({ events, ...options });
}

const fields = ['Warning', 'MSExchangeTransport', 'Exchange Store Driver', '327'];

/** The event in every text form. */
export const eventTexts = {
  block: `Event Type:\tWarning
Event Source:\tMSExchangeTransport
Event Category:\tExchange Store Driver${' '}
Event ID:\t327
Date:\t\t3/5/2012
Time:\t\t2:10:33 PM
User:\t\tN/A
Computer:\tMAIL1
Description:
${DESCRIPTION}${' '}

For more information, click http://www.example.com/contentredirect.asp.
`,
  blockGerman: `Ereignistyp:\tWarnung
Ereignisquelle:\tMSExchangeTransport
Ereigniskategorie:\tExchange-Speichertreiber
Ereigniskennung:\t327
Datum:\t\t05.03.2012
Zeit:\t\t14:10:33
Benutzer:\tNicht zutreffend
Computer:\tMAIL1
Beschreibung:
Der folgende Aufruf : EcGetMime an den Informationsspeicher schlug fehl. Fehlercode : -2147467259. MDB : ${MDB}. FID : 1-2A. MID : 1-3F. Datei : ${FILE}.
`,
  blockNewer: `Log Name:      Application
Source:        MSExchangeTransport
Date:          3/5/2012 2:10:33 PM
Event ID:      327
Task Category: Exchange Store Driver
Level:         Warning
Keywords:      Classic
User:          N/A
Computer:      MAIL1
Description:
${DESCRIPTION}
`,
  xml: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Events><Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>
<Provider Name="MSExchangeTransport"/><EventID Qualifiers="32768">327</EventID><Level>3</Level><Task>6</Task>
<TimeCreated SystemTime="2012-03-05T14:10:33.000000000Z"/><Computer>MAIL1</Computer></System>
<EventData>${['EcGetMime', '-2147467259', MDB, '1-2A', '1-3F', FILE].map((text) => `<Data>${text}</Data>`).join('')}</EventData>
</Event></Events>
`,
  savedText: `3/5/2012\t2:10:33 PM\tMSExchangeTransport\tWarning\tExchange Store Driver \t327\tN/A\tMAIL1\t${DESCRIPTION}\n`,
  savedCsv: `3/5/2012,2:10:33 PM,MSExchangeTransport,Warning,Exchange Store Driver ,327,N/A,MAIL1,"${DESCRIPTION}"\n`,
  exportedList: `Type\tDate\tTime\tSource\tCategory\tEvent\tUser\tComputer\nWarning\t3/5/2012\t2:10:33 PM\t${fields[1]}\t${fields[2]}\t327\tN/A\tMAIL1\t${DESCRIPTION}\n`,
  newerCsv: `Level,Date and Time,Source,Event ID,Task Category\nWarning,3/5/2012 2:10:33 PM,MSExchangeTransport,327,Exchange Store Driver,"${DESCRIPTION}"\n`,
  newerCsvGerman: `Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\nWarnung,05.03.2012 14:10:33,MSExchangeTransport,327,Exchange-Speichertreiber,"${DESCRIPTION}"\n`,
  getEventLog: `

Index              : 4711
EntryType          : Warning
InstanceId         : 2147746119
Message            : The following call : EcGetMime to the store failed.
                     Error code : -2147467259. MDB : ${MDB}.
                     FID : 1-2A. MID : 1-3F. File : ${FILE}.
Category           : Exchange Store Driver
CategoryNumber     : 5
ReplacementStrings : {EcGetMime, -2147467259, ${MDB}, 1-2A...}
Source             : MSExchangeTransport
TimeGenerated      : 3/5/2012 2:10:33 PM
TimeWritten        : 3/5/2012 2:10:33 PM
UserName           :

`,
  getWinEvent: `

TimeCreated      : 3/5/2012 2:10:33 PM
ProviderName     : MSExchangeTransport
Id               : 327
Message          : ${DESCRIPTION}
TaskDisplayName  : Exchange Store Driver
LevelDisplayName : Warning
MachineName      : MAIL1

`,
  getEventLogCsv: `#TYPE System.Diagnostics.EventLogEntry
"EventID","MachineName","Index","Category","CategoryNumber","EntryType","Message","Source","ReplacementStrings","InstanceId","TimeGenerated"
"327","MAIL1","4711","Exchange Store Driver","5","Warning","${DESCRIPTION}","MSExchangeTransport","System.String[]","2147746119","3/5/2012 2:10:33 PM"
`,
  getWinEventCsv: `"Message","Id","ProviderName","MachineName","TimeCreated","LevelDisplayName","TaskDisplayName"
"${DESCRIPTION}","327","MSExchangeTransport","MAIL1","3/5/2012 2:10:33 PM","Warning","Exchange Store Driver"
`,
  undescribed: `The description for Event ID ( 327 ) in Source ( MSExchangeTransport ) cannot be found. The local computer may not have the necessary registry information. The following information is part of the event: EcGetMime, -2147467259, ${MDB}, 1-2A, 1-3F, ${FILE}.
`,
  undescribedQuoted: `The description for Event ID '327' in Source 'MSExchangeTransport' cannot be found.  The following information is part of the event:'EcGetMime', '-2147467259', '${MDB}', '1-2A', '1-3F', '${FILE}'
`,
  undescribedNewer: `The description for Event ID 327 from source MSExchangeTransport cannot be found. The component is not installed.

The following information was included with the event:

EcGetMime
-2147467259
${MDB}
1-2A
1-3F
${FILE}
`,
} as const;

const report = (lines: string): string => `Your message did not reach some or all of the intended recipients.

      Subject:\tCanceled: Quarterly review
      Sent:\t3/5/2012 2:10 PM

The following recipient(s) could not be reached:

${lines}`;

const expired = `      bob@example.net on 3/7/2012 2:15 PM
            Could not deliver the message in the time limit specified.  Please retry or contact your administrator.
            <mail1.example.com #4.4.7>
`;

/** Non-delivery reports, as text and as mail. */
export const ndrs = {
  text: report(expired),
  german: `Die Nachricht hat einige oder alle Empfänger nicht erreicht.

      Betreff:\tAbgesagt: Quartalsbericht
      Gesendet am:\t05.03.2012 14:10

Folgende Empfänger konnten nicht erreicht werden:

      Bob Miller am 07.03.2012 14:15
            Die Nachricht konnte nicht rechtzeitig übermittelt werden.
            <mail1.example.com #4.4.7>
`,
  french: `Votre message n'est pas parvenu à certains ou à tous les destinataires prévus.

      Objet :\tAnnulé : Bilan trimestriel
      Date :\t05/03/2012 14:10

Impossible de joindre le(s) destinataire(s) suivant(s) :

      Bob Miller le 07/03/2012 14:15
            Impossible de remettre le message dans le délai imparti.
            <mail1.example.com #4.4.7>
`,
  spanish: `El mensaje no llegó a algunos o a todos sus destinatarios.

      Asunto:\tCancelado: Informe trimestral
      Enviado:\t05/03/2012 14:10

No se puede localizar al siguiente destinatario:

      'bob@example.net' el 07/03/2012 14:15
            No se pudo entregar el mensaje en el límite de tiempo especificado.
            <mail1.example.com #4.4.7>
`,
  japanese: `一部またはすべての受信者にメッセージが届きませんでした。

      件名：\tキャンセル: 四半期レビュー
      送信日時：\t2012/03/05 14:10

次の受信者に届きませんでした:

      Bob Miller 2012/03/07 14:15
            指定された時間内にメッセージを配信できませんでした。
            <mail1.example.com #4.4.7>
`,
  /** As Outlook saves an item as text: its own header comes first. */
  savedItem: `From:\tSystem Administrator
Sent:\tWednesday, March 07, 2012 2:15 PM
To:\tOlivia Organizer
Subject:\tUndeliverable: Canceled: Quarterly review

${report(expired)}`,
  mail: `From: postmaster@example.com
To: olivia@example.com
Date: Wed, 7 Mar 2012 14:15:00 +0000
MIME-Version: 1.0
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

Could not deliver the message in the time limit specified.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns;mail1.example.com

Final-Recipient: rfc822;bob@example.net
Action: failed
Status: 4.4.7
Diagnostic-Code: smtp;550 4.4.7 message
 expired

--b
Content-Type: message/rfc822

From: olivia@example.com
To: bob@example.net
Subject: Canceled: Quarterly review
Message-ID: <1@example.com>
Date: Mon, 5 Mar 2012 14:10:00 +0000

Canceled.

--b--
`.replaceAll('\n', '\r\n'),
} as const;

const calendar = (method: string, ...lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Lotus Development Corporation//NONSGML Notes 8.5//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:040000008200E00074C5B7101A82E008',
    'SUMMARY:Accepted: Quarterly review',
    'SEQUENCE:1',
    'DTSTAMP:20120305T141033Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const ATTENDEE = 'ATTENDEE;PARTSTAT=ACCEPTED;CN="Miller; Bob:":mailto:bob@example.net';
const lacking = calendar('REPLY', ATTENDEE);

/** Replies, and a meeting that Outlook saved. */
export const replies = {
  lacking,
  complete: calendar(
    'REPLY',
    ATTENDEE,
    'X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE:20120305T141033Z',
    'X-MICROSOFT-CDO-OWNER-CRITICAL-CHANGE:20120301T090000Z',
  ),
  zero: calendar('REPLY', ATTENDEE, 'X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE:16010101T000000Z'),
  saved: calendar(
    'PUBLISH',
    'ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED;X-MS-OLK-RESPTIME=16010101T000000Z:mailto:bob@example.net',
    'ATTENDEE;CN=Carla;PARTSTAT=ACCEPTED;X-MS-OLK-RESPTIME=20120305T14',
    ' 1033Z:mailto:carla@example.net',
    'ATTENDEE;CN=Dan:mailto:dan@example.net',
  ),
  mail: `From: Bob <bob@example.net>\r\nTo: olivia@example.com\r\nSubject: Accepted: Quarterly review\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(lacking).toString('base64')}\r\n`,
} as const;

/** Calendars by themselves, and one with components and parameters of every kind. */
export const calendars = {
  lacking,
  complete: replies.complete,
  zero: replies.zero,
  saved: replies.saved,
  nested: [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//1.0//EN',
    'METHOD:COUNTER',
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe',
    'BEGIN:DAYLIGHT',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;TZID="W. Europe":20120305T141033',
    'RRULE:FREQ=SECONDLY;COUNT=999999999',
    'ATTENDEE;CN="Miller; Bob";X-NOTE=^\'a^n^^;MEMBER="mailto:a@x","mailto:b@x":mailto:bob@exam',
    '\tple.net',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
} as const;
