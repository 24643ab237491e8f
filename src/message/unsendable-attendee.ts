import { AttendeeRole, TrackStatus } from '../mapi/definitions/enums';
import { nameOf } from '../mapi/definitions/enumeration';
import type { Undocumented } from '../mapi/definitions/enumeration';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import { decodeUnsendableRecipients } from '../mapi/structures/unsendable-recipients';
import type { UnsendableRow } from '../mapi/structures/unsendable-recipients';

/**
 * An attendee who cannot be sent to and so stands in no recipient table (PidLidNonSendable…, [MS-OXOCAL] 2.2.1.25). Nothing
 * tells when they answered.
 */
export interface UnsendableAttendee {
  /** The property that names them. */
  readonly source: 'nonSendableTo' | 'nonSendableCc' | 'nonSendableBcc' | 'unsendableRecipients';
  readonly displayName: string | undefined;
  readonly addressType: string | undefined;
  readonly emailAddress: string | undefined;
  readonly attendeeRole: AttendeeRole | Undocumented | undefined;
  readonly trackStatus: TrackStatus | Undocumented | undefined;
}

const { nonSendableTo, nonSendableCc, nonSendableBcc } = messageProperties;
const { nonSendToTrackStatus, nonSendCcTrackStatus, nonSendBccTrackStatus } = messageProperties;
const lists = [
  { source: 'nonSendableTo', names: nonSendableTo, statuses: nonSendToTrackStatus, attendeeRole: 'required' },
  { source: 'nonSendableCc', names: nonSendableCc, statuses: nonSendCcTrackStatus, attendeeRole: 'optional' },
  {
    source: 'nonSendableBcc',
    names: nonSendableBcc,
    statuses: nonSendBccTrackStatus,
    attendeeRole: 'resource',
  },
] as const;

/** Everybody whom a message names as unsendable. */
export function unsendableAttendees(properties: PropertyStore): UnsendableAttendee[] {
  const listed = lists.flatMap(({ source, names, statuses, attendeeRole }) => {
    const trackStatuses = properties.peek(statuses) ?? [];
    const separated = properties.peek(names)?.split('; ') ?? [];
    return separated.flatMap((displayName, index): UnsendableAttendee[] => {
      const trackStatus = trackStatuses[index];
      const attendee = {
        source,
        displayName,
        addressType: undefined,
        emailAddress: undefined,
        attendeeRole,
        trackStatus,
      };
      return displayName === '' ? [] : [attendee]; // an empty place has a status too
    });
  });
  return [...listed, ...(unsendableRows(properties) ?? []).map(attendeeOf)];
}

function unsendableRows(properties: PropertyStore): readonly UnsendableRow[] | undefined {
  const blob = properties.peek(messageProperties.unsendableRecipients);
  return blob === undefined ? [] : decodeUnsendableRecipients(blob, properties.codePage);
}

function attendeeOf(row: UnsendableRow): UnsendableAttendee {
  const type = numberIn(row, 0x0c150003);
  const status = numberIn(row, 0x5fff0003);
  return {
    source: 'unsendableRecipients',
    displayName: textIn(row, 0x3001),
    addressType: textIn(row, 0x3002),
    emailAddress: textIn(row, 0x3003),
    attendeeRole: type === undefined ? undefined : nameOf(AttendeeRole, type & 0x0f),
    trackStatus: status === undefined ? undefined : nameOf(TrackStatus, status),
  };
}

function textIn(row: UnsendableRow, id: number): string | undefined {
  const value = row.get(((id << 16) | 0x001f) >>> 0) ?? row.get(((id << 16) | 0x001e) >>> 0);
  return typeof value === 'string' ? value : undefined;
}

function numberIn(row: UnsendableRow, tag: number): number | undefined {
  const value = row.get(tag);
  return typeof value === 'number' ? value : undefined;
}
