import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { FileTime } from '../mapi/values/file-time';
import type { Origin } from '../mapi/values/raw-property';
import { isUnusableTime } from '../message/answer';
import { tablesOf } from '../message/meeting-tables';
import type { MeetingTable } from '../message/meeting-tables';
import type { Message } from '../message/message';
import type { Recipient } from '../message/recipient';

/** A row's PidTagRecipientTrackStatusTime that Exchange cannot convert. */
export interface BadTime {
  readonly table: MeetingTable;
  readonly row: Recipient;
  /** Such as `embedded[0].recipients[1].trackStatusTime`. */
  readonly path: string;
  readonly time: FileTime;
  readonly origin: Origin;
}

/** Every row of a meeting and of its exceptions, judged or not, whose time is 0. */
export function zeroTimes(item: Message): BadTime[] {
  return timesWhere(item, (time) => time.kind === 'zero');
}

/** Every row whose time is another one that no calendar holds. */
export function otherBadTimes(item: Message): BadTime[] {
  return timesWhere(item, isUnusableTime);
}

function timesWhere(item: Message, isWanted: (time: FileTime) => boolean): BadTime[] {
  return tablesOf(item).flatMap((table) =>
    table.message.recipients.flatMap((row, index) => {
      const raw = row.properties.raw(recipientProperties.trackStatusTime);
      const time = row.trackStatusTime;
      if (raw === undefined || time === undefined || !isWanted(time)) return [];
      const path = `${table.path === '' ? '' : `${table.path}.`}recipients[${index}].trackStatusTime`;
      return [{ table, row, path, time, origin: raw.origin }];
    }),
  );
}
