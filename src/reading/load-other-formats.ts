import type * as OtherFormats from './other-formats';

/** What reads all but .msg, loaded when the first such file is met. */
export function loadOtherFormats(): Promise<typeof OtherFormats> {
  return import('./other-formats');
}
