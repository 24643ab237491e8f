import type { OptionKinds } from '../../arguments/check';
import { aFlag, brandOf } from '../../arguments/kinds';

/** What is kept of a tracking log. */
export interface TrackingOptions {
  /** The addresses of whoever is asked about, in lower case; undefined: everybody. */
  readonly recipients?: ReadonlySet<string> | undefined;
  /** Throw the first damage of severity error instead of recording it. Default false. */
  readonly strict?: boolean | undefined;
}

/** What belongs into these options. */
export const trackingKinds: OptionKinds<TrackingOptions> = {
  recipients: ['a Set of addresses', (value) => brandOf(value) === 'Set'],
  strict: aFlag,
};
