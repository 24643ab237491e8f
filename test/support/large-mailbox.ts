// Mailboxes as large as one likes: every tenth meeting has the defect.

import { describe, meetingObjectId } from '../../samples/build/meeting';
import { external, meetingOf } from './meetings';
import { writeMsg } from './msg-writer';
import { writeStore } from './pst-writer/store';
import { mailboxFolders } from './pst-writer/written-folder';
import type { StoredMessage } from './pst-writer/written-folder';

function meetingAt(index: number): StoredMessage {
  const attendee = { ...external, name: `Attendee ${index}`, address: `a${index}@partner.example` };
  const attendees = [index % 10 === 0 ? { ...attendee, time: 0n } : attendee];
  return describe(meetingOf(attendees, { subject: `Meeting ${index}`, objectId: objectIdOf(index) }));
}

/** Another one for each number. */
function objectIdOf(index: number): Uint8Array {
  const id = meetingObjectId();
  new DataView(id.buffer).setUint32(id.length - Uint32Array.BYTES_PER_ELEMENT, index);
  return id;
}

/** A store whose calendar has that many meetings. */
export function largeStore(count: number): Uint8Array {
  const calendar = Array.from({ length: count }, (_, index) => meetingAt(index));
  return writeStore({ folders: mailboxFolders({ calendar }, {}) }).bytes;
}

/** The meeting of that number as a .msg. */
export const largeFile = (index: number): Uint8Array => writeMsg(meetingAt(index));
