import { recipientProperties } from '../mapi/definitions/recipient-properties';

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

/** Whether damage to a property, such as `300B0102`, may change what is said of a row; undefined: to nobody knows which. */
export function mayJudgeRows(tag: string | undefined): boolean {
  return tag === undefined || judged.has(Number.parseInt(tag.slice(0, 4), 16));
}
