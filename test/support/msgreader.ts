import * as msgreader from '@kenjiuno/msgreader';
import type { MsgReaderLike } from '../../src/interop/index';

type MsgReaderClass = new (data: ArrayBuffer) => MsgReaderLike;

/** Its default export differs by loader. */
function classIn(module: unknown): MsgReaderClass {
  const inner = (module as { default?: unknown }).default;
  return typeof module === 'function' ? (module as MsgReaderClass) : classIn(inner);
}
const MsgReader = classIn(msgreader);

/** A reader of @kenjiuno/msgreader that has read nothing yet. */
export function msgReader(bytes: Uint8Array): MsgReaderLike {
  return new MsgReader(new Uint8Array(bytes).buffer);
}
