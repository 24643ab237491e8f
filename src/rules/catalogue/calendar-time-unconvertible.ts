import { joinPath } from '../../damage/path';
import { messageProperties } from '../../mapi/definitions/message-properties';
import type { PropertyDefinitions } from '../../mapi/definitions/property';
import { recipientProperties } from '../../mapi/definitions/recipient-properties';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { FileTime } from '../../mapi/values/file-time';
import { nameKey } from '../../mapi/values/named-property';
import { isNamedId, PropertyType } from '../../mapi/values/property-type';
import type { RawProperty } from '../../mapi/values/raw-property';
import { isUnusableTime } from '../../message/answer';
import { itemOf } from '../../message/meeting';
import { tablesOf } from '../../message/meeting-tables';
import type { Message } from '../../message/message';
import { judged, notApplicable } from '../check-result';
import { doubtsOf, personOf } from '../check-rows';
import { defineRule } from '../define-rule';
import type { CheckResultOf } from '../define-rule';
import type { ProblemOf } from '../messages';
import { who } from '../wording';
import type { Person } from '../rule';
import { quoted } from '../../damage/quoted';

const hides =
  'Exchange 2003 cannot convert it, so that the item may be missing in Outlook Web Access and on mobile devices, and mail ' +
  'about it may stay in the queue (KB 969254)';

const messages = {
  'calendar-time-unconvertible': ({ property, time }: { property: string; time: string }) =>
    `${property} is ${time}: ${hides}`,
  'row-time-unconvertible': (values: Person & { property: string; time: string }) =>
    `${who(values)}: ${values.property} is ${values.time}: ${hides}`,
};

type Problem = ProblemOf<typeof messages>;

/**
 * Finds times of a calendar item, its rows and its exceptions that are 0 or are not a calendar date. Other rules judge
 * the time of an answer (`cancellation-delivery`, `track-status-time-unusable`) and start and end
 * (`appointment-times`).
 */
export const calendarTimeUnconvertible = defineRule({
  meta: {
    id: 'calendar-time-unconvertible',
    title: 'Every time of a calendar item is a calendar date',
    severity: 'warning',
    reference: 'https://support.microsoft.com/kb/969254',
    aliases: [],
    messages,
    kinds: { property: 'damage', time: 'term' },
  },
  appliesTo: 'meeting',
  check,
});

function check(message: Message): CheckResultOf<typeof messages> {
  const item = itemOf(message);
  if (item !== 'appointment' && item !== 'exception') return notApplicable('not-a-calendar-item');
  const tables = tablesOf(message);
  const problems = tables.flatMap(({ message: table, path }) => [
    ...ofStore(table.properties, messageProperties, itemsElsewhere).map(({ name, raw, values }): Problem => {
      return {
        code: 'calendar-time-unconvertible',
        severity: 'warning',
        path: joinPath(path, name),
        values,
        origin: raw.origin,
      };
    }),
    ...table.recipients.flatMap((row, index) =>
      ofStore(row.properties, recipientProperties, rowsElsewhere).map(({ name, raw, values }): Problem => {
        const at = joinPath(joinPath(path, `recipients[${index}]`), name);
        const person = personOf(row);
        return {
          code: 'row-time-unconvertible',
          severity: 'warning',
          path: at,
          values: { ...person, ...values },
          origin: raw.origin,
          person,
        };
      }),
    ),
  ]);
  return judged('the times of the item, its rows and its exceptions', problems, doubtsOf(message, tables));
}

/** The times that other rules look at, by the names that they have here. */
const itemsElsewhere: ReadonlySet<string> = new Set(['appointmentStart', 'appointmentEnd']);
const rowsElsewhere: ReadonlySet<string> = new Set(['trackStatusTime']);

interface Unconvertible {
  /** The name of the property in this library; empty: it has none. */
  readonly name: string;
  readonly raw: RawProperty;
  readonly values: { readonly property: string; readonly time: string };
}

/** The times of an object that cannot be converted. */
function ofStore(
  store: PropertyStore,
  definitions: PropertyDefinitions,
  elsewhere: ReadonlySet<string>,
): Unconvertible[] {
  const found: Unconvertible[] = [];
  for (const raw of store) {
    const time = timeIn(raw);
    if (time === undefined || (time.kind !== 'zero' && !isUnusableTime(time))) continue;
    const name = nameIn(store, raw, definitions);
    if (elsewhere.has(name)) continue;
    found.push({ name, raw, values: { property: termOf(store, raw), time: time.toString() } });
  }
  return found;
}

function timeIn({ tag, bytes }: RawProperty): FileTime | undefined {
  if ((tag & 0xffff) !== PropertyType.time || bytes.length !== 8) return undefined;
  return new FileTime(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
}

/** What this library calls a property; empty: nothing. */
function nameIn(store: PropertyStore, { tag }: RawProperty, definitions: PropertyDefinitions): string {
  const id = tag >>> 16;
  const key = isNamedId(id) ? store.nameOf(id) : id;
  if (key === undefined) return '';
  const isSame = (other: typeof key): boolean =>
    typeof key === 'number' || typeof other === 'number' ? key === other : nameKey(key) === nameKey(other);
  return Object.entries(definitions).find(([, definition]) => isSame(definition.key))?.[0] ?? '';
}

/** A property by its tag or its name, as MFCMAPI shows them. */
function termOf(store: PropertyStore, { tag }: RawProperty): string {
  const hex = (value: number, digits: number): string =>
    `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;
  const named = isNamedId(tag >>> 16) ? store.nameOf(tag >>> 16) : undefined;
  if (named === undefined) return `the property ${hex(tag >>> 0, 8)}`;
  const name = typeof named.name === 'number' ? hex(named.name, 4) : quoted(named.name);
  return `the property ${name} of the set ${named.set}`;
}
