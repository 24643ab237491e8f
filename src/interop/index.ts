/**
 * Converts to the terms of other libraries and formats, and makes messages from what other libraries have read.
 *
 * @module mapilint/interop
 */

export {
  fromEwsResponse,
  fromGraphResponse,
  fromOutlookResponse,
  fromParticipation,
  toEwsResponse,
  toGraphResponse,
  toOutlookResponse,
  toParticipation,
} from './track-status';
export type {
  EwsResponse,
  GraphResponse,
  OutlookResponse,
  Participation,
  StoredTrackStatus,
} from './track-status';
export { decodeCfb } from './decode-cfb';
export { decodeMsgReader } from './decode-msgreader';
export type { MsgReaderConfig, MsgReaderFields, MsgReaderLike, MsgReaderName } from './msgreader';
export { toMsgReaderFields } from './msgreader-fields/to-msgreader-fields';
export type { MsgReaderFileData, MsgReaderValues } from './msgreader-fields/to-msgreader-fields';
export type { MsgReaderStructures } from './msgreader-fields/structure-fields';
export type {
  MsgReaderZone,
  MsgReaderZoneDefinition,
  MsgReaderZoneRule,
} from './msgreader-fields/zone-fields';
export type { MsgReaderException, MsgReaderRecurrence } from './msgreader-fields/recurrence-field';
export type { CfbContainer, CfbEntry } from './cfb-container';
export { toCalendarLines, toJCal } from './calendar';
export type { JCalProperty } from './calendar';
export { toColumns, toRows } from './columns';
export type { RecipientColumns, RecipientRow } from './columns';
export { toRRule } from './recurrence/rrule';
export type { RecurrenceRule, RRuleOptions } from './recurrence/rrule';
export type { RuleObstacle, UnsayableRecurrence } from './recurrence/rule-obstacle';
export { occurrences } from './recurrence/occurrences';
export type { Occurrence } from './recurrence/occurrences';
export type { SeriesZone } from './recurrence/series-zone';
