import type { TrackStatus } from '../mapi/definitions/recipient-enums';
import type { AttendeeRole } from '../mapi/definitions/recipient-enums';
import type { Undocumented } from '../mapi/definitions/enumeration';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../mapi/definitions/property';
import { attendeeRoleProperty, recipientProperties } from '../mapi/definitions/recipient-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import { propertyTag } from '../mapi/values/property-type';
import { decodeUnsendableRecipients } from '../mapi/structures/unsendable-recipients';
import type { UnsendableRow } from '../mapi/structures/unsendable-recipients';

/**
 * An attendee to whom nothing can be sent, and who is therefore not in the recipient table (PidLidNonSendable…,
 * [MS-OXOCAL] 2.2.1.19 to 2.2.1.25). The message does not say when they answered. A value that the message lacks does
 * not have a key.
 */
export interface UnsendableAttendee {
  /** The property that names the attendee. */
  readonly source: 'nonSendableTo' | 'nonSendableCc' | 'nonSendableBcc' | 'unsendableRecipients';
  readonly displayName?: string;
  readonly addressType?: string;
  readonly emailAddress?: string;
  readonly attendeeRole?: AttendeeRole | Undocumented;
  readonly trackStatus?: TrackStatus | Undocumented;
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
      const attendee = { source, displayName, attendeeRole };
      const trackStatus = trackStatuses[index];
      if (displayName === '') return []; // an empty place has a status too
      return [trackStatus === undefined ? attendee : { ...attendee, trackStatus }];
    });
  });
  return [...listed, ...(unsendableRows(properties) ?? []).map(attendeeOf)];
}

function unsendableRows(properties: PropertyStore): readonly UnsendableRow[] | undefined {
  const blob = properties.peek(messageProperties.unsendableRecipients);
  return blob === undefined ? [] : decodeUnsendableRecipients(blob, properties.codePage);
}

function attendeeOf(row: UnsendableRow): UnsendableAttendee {
  const { displayName, addressType, emailAddress, trackStatus } = recipientProperties;
  const cells = { displayName, addressType, emailAddress, attendeeRole: attendeeRoleProperty, trackStatus };
  const values = Object.entries<PropertyDefinition<unknown>>(cells)
    .map(([name, definition]) => [name, valueIn(row, definition)] as const)
    .filter(([, value]) => value !== undefined);
  return { source: 'unsendableRecipients', ...Object.fromEntries(values) };
}

/** A value of a row by its property, whatever type of that kind it has. */
function valueIn<T>(row: UnsendableRow, { key, types, convert }: PropertyDefinition<T>): T | undefined {
  if (typeof key !== 'number') return undefined;
  const value = types.map((type) => row.get(propertyTag(key, type))).find((each) => each !== undefined);
  return value === undefined ? undefined : convert(value);
}
