import type { Anomaly } from '../../damage/anomaly';
import type { FileTime } from '../../mapi/values/file-time';

/** One line of a message tracking log of Exchange 2000 or 2003: an event of one message for one recipient. */
export interface TrackedEvent {
  readonly time: FileTime;
  /** The number of the event, such as 1031; `trackingEvents` has its meaning, if known. */
  readonly event: number;
  /** MSGID: the Message-ID, with or without angle brackets, as written there. */
  readonly messageId: string;
  /** Recipient-Address. */
  readonly recipient: string | undefined;
  /** Sender-Address. */
  readonly sender: string | undefined;
  /** Message-Subject; only present if the server was set to log subjects. */
  readonly subject: string | undefined;
  /** Partner-Name: the server with which the message was exchanged. */
  readonly partner: string | undefined;
  /** Server-hostname: the server that wrote the log. */
  readonly server: string | undefined;
  /** The file that contains the line, by the name that you passed; undefined if you did not pass one. */
  readonly file: string | undefined;
  /** Byte offset of the beginning of the line. */
  readonly offset: number;
}

/**
 * Messages that were transferred to a server of a domain in one minute: at most two, enough to see whether there was
 * another message.
 */
export interface Handover {
  readonly time: FileTime;
  readonly messageIds: readonly string[];
}

/** A message tracking log from one file or from several files, such as those of a folder. */
export interface TrackingLog {
  readonly kind: 'tracking-log';
  /** The events for the requested recipients, or all events, in the order of time. */
  readonly events: readonly TrackedEvent[];
  /** The same events by message: by the MSGID in lower case, without angle brackets. */
  readonly byMessage: ReadonlyMap<string, readonly TrackedEvent[]>;
  /** By the domain of the recipient: what else was transferred to it (event 1031), and when. */
  readonly handovers: ReadonlyMap<string, readonly Handover[]>;
  /** The names of the servers that wrote the logs, in lower case. */
  readonly servers: ReadonlySet<string>;
  /** The time of the first line, and in `last` that of the last one; undefined if there are no lines. */
  readonly first: FileTime | undefined;
  readonly last: FileTime | undefined;
  /** How many lines with events there were, whether kept or not. */
  readonly lines: number;
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/**
 * The meanings of the events that matter for a message on its way to the Internet, by their numbers. Those of 1017 to
 * 1035 come from a single secondary source each.
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
