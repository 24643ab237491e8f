import type { PropertyStore } from '../mapi/rows/property-store';
import type { BodyOptions, MessageBody } from './body/body';

/** Reads bodies, by code that is loaded when the first is asked for. */
export async function bodyOf(properties: PropertyStore, options?: BodyOptions): Promise<MessageBody> {
  const { readBody } = await import('./body/read-body');
  return readBody(properties, options);
}
