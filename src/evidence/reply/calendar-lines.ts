// RFC 5545 3.1 and 3.6: content lines, and the components between BEGIN and END

import type ICAL from 'ical.js';
import type { ReportDamage } from '../../damage/anomaly';
import { missingPackage } from '../../damage/missing-package';
import { quoted } from '../../damage/quoted';

/** A property of a component. */
export interface CalendarProperty {
  /** Lower-case. */
  readonly name: string;
  /** By their lower-case names; of several values the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The value as it stands behind the colon. */
  readonly value: string;
  /** Line of the text, counted from 1. */
  readonly line: number;
}

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
const wanted =
  /^(method|prodid|uid|sequence|dtstamp|attendee|organizer|summary|recurrence-id|dtstart|x-microsoft-cdo-(attendee|owner)-critical-change)[;:]/i;

/** The components of an iCalendar object, outermost first. Lines that cannot be read are reported. */
export async function readComponents(text: string, report: ReportDamage): Promise<CalendarComponent[]> {
  const library = await loadLibrary();
  const parse = (line: string): unknown => library.parse.property(line);
  const components: OpenComponent[] = [];
  const open: OpenComponent[] = [];
  for (const { line, text: content } of contentLines(text)) {
    const [keyword = '', name = ''] = content
      .slice(0, 100)
      .split(':', 2)
      .map((part) => part.trim().toLowerCase());
    if (keyword === 'begin') {
      const component: OpenComponent = { name, properties: [] };
      components.push(component);
      open.push(component);
    } else if (keyword === 'end') {
      close(open, name, line, report);
    } else {
      addProperty(open.at(-1), content, line, parse, report);
    }
  }
  if (open.length > 0) report('ics-structure', `${open.length} components are not ended`);
  return components;
}

async function loadLibrary(): Promise<typeof ICAL> {
  try {
    return (await import('ical.js')).default;
  } catch {
    throw missingPackage('ics', 'iCalendar', 'ical.js@2.2.1');
  }
}

function close(open: OpenComponent[], name: string, line: number, report: ReportDamage): void {
  if (open.pop()?.name !== name)
    report('ics-structure', `Line ${line} ends ${quoted(name, 64)}, which is not open`);
}

function addProperty(
  component: OpenComponent | undefined,
  content: string,
  line: number,
  parse: (line: string) => unknown,
  report: ReportDamage,
): void {
  if (!wanted.test(content.slice(0, 100))) {
    if (!/[:;]/.test(content)) report('ics-line-malformed', `Line ${line} is no property`);
    return;
  }
  const property = content.length > LONGEST_LINE ? undefined : parseProperty(content, line, parse);
  if (property === undefined || component === undefined)
    report('ics-line-malformed', `Line ${line} cannot be read: ${quoted(content, 64)}`);
  component?.properties.push(property ?? rawProperty(content, line));
}

/** A property whose syntax is damaged: that it is there still says something. */
function rawProperty(content: string, line: number): CalendarProperty {
  const name = content.slice(0, 100).split(/[;:]/, 1)[0]?.toLowerCase() ?? '';
  return { name, parameters: new Map(), value: valueOf(content), line };
}

/** A property by ical.js: its syntax; the value is taken as it stands, since ical.js makes 0 of what is no number. */
function parseProperty(
  content: string,
  line: number,
  parse: (line: string) => unknown,
): CalendarProperty | undefined {
  try {
    const parsed = parse(content) as [name: string, parameters: Record<string, unknown>, ...unknown[]];
    const [name, parameters] = parsed;
    const entries = Object.entries(parameters).map(
      ([key, value]) => [key, String(Array.isArray(value) ? (value[0] ?? '') : value)] as const,
    );
    return { name, parameters: new Map(entries), value: valueOf(content), line };
  } catch {
    return undefined;
  }
}

/** What stands behind the first colon that is in no quotes. */
function valueOf(content: string): string {
  let isQuoted = false;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '"') isQuoted = !isQuoted;
    if (content[at] === ':' && !isQuoted) return content.slice(at + 1).trim();
  }
  return '';
}

/** Lines with their continuations, which begin with a blank. */
function contentLines(text: string): { line: number; text: string }[] {
  const lines: { line: number; parts: string[] }[] = [];
  text.split(/\r\n?|\n/).forEach((part, index) => {
    if (/^[ \t]/.test(part) && lines.length > 0) lines.at(-1)?.parts.push(part.slice(1));
    else if (part.trim() !== '') lines.push({ line: index + 1, parts: [part] });
  });
  return lines.map(({ line, parts }) => ({ line, text: parts.join('') }));
}
