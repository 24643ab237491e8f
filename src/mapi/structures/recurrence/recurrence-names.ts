import { enumeration } from '../../definitions/enumeration';
import type { NameOf, Undocumented } from '../../definitions/enumeration';

/** How often something recurs: RecurFrequency, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrenceFrequency = enumeration({
  daily: [0x200a, 'IDC_RCEV_PAT_ORB_DAILY'],
  weekly: [0x200b, 'IDC_RCEV_PAT_ORB_WEEKLY'],
  monthly: [0x200c, 'IDC_RCEV_PAT_ORB_MONTHLY'],
  yearly: [0x200d, 'IDC_RCEV_PAT_ORB_YEARLY'],
});
export type RecurrenceFrequency = NameOf<typeof RecurrenceFrequency>;

/** The kind of rule for the days of a recurrence: PatternType, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrencePatternType = enumeration({
  day: [0x0, 'rptMinute'],
  week: [0x1, 'rptWeek'],
  month: [0x2, 'rptMonth'],
  monthNth: [0x3, 'rptMonthNth'],
  monthEnd: [0x4, 'rptMonthEnd'],
  hijriMonth: [0xa, 'rptHjMonth'],
  hijriMonthNth: [0xb, 'rptHjMonthNth'],
  hijriMonthEnd: [0xc, 'rptHjMonthEnd'],
});
export type RecurrencePatternType = NameOf<typeof RecurrencePatternType>;

/** When a recurrence ends: EndType, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrenceEnd = enumeration({
  date: [0x2021, 'IDC_RCEV_PAT_ERB_END'],
  count: [0x2022, 'IDC_RCEV_PAT_ERB_AFTERNOCCUR'],
  never: [0x2023, 'IDC_RCEV_PAT_ERB_NOEND'],
});
export type RecurrenceEnd = NameOf<typeof RecurrenceEnd>;

/** The calendar whose months and years count: CalendarType, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrenceCalendar = enumeration({
  /** The Gregorian calendar, or the Hijri calendar if the pattern is a Hijri one. */
  default: [0x0, 'CAL_DEFAULT'],
  gregorian: [0x1, 'CAL_GREGORIAN'],
  gregorianUs: [0x2, 'CAL_GREGORIAN_US'],
  japan: [0x3, 'CAL_JAPAN'],
  taiwan: [0x4, 'CAL_TAIWAN'],
  korea: [0x5, 'CAL_KOREA'],
  hijri: [0x6, 'CAL_HIJRI'],
  thai: [0x7, 'CAL_THAI'],
  hebrew: [0x8, 'CAL_HEBREW'],
  gregorianMiddleEastFrench: [0x9, 'CAL_GREGORIAN_ME_FRENCH'],
  gregorianArabic: [0xa, 'CAL_GREGORIAN_ARABIC'],
  gregorianEnglish: [0xb, 'CAL_GREGORIAN_XLIT_ENGLISH'],
  gregorianFrench: [0xc, 'CAL_GREGORIAN_XLIT_FRENCH'],
  japaneseLunar: [0xe, 'CAL_LUNAR_JAPANESE'],
  chineseLunar: [0xf, 'CAL_CHINESE_LUNAR'],
  saka: [0x10, 'CAL_SAKA'],
  chineseEto: [0x11, 'CAL_LUNAR_ETO_CHN'],
  koreanEto: [0x12, 'CAL_LUNAR_ETO_KOR'],
  rokuyou: [0x13, 'CAL_LUNAR_ROKUYOU'],
  koreanLunar: [0x14, 'CAL_LUNAR_KOREAN'],
  ummAlQura: [0x17, 'CAL_UMALQURA'],
});
export type RecurrenceCalendar = NameOf<typeof RecurrenceCalendar>;

/** Days of the week as bits: PatternTypeSpecific, [MS-OXOCAL] 2.2.1.44.1.1 and 2.2.1.44.1.3. */
export const Weekday = enumeration({
  sunday: [0x1, 'Su'],
  monday: [0x2, 'M'],
  tuesday: [0x4, 'Tu'],
  wednesday: [0x8, 'W'],
  thursday: [0x10, 'Th'],
  friday: [0x20, 'F'],
  saturday: [0x40, 'Sa'],
});
export type Weekday = NameOf<typeof Weekday>;

/** The first day of the week: FirstDOW, [MS-OXOCAL] 2.2.1.44.1. */
export const FirstDayOfWeek = enumeration({
  sunday: [0, 'Sunday'],
  monday: [1, 'Monday'],
  tuesday: [2, 'Tuesday'],
  wednesday: [3, 'Wednesday'],
  thursday: [4, 'Thursday'],
  friday: [5, 'Friday'],
  saturday: [6, 'Saturday'],
});

/** Which of the matching days of a month: N of PatternTypeSpecific MonthNth, [MS-OXOCAL] 2.2.1.44.1.3. */
export const RecurrenceNth = enumeration({
  first: [1, 'First'],
  second: [2, 'Second'],
  third: [3, 'Third'],
  fourth: [4, 'Fourth'],
  last: [5, 'Last'],
});
export type RecurrenceNth = NameOf<typeof RecurrenceNth>;

/** Calendars whose months and days are the Gregorian ones; what differs is the number or the name of the year. */
const gregorianMonths: ReadonlySet<string> = new Set<RecurrenceCalendar>([
  'default',
  'gregorian',
  'gregorianUs',
  'japan',
  'taiwan',
  'korea',
  'thai',
  'gregorianMiddleEastFrench',
  'gregorianArabic',
  'gregorianEnglish',
  'gregorianFrench',
]);

/** Whether a pattern counts the months of the Gregorian calendar, whatever it calls the year. */
export function hasGregorianMonths(
  calendarType: RecurrenceCalendar | Undocumented,
  patternType: RecurrencePatternType | Undocumented,
): boolean {
  return gregorianMonths.has(calendarType) && !patternType.startsWith('hijri');
}
