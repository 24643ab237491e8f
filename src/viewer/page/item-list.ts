// The list as it is shown: found, narrowed and sorted from the lines of all sources.

import { AffectedMeetings, formatSummary, UnreachedTotals, verdictsByGravity } from '../../report/command';
import type { AffectedMeeting } from '../../report/command';
import type { Verdict } from '../../index';
import type { Headword, PageLine } from '../judged';
import type { ListFilter, Model, PageSource, Route, SortBy } from './model';
import { withinFolder } from './sources';

/** An item in the list, and where it is. */
export interface ListedPlace {
  /** The place of its source. */
  readonly source: number;
  /** Its position in the source. */
  readonly index: number;
  readonly line: PageLine;
}

/** What the route's source and folder hold, and what the filter leaves of it. */
export interface ItemList {
  readonly entries: readonly ListedPlace[];
  /** How many items the source and folder hold. */
  readonly total: number;
  /** How many of them have which word. */
  readonly counts: ReadonlyMap<Headword, number>;
  readonly meetings: readonly AffectedMeeting[];
  readonly unreached: UnreachedTotals;
  /** The summary that the command prints, too. */
  readonly summary: string;
  /** Which items each piece of evidence is about, by its place; whatever is shown. */
  readonly worth: readonly (readonly ListedPlace[])[];
}

/** The words from grave to none. */
export const headwords: readonly Headword[] = [
  ...verdictsByGravity.slice(0, 4),
  'findings',
  'unreadable',
  ...verdictsByGravity.slice(4),
  'no findings',
];
const gravity = new Map(headwords.map((word, index) => [word, index]));

/** Keeps the list until lines, place or filter change. */
export class ItemLists {
  #key: readonly unknown[] = [];
  #list: ItemList | undefined;
  #cost = 0;
  #made = 0;

  /** While `isBusy` an older one will do for a while, so that judging is not held up by sorting. */
  of(model: Model): ItemList {
    const { route, filter, version } = model;
    const place = [route.source, route.folder, filter];
    const isSamePlace = place.every((value, index) => this.#key[index] === value);
    const isRecent = model.isJudging && performance.now() - this.#made < Math.max(REST, this.#cost * 10);
    if (this.#list !== undefined && isSamePlace && (this.#key[3] === version || isRecent)) return this.#list;
    const start = performance.now();
    this.#list = itemList(model);
    this.#made = performance.now();
    this.#cost = this.#made - start;
    this.#key = [...place, version];
    return this.#list;
  }
}

/** Milliseconds between two lists while judging goes on. */
const REST = 200;

function itemList({ sources, route, filter, evidence }: Model): ItemList {
  const places = sources.flatMap((source, at) =>
    isEverything(sources, route) || route.source === at + 1 ? placesIn(source, at, route) : [],
  );
  const meetings = new AffectedMeetings();
  const unreached = new UnreachedTotals();
  const counts = new Map<Headword, number>();
  for (const { line } of places) {
    counts.set(line.headword, (counts.get(line.headword) ?? 0) + 1);
    if (line.affected === undefined) continue;
    meetings.add(line.affected);
    unreached.add(line.affected.unreached);
  }
  return {
    entries: sorted(places.filter(filterOf(filter)), filter),
    total: places.length,
    counts,
    meetings: meetings.list,
    unreached,
    summary: summaryOf(counts, unreached),
    worth: worthOf(sources, evidence.length),
  };
}

/** A file that was dropped alone stands among everything. */
function isEverything(sources: readonly PageSource[], { source: number }: Route): boolean {
  const source = sources[number - 1];
  return source === undefined || (source.store === undefined && source.files.length === 1);
}

function worthOf(sources: readonly PageSource[], pieces: number): ListedPlace[][] {
  const worth = Array.from({ length: pieces }, (): ListedPlace[] => []);
  if (pieces === 0) return worth;
  for (const [source, { lines }] of sources.entries())
    for (const [index, line] of lines.entries())
      for (const piece of line?.fits ?? [])
        if (line !== undefined) worth[piece]?.push({ source, index, line });
  return worth;
}

function placesIn(source: PageSource, at: number, { folder }: Route): ListedPlace[] {
  const { first, last } = withinFolder(source.folders, Math.max(folder - 1, 0));
  const places: ListedPlace[] = [];
  for (const [index, line] of source.lines.entries())
    if (line !== undefined && (folder === 0 || (line.folder >= first && line.folder <= last)))
      places.push({ source: at, index, line });
  return places;
}

function summaryOf(counts: ReadonlyMap<Headword, number>, unreached: UnreachedTotals): string {
  const verdicts = new Map<Verdict | undefined, number>();
  for (const [word, count] of counts) {
    if (word === 'unreadable') continue;
    const verdict = word === 'findings' || word === 'no findings' ? undefined : word;
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + count);
  }
  return formatSummary({ verdicts, unreadable: counts.get('unreadable'), unreached, noun: 'item' });
}

function filterOf({
  text,
  within,
  from,
  to,
  headwords: wanted,
}: ListFilter): (place: ListedPlace) => boolean {
  const words = text.trim().toLowerCase();
  return ({ line }) => {
    const { start = '' } = line;
    if (wanted.size > 0 && !wanted.has(line.headword)) return false;
    if (from !== '' && start.slice(0, 10) < from) return false;
    if (to !== '' && (start === '' || start.slice(0, 10) > to)) return false;
    return words === '' || textOf(line, within).includes(words);
  };
}

function textOf({ subject = '', organizer = '', people }: PageLine, within: ListFilter['within']): string {
  if (within === 'attendee') return people;
  if (within === 'subject') return subject.toLowerCase();
  if (within === 'organizer') return organizer.toLowerCase();
  return `${subject}\n${organizer}`.toLowerCase() + `\n${people}`;
}

function sorted(places: ListedPlace[], { sort }: ListFilter): ListedPlace[] {
  return places.sort((one, other) => orders[sort](one.line, other.line) || byStart(one.line, other.line));
}

const orders: Readonly<Record<SortBy, (one: PageLine, other: PageLine) => number>> = {
  worst: (one, other) =>
    (gravity.get(one.headword) ?? 0) - (gravity.get(other.headword) ?? 0) || other.unreached - one.unreached,
  start: () => 0,
  subject: (one, other) => compareText(one.subject?.toLowerCase(), other.subject?.toLowerCase()),
  organizer: (one, other) => compareText(one.organizer?.toLowerCase(), other.organizer?.toLowerCase()),
};

/** The latest first; without a start last. */
function byStart(one: PageLine, other: PageLine): number {
  return -compareText(one.start, other.start, -1);
}

/** What is not there is last. */
function compareText(one = '', other = '', sign = 1): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? sign : -sign;
  return one < other ? -1 : 1;
}
