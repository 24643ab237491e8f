// It replaces String.prototype.replaceAll: nothing but the process of this peer may load it.
import { createRequire } from 'node:module';
import { installed } from '../installed';
import type { Peer } from '../peer';

/** What of it is called: it hands over what it read, or `failed` with an error that it met or null for what is no TNEF. */
interface NodeTnef {
  readonly parseBuffer: (data: Uint8Array, callback: (failed: boolean, result: unknown) => void) => void;
}
const { parseBuffer } = createRequire(installed)('node-tnef') as NodeTnef;

interface Tnef {
  readonly Attachments: readonly { readonly Title?: string; readonly Data?: readonly number[] }[];
  /** The properties of the message, by their identifiers. */
  readonly Attributes?: readonly { readonly Name: number }[] | null;
}

/** node-tnef reads no recipients: its rows are the attachments and the identifiers of the message's properties. */
export const peer: Peer = {
  read: async (bytes) => {
    const { Attachments, Attributes } = await parse(bytes);
    const attachments = Attachments.map(({ Title, Data }) => `${Title ?? ''} ${Data?.length ?? 0}`);
    return { rows: [...attachments, ...(Attributes ?? []).map(({ Name }) => String(Name))], said: [] };
  },
};

function parse(bytes: Uint8Array): Promise<Tnef> {
  return new Promise((resolve, reject) => {
    parseBuffer(bytes, (failed, result) => {
      if (failed && result === null) reject(new Error('it gave no result'));
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever it met
      else if (failed) reject(result);
      else resolve(result as Tnef);
    });
  });
}
