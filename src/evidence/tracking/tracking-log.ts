import type { Anomaly } from '../../damage/anomaly';
import type { FileTime } from '../../mapi/values/file-time';

/** One line of a message tracking log of Exchange 2000 or 2003: an event of a message, for one recipient. */
export interface TrackedEvent {
  readonly time: FileTime;
  /** Its number, such as 1031; `trackingEvents` says what is known of it. */
  readonly event: number;
  /** MSGID: the Message-ID, with or without angle brackets, as it stands there. */
  readonly messageId: string;
  /** Recipient-Address. */
  readonly recipient: string | undefined;
  /** Sender-Address. */
  readonly sender: string | undefined;
  /** Message-Subject; there only where the server was told to log subjects. */
  readonly subject: string | undefined;
  /** Partner-Name: the server that it was exchanged with. */
  readonly partner: string | undefined;
  /** Server-hostname: whose log it is. */
  readonly server: string | undefined;
  /** The file that it stands in, as whoever read it named it; undefined: there is one only. */
  readonly file: string | undefined;
  /** Where its line begins, in bytes. */
  readonly offset: number;
}

/** Messages that were handed to another server for a domain, in one minute: at most two of them, which tells whether there is another. */
export interface Handover {
  readonly time: FileTime;
  readonly messageIds: readonly string[];
}

/** Message tracking logs: of one file, or of a folder of them, which is one log in several files. */
export interface TrackingLog {
  readonly kind: 'tracking-log';
  /** The events that were asked for, in the order of time; all, if nobody asked. */
  readonly events: readonly TrackedEvent[];
  /** The same by message: by their MSGID as `normaliseMessageId` gives it. */
  readonly byMessage: ReadonlyMap<string, readonly TrackedEvent[]>;
  /** By the domain of the recipient, what else was handed over (1031) and when. */
  readonly handovers: ReadonlyMap<string, readonly Handover[]>;
  /** The names of the servers whose logs these are, in lower case. */
  readonly servers: ReadonlySet<string>;
  /** The first and the last time of all lines; undefined: there is no line. */
  readonly first: FileTime | undefined;
  readonly last: FileTime | undefined;
  /** How many lines of events there are, kept or not. */
  readonly lines: number;
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/**
 * What the numbers of events mean, of those that matter to a message on its way to the Internet. 1017 to 1035 were read in
 * one secondary source each.
 */
export const trackingEvents: Readonly<Record<number, string>> = {
  9: 'delivered locally',
  1017: 'a non-delivery report was created',
  1019: 'submitted to the queueing engine',
  1020: 'about to be sent to the other server',
  1021: 'moved to Badmail',
  1022: 'failure of the queue',
  1023: 'delivered locally',
  1024: 'submitted to the categorizer',
  1025: 'being queued',
  1027: 'submitted from the store',
  1028: 'delivered locally',
  1030: 'all recipients were sent a non-delivery report',
  1031: 'transferred to the other server',
  1033: 'categorized',
  1034: 'routed and queued for remote delivery',
  1035: 'routing is tried again',
};

/** A Message-ID in the form in which two are compared. */
export function normaliseMessageId(id: string): string {
  return id
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
}

/** The domain of an address in lower case; undefined: it has none. */
export function domainOf(address: string | undefined): string | undefined {
  return /@([^@\s>]+)>?$/.exec(address?.trim() ?? '')?.[1]?.toLowerCase();
}

/**
 * Whether a server is one of the domain of an address. Of another name a log does not tell whether it is outside: it may be
 * a bridgehead of one's own, in whatever domain of Windows.
 */
export function isServerOf(partner: string | undefined, address: string | undefined): boolean {
  const [name, domain] = [partner?.trim().toLowerCase().replace(/\.$/, '') ?? '', domainOf(address)];
  return domain !== undefined && (name === domain || name.endsWith(`.${domain}`));
}

/** Events by their message. */
export function byMessage(events: readonly TrackedEvent[]): Map<string, TrackedEvent[]> {
  const messages = new Map<string, TrackedEvent[]>();
  for (const event of events) {
    const id = normaliseMessageId(event.messageId);
    const known = messages.get(id);
    if (known === undefined) messages.set(id, [event]);
    else known.push(event);
  }
  return messages;
}
