import * as otherFormats from './other-formats';

/** In the page, which is one file, it is at hand. */
export function loadOtherFormats(): Promise<typeof otherFormats> {
  return Promise.resolve(otherFormats);
}
