/**
 * Reads .msg files in memory and nothing else, for small web pages: two thirds of the code of `decodeMessage`.
 *
 * @module mapilint/msg
 */

export { decodeMsg } from './reading/decode-msg';
export type { Message } from './message/message';
export type { ReadOptions } from './reading/read-options';
