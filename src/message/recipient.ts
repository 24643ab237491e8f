import type { AttendeeRole } from '../mapi/definitions/recipient-enums';
import type { Undocumented } from '../mapi/definitions/enumeration';
import type { ValuesOf } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { attendeeRoleProperty, recipientProperties } from '../mapi/definitions/recipient-properties';
import { NamedObject } from './named-object';
import type { NamedClass } from './named-object';

/** The named values of a recipient. A value that the row lacks does not have a key. */
export interface RecipientValues extends ValuesOf<typeof recipientProperties> {
  /**
   * PidTagRecipientType in its meaning for meetings; there is no key if the message is not a meeting. [MS-OXOCAL]
   * 2.2.4.10.7
   */
  readonly attendeeRole?: AttendeeRole | Undocumented;
}

/** What a row has to know of the message that it belongs to. */
export interface OwnerOfTable {
  /** Whether the table is a meeting's, so that the recipient type has its second meaning. */
  readonly isMeeting: boolean;
}

/** Named, so that the declarations keep the rows' comments. */
const RecipientObject: NamedClass<RecipientValues> = NamedObject;

/**
 * One row of a recipient table. Its named values are own properties, so that copies, comparisons and everything that
 * shows an object include them. A value that the row lacks does not have a key.
 */
export class Recipient extends RecipientObject {
  /** Creates a recipient from a row; `table` is the message that it belongs to. */
  constructor(properties: PropertyStore, table: OwnerOfTable) {
    super(properties, recipientProperties);
    const role = table.isMeeting ? properties.peek(attendeeRoleProperty) : undefined;
    if (role !== undefined) (this as { attendeeRole?: RecipientValues['attendeeRole'] }).attendeeRole = role;
  }
}
