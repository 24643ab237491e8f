import type { OptionKinds } from '../../arguments/check';
import { aFlag, brandOf } from '../../arguments/kinds';

/** What to keep of a tracking log. */
export interface TrackingOptions {
  /** The addresses of the recipients whose events to keep, in lower case; undefined for all recipients. */
  readonly recipients?: ReadonlySet<string> | undefined;
  /** Throw at the first damage of severity `error` instead of recording it. Default false. */
  readonly strict?: boolean | undefined;
}

/** What belongs into these options. */
export const trackingKinds: OptionKinds<TrackingOptions> = {
  recipients: ['a Set of addresses', (value) => brandOf(value) === 'Set'],
  strict: aFlag,
};
