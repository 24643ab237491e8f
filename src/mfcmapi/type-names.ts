import { PropertyType } from '../mapi/values/property-type';

/** The names that MFCMAPI has for the types of single values, with those that mean the same. */
const types: ReadonlyMap<string, number> = new Map([
  ['PT_NULL', PropertyType.null],
  ['PT_I2', PropertyType.integer16],
  ['PT_SHORT', PropertyType.integer16],
  ['PT_LONG', PropertyType.integer32],
  ['PT_I4', PropertyType.integer32],
  ['PT_CURRENCY', PropertyType.currency],
  ['PT_APPTIME', PropertyType.floatingTime],
  ['PT_ERROR', PropertyType.errorCode],
  ['PT_BOOLEAN', PropertyType.boolean],
  ['PT_OBJECT', PropertyType.object],
  ['PT_I8', PropertyType.integer64],
  ['PT_LONGLONG', PropertyType.integer64],
  ['PT_STRING8', PropertyType.string8],
  ['PT_UNICODE', PropertyType.string],
  ['PT_SYSTIME', PropertyType.time],
  ['PT_CLSID', PropertyType.guid],
  ['PT_BINARY', PropertyType.binary],
]);

/** Whether the name of a type is known and is that of another one. Of other names nothing can be said. */
export function isOtherType(type: number, name: string | undefined): boolean {
  const named = types.get(name ?? '');
  return named !== undefined && named !== type;
}
