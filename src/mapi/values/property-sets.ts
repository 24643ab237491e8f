// [MS-OXPROPS] 1.3.2: the property sets that this library names

/** Properties with a name of their own in MAPI; named-property maps give them the index 1. */
export const PS_MAPI = '00020328-0000-0000-C000-000000000046';
/** Named-property maps give it the index 2. */
export const PS_PUBLIC_STRINGS = '00020329-0000-0000-C000-000000000046';
/** Appointments, meetings and their recurrences: [MS-OXOCAL]. */
export const PSETID_Appointment = '00062002-0000-0000-C000-000000000046';
/** What makes a meeting one, such as its global object id: [MS-OXOCAL]. */
export const PSETID_Meeting = '6ED8DA90-450B-101B-98DA-00AA003F1305';
/** What items of any kind may have: [MS-OXCMSG] and others. */
export const PSETID_Common = '00062008-0000-0000-C000-000000000046';
/** Headers of Internet mail: names are compared without case. */
export const PS_INTERNET_HEADERS = '00020386-0000-0000-C000-000000000046';
