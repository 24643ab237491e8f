import type { Anomaly } from '../damage/anomaly';
import type { DecodedMessage } from '../mapi/object/decoded-message';

/** The damage in a message and in what it embeds. */
export type Damage = Pick<DecodedMessage, 'anomalies' | 'suppressedAnomalies' | 'suppressedErrors' | 'note'>;

/** The damage in an embedded message, with places as seen from there. */
export function damageIn(damage: Damage, index: number): Damage {
  const prefix = `embedded[${index}]`;
  let anomalies: readonly Anomaly[] | undefined;
  return {
    get anomalies() {
      return (anomalies ??= damage.anomalies
        .filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`))
        .map((anomaly) => ({ ...anomaly, path: anomaly.path.slice(prefix.length + 1) })));
    },
    suppressedAnomalies: 0,
    suppressedErrors: 0,
    note: undefined,
  };
}
