import { binary, ofName as named } from '../../mapi/definitions/property';
import type { PropertyDefinition } from '../../mapi/definitions/property';
import { PSETID_Appointment, PSETID_Common } from '../../mapi/values/property-sets';
import { recurrenceField } from './recurrence-field';
import type { MsgReaderRecurrence } from './recurrence-field';
import { votingOptionsField } from './voting-options';
import { zoneDefinitionField, zoneField } from './zone-fields';
import type { MsgReaderZone, MsgReaderZoneDefinition } from './zone-fields';

/** The fields that msgreader decodes from binary values. */
export interface MsgReaderStructures {
  readonly votingOptions?: string;
  readonly timeZoneStruct?: MsgReaderZone;
  readonly apptTZDefStartDisplay?: MsgReaderZoneDefinition;
  readonly apptTZDefEndDisplay?: MsgReaderZoneDefinition;
  readonly apptTZDefRecur?: MsgReaderZoneDefinition;
  readonly apptRecur?: MsgReaderRecurrence;
}

/** Which property such a field is, and how its bytes are decoded: undefined where they are damaged. */
type Structure<T> = readonly [
  definition: PropertyDefinition<Uint8Array>,
  decode: (bytes: Uint8Array, codePage: number) => T | undefined,
];

/* @__NO_SIDE_EFFECTS__ */
function appointment(lid: number): PropertyDefinition<Uint8Array> {
  return named(PSETID_Appointment, lid, binary);
}

/** The same for every such field. */
export const structures: {
  readonly [Name in keyof MsgReaderStructures]-?: Structure<MsgReaderStructures[Name]>;
} = {
  votingOptions: [named(PSETID_Common, 0x8520, binary), votingOptionsField],
  timeZoneStruct: [appointment(0x8233), zoneField],
  apptTZDefStartDisplay: [appointment(0x825e), zoneDefinitionField],
  apptTZDefEndDisplay: [appointment(0x825f), zoneDefinitionField],
  apptTZDefRecur: [appointment(0x8260), zoneDefinitionField],
  apptRecur: [appointment(0x8216), recurrenceField],
};
