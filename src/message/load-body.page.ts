import type { MessageBody } from './body/body';

/** The page shows no bodies, so that it need not hold what reads them. */
export function bodyOf(): Promise<MessageBody> {
  return Promise.reject(new Error('The page shows no bodies'));
}
