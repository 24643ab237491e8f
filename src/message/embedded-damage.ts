import type { Anomaly } from '../damage/anomaly';
import type { DecodedMessage } from '../mapi/object/decoded-message';

/** The damage in a message and in what it embeds. */
export type Damage = Pick<
  DecodedMessage,
  'anomalies' | 'anomaliesSoFar' | 'suppressedAnomalies' | 'suppressedErrors' | 'note'
>;

/** The damage in an embedded message, with places as seen from there. */
export function damageIn(damage: Damage, index: number): Damage {
  const prefix = `embedded[${index}]`;
  let anomalies: readonly Anomaly[] | undefined;
  const within = (all: readonly Anomaly[]): Anomaly[] =>
    all
      .filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`))
      .map((anomaly) => ({ ...anomaly, path: anomaly.path.slice(prefix.length + 1) }));
  return {
    get anomalies() {
      return (anomalies ??= within(damage.anomalies));
    },
    get anomaliesSoFar() {
      return within(damage.anomaliesSoFar);
    },
    suppressedAnomalies: 0,
    suppressedErrors: 0,
    note: undefined,
  };
}
