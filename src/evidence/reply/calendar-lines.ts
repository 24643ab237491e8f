// RFC 5545 3.1 and 3.6: content lines, and the components between BEGIN and END

import type { ReportDamage } from '../../damage/anomaly';
import { quoted } from '../../damage/quoted';
import { filledLines } from '../text-lines';
import { readContentLine, readDamagedLine } from './content-line';
import type { CalendarProperty } from './content-line';

/** A component with its own properties, such as a VEVENT; what it contains is a component of its own. */
export interface CalendarComponent {
  /** Lower-case, such as `vevent`. */
  readonly name: string;
  readonly properties: readonly CalendarProperty[];
}

interface OpenComponent {
  readonly name: string;
  readonly properties: CalendarProperty[];
}

/** Longer lines are no properties of a meeting that matter here. */
const LONGEST_LINE = 65_536;
/** A calendar that somebody hands over has a meeting or a few, each with its attendees: so many, and more where it is long. */
const COMPONENTS = 1_000;
const SHORTEST_COMPONENT = 64;
const MOST_COMPONENTS = 10_000;
const MOST_PROPERTIES = 100_000;
const wanted =
  /^(method|prodid|uid|sequence|dtstamp|attendee|organizer|summary|recurrence-id|dtstart|x-microsoft-cdo-(attendee|owner)-critical-change)[;:]/i;

/** The components of an iCalendar object, outermost first. Lines that cannot be read are reported. */
export function readComponents(text: string, report: ReportDamage): CalendarComponent[] {
  const reading = new ComponentReading(text.length, report);
  let open: UnfoldedLine | undefined;
  for (const { line, text: part } of filledLines(text)) {
    if (open !== undefined && (part.startsWith(' ') || part.startsWith('\t'))) {
      // what is longer than any line that matters is not kept
      if (open.length <= LONGEST_LINE) open.parts.push(part.slice(1));
      open.length += part.length - 1;
      continue;
    }
    if (part.trim() === '') continue;
    if (open !== undefined && !reading.take(open.parts.join(''), open.line)) return reading.components;
    open = { line, parts: [part], length: part.length };
  }
  if (open !== undefined) reading.take(open.parts.join(''), open.line);
  reading.end();
  return reading.components;
}

/** A line with its continuations, which begin with a blank. */
interface UnfoldedLine {
  readonly line: number;
  readonly parts: string[];
  length: number;
}

class ComponentReading {
  readonly components: OpenComponent[] = [];
  readonly #open: OpenComponent[] = [];
  readonly #report: ReportDamage;
  readonly #most: number;
  #properties = 0;

  constructor(characters: number, report: ReportDamage) {
    this.#report = report;
    this.#most = Math.min(MOST_COMPONENTS, COMPONENTS + Math.floor(characters / SHORTEST_COMPONENT));
  }

  /** Takes a line; false if there were too many, so that the rest is not read. */
  take(content: string, line: number): boolean {
    const [keyword = '', name = ''] = content
      .slice(0, 100)
      .split(':', 2)
      .map((part) => part.trim().toLowerCase());
    if (keyword === 'begin') return this.#begin(name, line);
    if (keyword !== 'end') return this.#property(content, line);
    if (this.#open.pop()?.name !== name)
      this.#report('ics-structure', `Line ${line} ends ${quoted(name, 64)}, which is not open`);
    return true;
  }

  end(): void {
    if (this.#open.length > 0) this.#report('ics-structure', `${this.#open.length} components are not ended`);
  }

  #begin(name: string, line: number): boolean {
    if (this.components.length === this.#most) return this.#tooMany(`${this.#most} components`, line);
    const component: OpenComponent = { name, properties: [] };
    this.components.push(component);
    this.#open.push(component);
    return true;
  }

  #property(content: string, line: number): boolean {
    if (!wanted.test(content.slice(0, 100))) {
      if (!/[:;]/.test(content)) this.#report('ics-line-malformed', `Line ${line} is not a property`);
      return true;
    }
    if (++this.#properties > MOST_PROPERTIES) return this.#tooMany(`${MOST_PROPERTIES} properties`, line);
    const component = this.#open.at(-1);
    const property = content.length > LONGEST_LINE ? undefined : readContentLine(content, line);
    if (property === undefined || component === undefined)
      this.#report('ics-line-malformed', `Line ${line} cannot be read: ${quoted(content, 64)}`);
    component?.properties.push(property ?? readDamagedLine(content.slice(0, LONGEST_LINE), line));
    return true;
  }

  #tooMany(what: string, line: number): false {
    this.#report('evidence-too-many', `More than ${what}: what follows from line ${line} on is not read`);
    return false;
  }
}
