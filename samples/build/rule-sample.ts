// What the two samples of a rule are made from.

import { writeCompoundFile } from '../../test/support/compound-file-writer';
import type { WrittenStream } from '../../test/support/compound-file-writer';
import { msgNodes } from '../../test/support/msg-writer';
import type { WrittenMessage } from '../../test/support/msg-writer';
import type { Change } from './sound-meeting';

export interface RuleSample {
  /** What the failing message shows. */
  readonly shows: string;
  /** What both have in common that the sound meeting has not. */
  readonly given?: readonly Change[];
  /** The one value in which the failing message differs. */
  readonly but?: Change;
  /** Instead of a change: how the failing message is written. */
  readonly write?: (message: WrittenMessage) => Uint8Array;
  readonly finding: { readonly code: string; readonly severity: string; readonly path: string };
}

/** Writes a message whose header counts as many recipients as it is told. */
export const countingRecipients = (count: number) => counting(16, count);
/** Writes a message whose header counts as many attachments as it is told. */
export const countingAttachments = (count: number) => counting(20, count);

function counting(offset: number, count: number): (message: WrittenMessage) => Uint8Array {
  return (message) =>
    writeCompoundFile(
      msgNodes(message).map((node) => {
        if (node.name !== '__properties_version1.0') return node;
        const data = (node as WrittenStream).data.slice();
        new DataView(data.buffer).setUint32(offset, count, true);
        return { name: node.name, data };
      }),
    ).bytes;
}

export const warning = (code: string, path: string): RuleSample['finding'] => ({
  code,
  severity: 'warning',
  path,
});
export const info = (code: string, path: string): RuleSample['finding'] => ({ code, severity: 'info', path });
export const error = (code: string, path: string): RuleSample['finding'] => ({
  code,
  severity: 'error',
  path,
});
