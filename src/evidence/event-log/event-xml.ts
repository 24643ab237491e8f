import type { EventFields } from './event-fields';
import { readRenderedEvent } from './rendered-event';
import type { EventRoom } from '../worth-of-text';

// What Event Viewer saves or copies as XML, and what `wevtutil /f:xml` writes: one Event element after the other.

const OPENING = /<Event(?=[\s>])/g;
const CLOSING = '</Event>';

/** The events of a text of XML; none if it has none. */
export function readEventXml(text: string, room: EventRoom): EventFields[] {
  const events: EventFields[] = [];
  let line = 1;
  let counted = 0;
  for (const { index } of text.matchAll(OPENING)) {
    if (index < counted) continue; // within the event before
    const end = text.indexOf(CLOSING, index);
    if (end < 0) break;
    const fields = fieldsOf(text.slice(index, end));
    line += lineBreaks(text.slice(counted, index));
    counted = index;
    if (fields !== undefined) {
      room.take();
      events.push({ line, ...fields });
    }
    line += lineBreaks(text.slice(index, end));
    counted = end;
  }
  return events;
}

/** The fields of an event whose XML is part of a text; undefined if there is none. */
export function fieldsOf(xml: string): Omit<EventFields, 'line'> | undefined {
  const event = readRenderedEvent(xml);
  if (event === undefined) return undefined;
  const { source, id, level, task, computer, time, recordNumber, data } = event;
  return {
    time,
    source,
    category: task === undefined ? undefined : String(task),
    id: id === undefined ? undefined : String(id),
    type: level === undefined ? undefined : String(level),
    computer,
    recordNumber,
    strings: data,
  };
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
