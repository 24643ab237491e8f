import type { Anomaly } from '../../damage/anomaly';
import type { PropertyStore } from '../rows/property-store';

/** A message as a container hands it over: property stores and how they hang together, nothing interpreted. */
export interface MessageObject {
  readonly properties: PropertyStore;
  /** The recipient table, in the container's order. */
  readonly recipients: readonly PropertyStore[];
  readonly attachments: readonly AttachmentObject[];
  /** What of the message an export leaves out as a whole; undefined: nothing. */
  readonly notCaptured?: readonly MessagePart[] | undefined;
}

/** A part of a message that an export may leave out: a table, or the messages in the attachments. */
export type MessagePart = 'recipients' | 'attachments' | 'embedded';

export interface AttachmentObject {
  readonly properties: PropertyStore;
  /** The message in the attachment, if there is one and it could be read. */
  readonly embedded: MessageObject | undefined;
}

/** A message and the damage that was met while it was read. Its parts may be read when they are first asked for. */
export interface ReadObject {
  readonly message: MessageObject;
  /** Damage anywhere in the file; the paths begin at the outermost message. */
  readonly anomalies: readonly Anomaly[];
  /** How many more there were than the limit allows to keep. */
  readonly suppressedAnomalies: number;
  /** How many of those were of severity error. */
  readonly suppressedErrors: number;
}
