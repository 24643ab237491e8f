// What would settle a doubt, and what to do

export const settledByTraces =
  'This item does not show whether a change or a cancellation was sent. These do: requests and cancellations of the same ' +
  "meeting in Sent Items, a non-delivery report with 4.4.7 for its subject, the server's message tracking log, a warning " +
  '327 of MSExchangeTransport (EcGetMime, -2147467259; at maximum diagnostics only, so its absence proves nothing), and ' +
  "the attendee's own copy beside this one.";
export const settledOfSentCopy =
  'This item does not show whether the server kept it back. These do: a non-delivery report with 4.4.7 for its subject, the ' +
  "server's message tracking log, a warning 327 of MSExchangeTransport of its minute (EcGetMime, -2147467259; at maximum " +
  "diagnostics only, so its absence proves nothing), and the attendee's own copy.";
export const settledByOrganizer = "The organizer's own calendar item, saved whole as .msg, would settle it.";
export const settledByCopy = 'An undamaged copy of the item would settle it.';
export const settledByMailbox =
  'Another export of the item, or MFCMAPI on the mailbox itself, would settle it.';

export const handedOver =
  'the time of an answer is 0, but it did not stop this message, as the tracking log shows';
export const checkOrganizer = "Check the organizer's own calendar item: only that one is sent.";
export const lookIntoQueue =
  'Look into the SMTP queue and ask the external attendees whether they heard of the last change.';
/** For whoever still runs such a server. */
const server =
  'If the Exchange 2003 server still runs: install Excdo.dll 6.5.7653.5 or later, set the registry entry ' +
  'FixRecipientTrackStatusTime and restart the Information Store (KB 938650 and KB 969254: ' +
  'https://support.microsoft.com/kb/938650, archived at https://mskb.pkisolutions.com/kb/938650). It works from then on; existing ' +
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
  settle: 'The attached message, saved as a file of its own, would settle it.',
} as const;
