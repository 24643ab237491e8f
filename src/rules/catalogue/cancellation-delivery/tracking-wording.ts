import { plural } from '../../wording';
import { clock } from './evidence-wording';

type Text = string | undefined;

/** A line of a tracking log, and what it shows of the message to somebody. */
type Track = {
  readonly address: string;
  readonly partner: Text;
  readonly time: string;
  readonly hours: number | undefined;
  /** The number of the event. */
  readonly number: number;
  readonly file: Text;
  readonly offset: number;
};

function track({ address, time, number, file, offset }: Track): string {
  const where = file === undefined ? `byte ${offset}` : `${file}, byte ${offset}`;
  return `the tracking log, event ${number} of ${clock(time, true)} for ${address} (${where})`;
}

/** What tracking logs say, in words. */
export const trackingMessages = {
  'tracking-kept': (values: Track) =>
    `${track(values)}: queued, and sent back after ${plural(values.hours ?? 0, 'hour')} without having been transferred, while another message to the same domain was`,
  'tracking-kept-alone': (values: Track) =>
    `${track(values)}: queued, and sent back after ${plural(values.hours ?? 0, 'hour')} without having been transferred; no other message to that domain was transferred meanwhile, so the partner may have been out of reach`,
  'tracking-refused': (values: Track) =>
    `${track(values)}: queued, and sent back after less than 4 hours: the partner may have refused it. The report's code, 4.4.7 or 5.x.x, would show which`,
  'tracking-queued': (values: Track) =>
    `${track(values)}: queued, and nothing more until the end of the log: it was still waiting then`,
  'tracking-handed-over': (values: Track) =>
    `${track(values)}: passed to ${values.partner ?? 'another server'}. The log does not say that it arrived`,
  'tracking-handed-over-earlier': (values: Track) =>
    `${track(values)}: an update was passed to ${values.partner ?? 'another server'}. The 0 may be newer: an answer that came later may have written it`,
  'tracking-passed-on': (values: Track) =>
    `${track(values)}: passed on to ${values.partner ?? 'a server that it does not name'}, which is not in the attendee's domain: it may belong to the organization, and its log would say more`,
  'tracking-not-there': ({ first, last }: { first: Text; last: Text }) =>
    `this server's tracking log (${clock(first ?? '', true)} to ${clock(last ?? '', true)}) does not have the message; it may have been sent by another server`,
  'tracking-elsewhen': ({ first, last }: { first: Text; last: Text }) =>
    `the tracking log covers another time: ${clock(first ?? '', true)} to ${clock(last ?? '', true)}`,
  'tracking-unmatched': () =>
    'the tracking log cannot be matched: the file says neither a Message-ID nor when it was last sent',
  'tracking-ambiguous': ({ count }: { count: number }) =>
    `the tracking log has ${count} messages of that minute to these recipients: it does not say which of them is this one`,
  'tracking-unfinished': () =>
    'the tracking log has this message, but nothing about its way to the external attendees',
  'tracking-empty': () => 'the tracking log has no line of an event',
};
