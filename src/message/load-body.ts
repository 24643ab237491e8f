import type * as ReadBody from './body/read-body';

/** What reads bodies, loaded when the first is asked for. */
export function loadBody(): Promise<typeof ReadBody> {
  return import('./body/read-body');
}
