import type { PropertyStore } from '../rows/property-store';
import type { FetchObject } from './attached-object';
import type { CodePageDecision } from './message-code-page';

/** A message as a container hands it over: property stores and how they hang together, nothing interpreted. */
export interface MessageObject {
  readonly properties: PropertyStore;
  /** The recipient table, in the container's order. */
  readonly recipients: readonly PropertyStore[];
  readonly attachments: readonly AttachmentObject[];
  /** The code page of the 8-bit strings of all of these, and what decided on it. */
  readonly codePageDecision: CodePageDecision;
  /** How many recipients the container says there are; undefined: it does not say. */
  readonly recipientCount?: StatedCount | undefined;
  /** Whether it is what a mail carries of a message, and its header has the rest: TNEF. */
  readonly isOfMail?: boolean | undefined;
  /** What of the message an export leaves out as a whole; undefined: nothing. */
  readonly notCaptured?: readonly MessagePart[] | undefined;
}

/** The number that a container states, and the number that mapilint found. */
export interface StatedCount {
  readonly stated: number;
  readonly found: number;
}

/** A part of a message that an export may leave out: the recipient table, the attachments, or the messages in them. */
export type MessagePart = 'recipients' | 'attachments' | 'embedded';

export interface AttachmentObject {
  readonly properties: PropertyStore;
  /** The message in the attachment, if there is one and it could be read. */
  readonly embedded: MessageObject | undefined;
  /** Fetches the OLE object in the attachment; undefined: there is none, or the container does not tell. */
  readonly fetchObject?: FetchObject | undefined;
}
