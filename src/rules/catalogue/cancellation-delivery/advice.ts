// What would settle a doubt, and what to do

/** What would show that something was sent, or, of what was sent, that the server kept it back. */
function settledByTraces(question: string, inMailbox: string, ofEvent: string, copy: string): string {
  return (
    `A ${question}. These do: ${inMailbox}a non-delivery report with status 4.4.7 that names its subject, the message ` +
    `tracking log of the server, a warning 327 of MSExchangeTransport${ofEvent} (EcGetMime, -2147467259; the server logs it ` +
    `only if diagnostics logging is set to Maximum, so its absence proves nothing), and ${copy} attendee's own copy.`
  );
}
export const settledOfItem = /* @__PURE__ */ settledByTraces(
  'calendar item does not show whether a change or a cancellation was sent',
  'requests and cancellations of the same meeting in Sent Items, ',
  '',
  'a comparison with the',
);
export const settledOfSentCopy = /* @__PURE__ */ settledByTraces(
  'sent message does not show whether the server kept it back',
  '',
  ' from the minute of sending',
  'the',
);
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
  'FixRecipientTrackStatusTime (no available article shows its path or data) and restart the Information Store ' +
  '(KB 969254; KB 938650: https://mskb.pkisolutions.com/kb/938650). Existing rows keep the time 0.';
/** For whoever holds an archive, a legal hold or a migration. */
const archive =
  'If this is an archive, a legal hold or a migration: a time of 0 shows that a server without this hotfix could not deliver the ' +
  'item to the Internet, but not that anybody sent it.';
const unverified =
  'If the meeting is still to come, ask the attendee to answer again from another mail client, or remove the attendee and ' +
  'invite again. Nobody has verified that this helps.';
export const remedies: readonly string[] = [server, archive, unverified];

export const explainUnread = {
  summary: 'this item is not a meeting, and an Outlook message that is attached to it was not read',
  settle: 'The attached message, saved as a file of its own, would settle it.',
} as const;
