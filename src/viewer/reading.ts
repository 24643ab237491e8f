import type { Message } from '../index';
import { languages, letterOf, letterText } from '../letter/index';
import { toMessageReport, toPropertyReports } from '../report/command';
import type { CheckedFile } from '../report/command';
import type { PropertyNames } from '../mapi/names/index';
import type { About, PageMessage, Properties } from './protocol';
import { vocabularyOf } from './vocabulary';

/** A judged message as the page shows it. */
export function readingOf(
  { path, item, message, diagnosis }: CheckedFile,
  names: PropertyNames,
): PageMessage {
  const abouts: Record<string, About> = {};
  describe(message, '', abouts);
  const report = toMessageReport(path, message, diagnosis);
  // through JSON, as everything that leaves mapilint: times and bytes become plain data
  const reading = {
    kind: 'message',
    report: { ...report, item },
    abouts,
    vocabulary: vocabularyOf(message, names),
    letters: lettersOf(message, diagnosis),
  };
  return JSON.parse(JSON.stringify(reading)) as PageMessage;
}

/** The mails to those whom changes do not reach, in every language and the reader's time zone. */
function lettersOf(message: Message, diagnosis: CheckedFile['diagnosis']): PageMessage['letters'] {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const letters = languages.flatMap((language) => {
    const letter = letterOf(message, diagnosis, { language, timeZone });
    return letter === undefined ? [] : [[language, letterText(letter)] as const];
  });
  return letters.length === 0 ? undefined : (Object.fromEntries(letters) as PageMessage['letters']);
}

/** The properties of an object in a message as the page shows them. */
export function propertiesOf(message: Message, place: string, names: PropertyNames): Properties {
  const object = objectAt(message, place);
  const properties = object === undefined ? [] : toPropertyReports(object.properties, names);
  return JSON.parse(JSON.stringify({ kind: 'properties', place, properties })) as Properties;
}

function describe(message: Message, place: string, abouts: Record<string, About>): void {
  abouts[place] = {
    start: message.appointmentStart?.iso ?? undefined,
    end: message.appointmentEnd?.iso ?? undefined,
    replaces: message.replaces?.iso ?? undefined,
    location: message.location,
    organizer: message.sentRepresentingName ?? message.senderName,
  };
  for (const [index, embedded] of message.embedded.entries())
    describe(embedded, `${place === '' ? '' : `${place}.`}embedded[${index}]`, abouts);
}

/** The message or row at a place such as `embedded[0].recipients[1]`. */
function objectAt(message: Message, place: string): Pick<Message, 'properties'> | undefined {
  let at: Pick<Message, 'properties'> | undefined = message;
  for (const [, list, index] of place.matchAll(/(recipients|embedded)\[(\d+)\]/g))
    at = (at as Message | undefined)?.[list as 'recipients' | 'embedded'][Number(index)];
  return at;
}
