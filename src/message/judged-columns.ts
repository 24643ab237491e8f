import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import { ATTACH_DATA_OBJECT } from '../mapi/object/attachment-content';
import { idOf } from '../mapi/values/property-type';

/** The columns of a recipient table that rules, or what they are told by, look at: what damage to any other costs, no rule misses. */
const judged = new Set<number>(
  (
    [
      'displayName',
      'recipientType',
      'recipientTypeFlags',
      'addressType',
      'emailAddress',
      'smtpAddress',
      'senderSmtpAddress',
      'entryId',
      'recipientEntryId',
      'flags',
      'trackStatus',
      'trackStatusTime',
      'proposed',
      'proposedStartTime',
      'proposedEndTime',
      'recipientDisplayName',
      'objectType',
      'displayType',
      'displayTypeEx',
      'reportTime',
      'reportText',
      'supplementaryInfo',
      'transmittableDisplayName',
    ] as const
  ).map((name) => recipientProperties[name].key as number),
);

/** The properties of an attachment that tell whether it holds an exception. */
const ofAttachments = new Set(Object.values(attachmentProperties).map(({ key }) => key));
ofAttachments.delete(attachmentProperties.contentId.key);
ofAttachments.delete(attachmentProperties.contentLocation.key);

/** Whether damage to a property, such as `300B0102`, may change what is said of a row; undefined: to nobody knows which. */
export function mayJudgeRows(tag: string | undefined): boolean {
  return tag === undefined || judged.has(idIn(tag));
}

/** Whether it may change what an attachment is taken for. */
export function mayTellAttachments(tag: string | undefined): boolean {
  return tag === undefined || ofAttachments.has(idIn(tag)) || idIn(tag) === idOf(ATTACH_DATA_OBJECT);
}

function idIn(tag: string): number {
  return Number.parseInt(tag.slice(0, 4), 16);
}
