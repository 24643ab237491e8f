import { eventTexts, logOf, ndrs, replies } from '../support/evidence';
import type { Seed } from './formats';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ofTexts = (texts: Readonly<Record<string, string>>): Seed[] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: utf8(text) }));

export function evtSeeds(): readonly Seed[] {
  return Object.entries({
    plain: logOf(3),
    wrapped: logOf(6, { size: 1832, start: 880 }),
    dirty: logOf(4, { dirty: true }),
    empty: logOf(0),
  }).map(([name, bytes]) => ({ name, bytes }));
}

export const eventTextSeeds = (): readonly Seed[] => ofTexts(eventTexts);
export const ndrSeeds = (): readonly Seed[] => ofTexts(ndrs);
export const replySeeds = (): readonly Seed[] => ofTexts(replies);
