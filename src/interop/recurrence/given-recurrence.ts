import { either, aText } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';
import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';

/** A recurrence, by two fields that every one has. */
export const aRecurrence: Kind = [
  'what decodeRecurrence gives',
  (value) => {
    const { exceptions, startDate } = (value ?? {}) as Partial<Recurrence>;
    return Array.isArray(exceptions) && typeof startDate === 'string';
  },
];

/** A zone, by what the definition or the rule of one has. */
export const aSeriesZone = /* @__PURE__ */ either(aText, [
  'the result of decodeTimeZoneDefinition or decodeTimeZoneStruct',
  (value) => typeof value === 'object' && value !== null && ('rules' in value || 'bias' in value),
]);
