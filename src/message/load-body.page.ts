import type * as ReadBody from './body/read-body';

/** The page shows no bodies. */
export function loadBody(): Promise<typeof ReadBody> {
  return Promise.reject(new Error('The page shows no bodies'));
}
