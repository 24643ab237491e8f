import type { PropertyDefinition } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { typeOf } from '../mapi/values/property-type';
import type { RawProperty } from '../mapi/values/raw-property';

/** A column of a recipient table: MAPI's name, and a row's value in words. */
export interface Column {
  readonly title: string;
  readonly definition: PropertyDefinition<unknown>;
  readonly show: (properties: PropertyStore) => string;
}

/** A row's value in words, or why there is none in parentheses; undefined: the row does not have it. */
export function cellText({ definition, show }: Column, properties: PropertyStore): string | undefined {
  const state = properties.state(definition);
  const raw = properties.raw(definition);
  switch (state) {
    case 'present':
      return show(properties);
    case 'unlisted':
      return `${show(properties)} (unlisted)`;
    case 'absent':
      return undefined;
    case 'not-captured':
      return '(not captured)';
    case 'error':
      return '(PT_ERROR)';
    case 'other-type':
      return `(of type ${typeText(raw)})`;
    case 'not-loaded':
      return `(${raw?.size ?? 0} bytes)`;
    case 'storage':
      return '(a storage)';
    case 'damaged':
      return '(damaged)';
  }
}

function typeText(raw: RawProperty | undefined): string {
  return (raw === undefined ? 0 : typeOf(raw.tag)).toString(16).padStart(4, '0').toUpperCase();
}
