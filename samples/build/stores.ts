// A mailbox as administrators find it: folders with the names of a German Outlook, the defect among healthy meetings.

import { mailWithFile } from '../../test/support/pst-writer/sample-store';
import { writeStore } from '../../test/support/pst-writer/store';
import { mailboxFolders } from '../../test/support/pst-writer/written-folder';
import type { StoredMessage } from '../../test/support/pst-writer/written-folder';
import { describe } from './meeting';
import { samples } from './meetings';

const item = (name: string): StoredMessage => {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`There is no sample ${name}`);
  return describe(sample.meeting);
};

/** What stands in the calendar of the mailbox, and what in Sent Items. */
const inCalendar = ['healthy-answered', 'textbook-defect', 'nobody-answered', 'exception-defect'];
const inSentItems = ['sent-cancellation'];

const folders = mailboxFolders(
  {
    calendar: inCalendar.map(item),
    'sent items': inSentItems.map(item),
    inbox: [{ ...mailWithFile, attachments: [] }],
  },
  {
    calendar: 'Kalender',
    'sent items': 'Gesendete Objekte',
    'deleted items': 'Gelöschte Objekte',
    inbox: 'Posteingang',
  },
);

export const storeSamples: Readonly<Record<string, Uint8Array>> = {
  'mailbox.pst': writeStore({ folders, encoding: 'permute' }).bytes,
};
