import type { AttendeeRole } from '../mapi/definitions/enums';
import type { Undocumented } from '../mapi/definitions/enumeration';
import type { ValuesOf } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { attendeeRoleProperty, recipientProperties } from '../mapi/definitions/recipient-properties';
import { viewOf } from './property-view';
import type { ViewClass } from './property-view';

/** The named values of a recipient as a plain object; what the row lacks is not in it. */
export type RecipientValues = Partial<ValuesOf<typeof recipientProperties>> & {
  attendeeRole?: AttendeeRole | Undocumented;
};

/** Named, so that the declarations keep the rows' comments. */
const RecipientView: ViewClass<typeof recipientProperties> = viewOf(recipientProperties);

/** What a row has to know of the message that it belongs to. */
export interface OwnerOfTable {
  /** Whether the table is a meeting's, so that the recipient type has its second meaning. */
  readonly isMeeting: boolean;
}

/** One row of a recipient table: its cells by name, decoded when they are read. Undefined is an absent cell. */
export class Recipient extends RecipientView {
  readonly #properties: PropertyStore;
  readonly #table: OwnerOfTable;

  /** `table`: the message whose recipient this is. */
  constructor(properties: PropertyStore, table: OwnerOfTable) {
    super();
    this.#properties = properties;
    this.#table = table;
  }

  override get properties(): PropertyStore {
    return this.#properties;
  }

  /** PidTagRecipientType as meetings mean it; undefined where the message is no meeting. [MS-OXOCAL] 2.2.4.10.7 */
  get attendeeRole(): AttendeeRole | Undocumented | undefined {
    return this.#table.isMeeting ? this.properties.get(attendeeRoleProperty) : undefined;
  }

  override toObject(): RecipientValues {
    const role = this.attendeeRole;
    return role === undefined ? super.toObject() : { ...super.toObject(), attendeeRole: role };
  }
}
