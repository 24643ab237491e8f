import { enumeration } from './enumeration';
import type { NameOf } from './enumeration';

/** The state of a calendar item: PidLidAppointmentStateFlags, [MS-OXOCAL] 2.2.1.10. */
export const AppointmentStateFlags = enumeration({
  /** The item is a meeting, not an appointment without attendees. */
  meeting: [0x1, 'asfMeeting'],
  /** The item came from somebody else. */
  received: [0x2, 'asfReceived'],
  /** The meeting was canceled. */
  canceled: [0x4, 'asfCancelled'],
});
export type AppointmentStateFlags = NameOf<typeof AppointmentStateFlags>;

/** The kind of a meeting request: PidLidMeetingType, [MS-OXOCAL] 2.2.6.5. */
export const MeetingType = enumeration({
  empty: [0x0, 'mtgEmpty'],
  request: [0x1, 'mtgRequest'],
  full: [0x10000, 'mtgFull'],
  info: [0x20000, 'mtgInfo'],
  outOfDate: [0x80000, 'mtgOutofDate'],
  delegatorCopy: [0x100000, 'mtgDelegatorCopy'],
});
export type MeetingType = NameOf<typeof MeetingType>;

/** How the calendar shows the time of an item: PidLidBusyStatus, [MS-OXOCAL] 2.2.1.2. */
export const BusyStatus = enumeration({
  free: [0, 'olFree'],
  tentative: [1, 'olTentative'],
  busy: [2, 'olBusy'],
  outOfOffice: [3, 'olOutOfOffice'],
  workingElsewhere: [4, 'olWorkingElsewhere'],
});
export type BusyStatus = NameOf<typeof BusyStatus>;

/** How a meeting recurs: PidLidRecurrenceType, [MS-OXOCAL] 2.2.1.45. */
export const RecurrenceType = enumeration({
  none: [0, 'rectypeNone'],
  daily: [1, 'rectypeDaily'],
  weekly: [2, 'rectypeWeekly'],
  monthly: [3, 'rectypeMonthly'],
  yearly: [4, 'rectypeYearly'],
});
export type RecurrenceType = NameOf<typeof RecurrenceType>;
