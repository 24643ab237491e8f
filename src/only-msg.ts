/**
 * .msg files in memory and nothing else, for pages that are to be small: two thirds of what `decodeMessage` brings.
 *
 * @module mapilint/msg
 */

export { decodeMsg } from './reading/decode-msg';
export type { Message } from './message/message';
export type { ReadOptions } from './reading/read-options';
