import { diagnosticCode, replyItem, reportItem, statusCode } from '../../samples/build/evidence-items';
import { ticks } from '../../samples/build/meeting';
import { trackingSamples } from '../../samples/build/scenario';
import { writeMsg } from '../support/msg-writer';
import { calendars, eventTexts, logOf, ndrs, replies, STRINGS } from '../support/evidence';
import { writeEvtx } from '../support/evtx-writer';
import type { WriteBody, WrittenEvtxEvent } from '../support/evtx-writer';
import { dumpelTexts, jsonTexts, pslogTexts, scriptTexts, wmiTexts } from '../support/tool-event-texts';
import type { Seed } from './formats';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ofTexts = (texts: Readonly<Record<string, string>>): Seed[] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: utf8(text) }));

export function evtSeeds(): readonly Seed[] {
  return Object.entries({
    plain: logOf(3),
    wrapped: logOf(6, { size: 1832, start: 880 }),
    dirty: logOf(4, { dirty: true }),
    empty: logOf(0),
  }).map(([name, bytes]) => ({ name, bytes }));
}

/** Logs whose records share templates, in one chunk and in two, and one of a forwarded event without any. */
export function evtxSeeds(): readonly Seed[] {
  const time = 129754302330000000n;
  const events = (count: number): WrittenEvtxEvent[] =>
    Array.from({ length: count }, (_, index) => ({ number: index + 1, time, strings: STRINGS }));
  const forwarded: WriteBody = (xml) =>
    xml
      .header()
      .open('Event', {}, false)
      .open('System', {}, false)
      .open('Provider', { Name: 'MSExchangeTransport' }, false)
      .close()
      .open('EventID', {}, false)
      .text('327')
      .close()
      .close()
      .close()
      .end();
  return Object.entries({
    plain: [events(3)],
    chunks: [events(2), events(4)],
    forwarded: [[{ number: 1, time, body: forwarded }, ...events(1)]],
  }).map(([name, chunks]) => ({ name, bytes: writeEvtx({ chunks }) }));
}

export const eventTextSeeds = (): readonly Seed[] =>
  [eventTexts, pslogTexts, scriptTexts, wmiTexts, jsonTexts, dumpelTexts].flatMap(ofTexts);
export const ndrSeeds = (): readonly Seed[] => ofTexts(ndrs);
export const replySeeds = (): readonly Seed[] => ofTexts(replies);

/** Calendars as files of their own: replies, a proposal, what Outlook saves, and what nobody reads. */
export const icsSeeds = (): readonly Seed[] => ofTexts(calendars);

/** Tracking logs, with a header and without one. */
export function trackingSeeds(): Seed[] {
  const [first] = Object.values(trackingSamples);
  const bare = new TextDecoder().decode(first).split('\r\n').slice(3).join('\r\n');
  return [
    ...Object.entries(trackingSamples).map(([name, bytes]) => ({ name, bytes })),
    { name: 'bare.log', bytes: new TextEncoder().encode(bare) },
  ];
}

/** Reports and replies as items. */
export function evidenceItemSeeds(): Seed[] {
  const person = { name: 'Nora', address: 'nora@partner.example' };
  const moment = ticks('2008-08-20T11:44:05');
  const reply = { attendee: person, answer: 'Pos', subject: 'Budget', answered: moment } as const;
  const report = { subject: 'Canceled: Budget', submitted: moment, reported: moment, recipients: [person] };
  return [
    { name: 'reply', bytes: writeMsg(replyItem({ ...reply, mailer: 'Lotus Notes' })) },
    { name: 'reply-with-time', bytes: writeMsg(replyItem({ ...reply, criticalChange: moment })) },
    { name: 'report', bytes: writeMsg(reportItem(report)) },
    {
      name: 'report-by-code',
      bytes: writeMsg(reportItem({ ...report, why: [statusCode(447), diagnosticCode(5)] })),
    },
  ];
}
