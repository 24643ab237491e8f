import { ATTACH_DATA, attachmentProperties } from '../definitions/attachment-properties';
import { messageProperties } from '../definitions/message-properties';
import { recipientProperties } from '../definitions/recipient-properties';
import { reportProperties } from '../definitions/report-properties';
import type { ValueOptions } from '../rows/value-options';
import { idOf, isNamedId } from '../values/property-type';

/**
 * What becomes of a value when its object is read. `keep`: it is at hand; `check`: it is looked at, since it may be damaged,
 * and left in the file; `leave`: nobody looks at it before somebody asks.
 */
export type Keeping = 'keep' | 'check' | 'leave';

/** What is larger is not looked at unless it is kept, whatever the options say. */
export const CHECKED_UP_TO = 65_536;

/** PidTagBody, in which a report says what was not delivered. */
const BODY = 0x1000;

/** The properties that have a name here, which readers and rules go by. */
const named = new Set(
  [messageProperties, recipientProperties, attachmentProperties, reportProperties]
    .flatMap((table) => Object.values(table))
    .map(({ key }) => key),
);

/**
 * Decides on a value. Attachments' contents stay. What has a name here is kept, however large it is: rules must not go by
 * how much a caller loads. The name of an identifier from 0x8000 up may not be known yet.
 */
export function keepingOf(
  tag: number,
  size: number,
  { loadValuesUpTo, isPeek = false }: Pick<ValueOptions<[]>, 'loadValuesUpTo' | 'isPeek'>,
): Keeping {
  const id = idOf(tag);
  if (id === ATTACH_DATA) return 'leave';
  if (size <= loadValuesUpTo) return 'keep';
  if (isPeek) return 'leave';
  if (named.has(id) || isNamedId(id)) return 'keep';
  if (size > CHECKED_UP_TO) return 'leave';
  return id === BODY ? 'keep' : 'check';
}
