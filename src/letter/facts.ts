import type { FileTime } from '../mapi/values/file-time';
import { itemOf } from '../message/meeting';
import { bareSubject } from '../message/meeting-subject';
import type { Message } from '../message/message';
import type { Language, LetterOptions } from './language';
import type { LetterFacts } from './template';

type Change = 'cancelled' | 'changed' | 'unknown';

const changes: Readonly<Record<Language, Readonly<Record<Change, string>>>> = {
  en: {
    cancelled: 'This meeting has been canceled.',
    changed: 'This meeting has been changed. The details above are the current ones.',
    unknown:
      'This meeting may have been changed or canceled after you were invited. The details above are from the organizer’s calendar.',
  },
  de: {
    cancelled: 'Diese Besprechung wurde abgesagt.',
    changed: 'Diese Besprechung wurde geändert. Die Angaben oben sind die aktuellen.',
    unknown:
      'Diese Besprechung wurde nach Ihrer Einladung möglicherweise geändert oder abgesagt. Die Angaben oben stammen aus dem Kalender des Organisators.',
  },
};

const series: Readonly<Record<Language, Readonly<Record<'whole' | 'occurrence', string>>>> = {
  en: { whole: 'the first of a series', occurrence: 'one of a series' },
  de: { whole: 'die erste einer Serie', occurrence: 'eine aus einer Serie' },
};

/** What an item tells of its meeting, or of those occurrences of it that the letter is about: each fact in one line. */
export function factsOf(
  message: Message,
  occurrences: readonly Message[],
  options: LetterOptions,
): LetterFacts {
  const about = occurrences.length === 0 ? [message] : occurrences;
  const facts = {
    subject: common(about.map(bareSubject)) ?? bareSubject(message),
    when: about.flatMap((each) => whenOf(each, options) ?? []).join('; '),
    where: common(about.map((each) => each.inherited('location'))),
    organizer: message.sentRepresentingName ?? message.senderName,
    change: changes[options.language][common(about.map(changeOf)) ?? 'unknown'],
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const line = value?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
      return line === undefined || line === '' ? [] : [[name, line]];
    }),
  );
}

/** What all have in common; undefined: they differ. */
function common<T>([first, ...others]: readonly T[]): T | undefined {
  return others.every((other) => other === first) ? first : undefined;
}

function changeOf(message: Message): Change {
  if (itemOf(message) === 'cancellation' || message.appointmentStateFlags?.includes('canceled') === true)
    return 'cancelled';
  const isUpdate = message.meetingType === 'full' || message.meetingType === 'info';
  return isUpdate ? 'changed' : 'unknown';
}

function whenOf(message: Message, { language, timeZone = 'UTC' }: LetterOptions): string | undefined {
  const { appointmentStart: start = message.replaces, appointmentEnd: end } = message;
  if (start?.toDate() === undefined) return undefined;
  const isWholeDay = message.inherited('allDay') === true;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'full',
    ...(isWholeDay ? {} : { timeStyle: 'short' }),
    timeZone,
  });
  const words =
    end?.toDate() === undefined || isWholeDay ? format.format(start.toDate()) : range(format, start, end);
  const notes = [...(isWholeDay ? [] : [timeZone]), ...seriesNotes(message, language)];
  return notes.length === 0 ? words : `${words} (${notes.join(', ')})`;
}

function range(format: Intl.DateTimeFormat, start: FileTime, end: FileTime): string {
  const [from, to] = [start.toDate(), end.toDate()];
  if (from === undefined || to === undefined || to < from) return format.format(from);
  return format.formatRange(from, to);
}

function seriesNotes({ kind, recurring, isRecurring }: Message, language: Language): string[] {
  if (kind === 'exception') return [series[language].occurrence];
  return recurring === true || isRecurring === true ? [series[language].whole] : [];
}
