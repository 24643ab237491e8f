import type { KnownProperties, KnownPropertyName } from '../../mapi/definitions/known-properties';
import type { PropertyDefinition, PropertyDefinitions } from '../../mapi/definitions/property';
import type { FileTime } from '../../mapi/values/file-time';
import { PropertyType } from '../../mapi/values/property-type';
import type { PropertyValue } from '../../mapi/values/property-value';

/**
 * A time to write: a moment, also as text such as `2004-03-15T14:00Z`, or the ticks of a FILETIME, which need not be a
 * valid time.
 */
export type WrittenTime = FileTime | Date | bigint | string;

/** The names of the property types of [MS-OXCDATA] 2.11.1. */
export type PropertyTypeName = keyof typeof PropertyType;

/** A value with an explicit type, which need not be that of the property. `ofType` makes it. */
export class TypedValue {
  constructor(
    /** The number of the type, such as 0x001F. */
    readonly type: number,
    /** The value, or its bytes. */
    readonly value: Plain<PropertyValue>,
  ) {}
}

/**
 * Makes a value of another type than the property has: `ofType('errorCode', 0x8004010f)` instead of a time, or bytes
 * that are not valid text: `ofType('string', Uint8Array.of(0x41))`. Pass several values as a list.
 */
export function ofType(type: PropertyTypeName | number, value: Plain<PropertyValue>): TypedValue {
  const known = typeof type === 'number' ? type : PropertyType[type];
  return new TypedValue(known, value);
}

/** FILETIME 0: as the time of an answer, it is the defect of KB 938650. */
export const zeroTime = 0n;
/** 4501-01-01, which means "no date" in Outlook. */
export const noTime = 0x0cb34557a3dd4000n;

/** A value of a property to write: in the form in which it is read, or in a shorter one. */
export type Written<T> = Plain<T> | TypedValue;

/** Times in any form; a number where a number has a name; everything else as it is read. */
type Plain<T> = T extends FileTime
  ? WrittenTime
  : T extends Uint8Array
    ? Uint8Array
    : T extends readonly (infer Each)[]
      ? readonly Plain<Each>[] | Bits<Each>
      : T extends string
        ? T | NumberOfName<T>
        : T extends bigint
          ? bigint | number
          : T;

/** Where texts are names of numbers, their type is a list of names. */
type NumberOfName<T extends string> = string extends T ? never : number;
type Bits<Each> = [Each] extends [string] ? NumberOfName<Each> : never;

/** The properties of a table, by the names that they have in this library. What is undefined is absent. */
export type WrittenTable<Table extends PropertyDefinitions> = {
  readonly [Name in keyof Table]?:
    (Table[Name] extends PropertyDefinition<infer T> ? Written<T> : never) | undefined;
};

/** Any property by any name of MAPI or [MS-OXPROPS]: `PidTagBody`, `PR_BODY`, `PidLidReminderSet`. */
export type WrittenKnown = {
  readonly [Name in KnownPropertyName]?: Written<KnownProperties[Name]> | undefined;
};

/** A property by its tag, such as 0x6001001F, or by its name in a property set. */
export type WrittenProperty =
  | { readonly tag: number; readonly value: Plain<PropertyValue> }
  | {
      /** The property set: its GUID, or its name, such as `PSETID_Task`. */
      readonly set: string;
      readonly name: number | string;
      /** The type. Default: by the kind of value, which is a text, a 32-bit integer, a moment or bytes. */
      readonly type?: PropertyTypeName | number | undefined;
      readonly value: Plain<PropertyValue>;
    };
