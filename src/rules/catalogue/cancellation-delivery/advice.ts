// What would settle a doubt, and what to do

export const settledByTraces =
  'Whether a change or a cancellation was sent, this item does not show. Requests and cancellations of the same meeting in ' +
  "Sent Items do, a non-delivery report with 4.4.7 for its subject, the server's message tracking log, a warning 327 of " +
  'MSExchangeTransport (EcGetMime, -2147467259; at maximum diagnostics only, so its absence proves nothing), and ' +
  "the attendee's own copy beside this one.";
export const settledOfSentCopy =
  'Whether the server kept it back, this item does not show. A non-delivery report with 4.4.7 for its subject does, the ' +
  "server's message tracking log, a warning 327 of MSExchangeTransport of its minute (EcGetMime, -2147467259; at maximum " +
  "diagnostics only, so its absence proves nothing), and the attendee's own copy.";
export const settledByOrganizer = "The organizer's own calendar item, saved whole as .msg, would tell.";
export const settledByCopy = 'An undamaged copy of the item would tell.';
export const settledByMailbox = 'Another export of the item, or MFCMAPI on the mailbox itself, would tell.';

export const handedOver =
  'the time of an answer is 0, but it did not stop this message, as the tracking log shows';
export const checkOrganizer = "Check the organizer's own calendar item: only that one is sent.";
export const lookIntoQueue =
  'Look into the SMTP queue and ask the external attendees whether they heard of the last change.';
/** For whoever still runs such a server. */
const server =
  'If the Exchange 2003 server still runs: install Excdo.dll 6.5.7653.5 or later, set the registry entry ' +
  'FixRecipientTrackStatusTime and restart the Information Store (KB 938650 and KB 969254: ' +
  'https://support.microsoft.com/kb/938650, archived at https://mskb.pkisolutions.com/kb/938650). That works from then on; ' +
  'rows keep their 0.';
/** For whoever holds an archive, a legal hold or a migration. */
const archive =
  'If this is an archive, a legal hold or a migration: the 0 shows that a server without the remedy could not send the ' +
  'item to the Internet, not that anything was sent. It stays in the row wherever the item is moved.';
const unverified =
  'Not verified: have the attendee answer again from another mail client, or remove and invite them again.';
export const remedies: readonly string[] = [server, archive, unverified];

export const explainUnread = {
  summary: 'this item is not a meeting, and an Outlook message that is attached to it was not read',
  settle: 'The attached message, saved as a file of its own, would tell.',
} as const;
