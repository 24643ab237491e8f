import type { EventFields } from './event-fields';
import { failureOfText, LONGEST_DESCRIPTION } from './failure-text';
import type { EventRoom } from '../worth-of-text';

// A description without the fields around it, as people copy it into a mail.

const HEAD = 400;

/** The events of a text that is nothing but descriptions: one a line, or one that goes over several. */
export function readDescriptions(lines: readonly string[], room: EventRoom): EventFields[] {
  const events = lines.flatMap((text, index) => {
    if (failureOfText(text) === undefined) return [];
    room.take();
    return [toFields(text.trim(), index + 1)];
  });
  if (events.length > 0) return events;
  const first = lines.findIndex((text) => text.trim() !== '');
  if (first < 0 || failureOfText(beginningOf(lines, first)) === undefined) return [];
  return [toFields(lines.slice(first).join('\n').trim(), first + 1)];
}

/** As much of a text from a line on as a failure is looked for in. */
function beginningOf(lines: readonly string[], first: number): string {
  let text = '';
  for (let index = first; index < lines.length && text.length < LONGEST_DESCRIPTION; index += 1)
    text += `${lines[index] as string}\n`;
  return text.trim();
}

function toFields(description: string, line: number): EventFields {
  return { line, description, ...named(description.slice(0, HEAD)) };
}

/** Number and source as the text of an undescribed event names them: in parentheses, in quotes, or plainly. */
function named(head: string): Pick<EventFields, 'id' | 'source'> {
  const match =
    /\( {0,4}(\d{1,5}) {0,4}\)[^()\n]{0,40}\( {0,4}([^()\s]{1,64}) {0,4}\)/.exec(head) ??
    /'(\d{1,5})'[^'\n]{0,40}'([^'\n]{1,64})'/.exec(head) ??
    /\bID (\d{1,5}) from source (\S{1,64})/.exec(head);
  return match === null ? {} : { id: match[1], source: match[2] };
}
