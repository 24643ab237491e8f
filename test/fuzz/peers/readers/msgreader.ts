import * as msgreader from '@kenjiuno/msgreader';
import { touch } from '../peer';
import type { Peer } from '../peer';

interface Fields {
  readonly error?: string;
  readonly recipients?: readonly {
    readonly name?: string;
    readonly email?: string;
    readonly smtpAddress?: string;
  }[];
  readonly attachments?: readonly Fields[];
}

type MsgReader = new (data: ArrayBuffer) => {
  getFileData: () => Fields;
  getAttachment: (attachment: Fields) => unknown;
};

/** Its default export differs by loader. */
function msgReaderClass(module: unknown): MsgReader {
  return typeof module === 'function'
    ? (module as MsgReader)
    : msgReaderClass((module as { default?: unknown }).default);
}
const MsgReader = msgReaderClass(msgreader);

/** @kenjiuno/msgreader: recipients, and the contents of attachments. What it refuses it says in a field. */
export const peer: Peer = {
  read: (bytes) => {
    const reader = new MsgReader(bytes.slice().buffer);
    const { error, recipients = [], attachments = [] } = reader.getFileData();
    if (error !== undefined) throw new Error(error);
    for (const attachment of attachments) touch(reader.getAttachment(attachment));
    const rows = recipients.map(
      ({ name = '', email = '', smtpAddress = '' }) => `${name} <${email}> <${smtpAddress}>`,
    );
    return { rows, said: [] };
  },
};
