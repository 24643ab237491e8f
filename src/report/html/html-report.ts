import type { Person, Verdict } from '../../rules/rule';
import { distinctPeople } from '../../rules/unreached';
import type { AffectedMeeting } from '../affected-meetings';
import { plural } from '../../rules/wording';
import { counted } from '../counted';
import { minuteOf } from '../minute';
import { reportedName } from '../reported';
import type { Reported } from '../reported';
import { formatStopped } from '../stopped';
import type { StoppedRun } from '../stopped';
import { formatSummary, unreachedWords } from '../summary';
import type { SummaryCounts } from '../summary';
import { barChart, countsOf } from './bar-chart';
import { anchorOf, escaped, escapedLines } from './escaped';
import { monthChart } from './month-chart';
import { meetingTable } from './meeting-table';
import { PAGE_SCRIPT_HASH, pageScript } from './page-script';
import { PAGE_STYLE_HASH, pageStyle } from './page-style';

/** What a page says of one run. */
export interface HtmlReport {
  readonly meetings: readonly AffectedMeeting[];
  /** The details of items, as `htmlItem` gives them. */
  readonly items: readonly string[];
  /** How many items were found beside those. */
  readonly moreItems: number;
  /** Where a reader finds these. */
  readonly more: string;
  readonly counts: SummaryCounts;
  /** What else is said of the run: what stopped it, its configuration, what to do. */
  readonly notes: readonly string[];
  readonly version: string;
  readonly made: Date;
  readonly stopped?: StoppedRun | undefined;
}

const policy = `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; script-src 'sha256-${PAGE_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;

/** One page that asks nothing of the network: totals, the affected meetings as a table, and each item's detail folded. */
export function formatHtml(report: HtmlReport): string {
  const { meetings, items, moreItems, more, counts, notes, version, made, stopped } = report;
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${escaped(titleOf(report))}</title>
<style>${pageStyle}</style>
<main>
${stopped === undefined ? '' : `<p><strong>${escaped(formatStopped(stopped))}</strong></p>`}
<h1>${escaped(titleOf(report))}</h1>
<p class="soft">mapilint ${escaped(version)}, ${minuteOf(made.toISOString())} UTC. ${escaped(formatSummary({ ...counts, unreached: undefined }))}</p>
${notes.map((note) => `<p>${escapedLines(note)}</p>`).join('\n')}
${meetings.length === 0 ? '' : `${totals(meetings)}\n${charts(meetings)}\n<h2>Affected meetings</h2>\n${meetingTable(meetings)}`}
${items.length === 0 ? '' : `<h2>Items</h2>\n${items.join('\n')}`}
${moreItems > 0 ? `<p>and ${plural(moreItems, 'item')} more: ${escaped(more)}</p>` : ''}
</main>
<script>${pageScript}</script>
</html>
`;
}

/** The detail of an item, folded. */
export function htmlItem(
  reported: Reported,
  verdict: Verdict | 'found' | 'unreadable',
  text: string,
): string {
  const name = reportedName(reported);
  return `<details id="${anchorOf(name)}"><summary><span class="${verdict}">${verdict}</span> <bdi>${escaped(name)}</bdi></summary><pre>${escapedLines(text)}</pre></details>`;
}

function titleOf({ meetings }: HtmlReport): string {
  if (meetings.length === 0) return 'No meeting is affected';
  return unreachedWords(meetings.length, peopleOf(meetings).length);
}

function peopleOf(meetings: readonly AffectedMeeting[]): Person[] {
  return distinctPeople(meetings.flatMap(({ attendees }) => attendees));
}

function totals(meetings: readonly AffectedMeeting[]): string {
  const organizers = distinctPeople(meetings.flatMap(({ organizer }) => organizer ?? []));
  const entries: [count: number, one: string, many: string][] = [
    [meetings.length, 'meeting', 'meetings'],
    [peopleOf(meetings).length, 'external attendee', 'external attendees'],
    [organizers.length, 'organizer', 'organizers'],
    [meetings.reduce((sum, { copies }) => sum + copies.length, 0), 'copy', 'copies'],
  ];
  const items = entries.map(([count, one, many]) => {
    return `<li><strong>${counted(count)}</strong>${count === 1 ? one : many}</li>`;
  });
  return `<ul class="totals">${items.join('')}</ul>`;
}

function charts(meetings: readonly AffectedMeeting[]): string {
  const months = meetings.flatMap(({ start }) => (start === null ? [] : [start.slice(0, 7)]));
  const domains = peopleOf(meetings).flatMap(
    ({ address }) => /@([^@]+)$/.exec(address ?? '')?.[1]?.toLowerCase() ?? [],
  );
  const pictures = [
    monthChart('Meetings by month of their start', months),
    barChart('Attendees by domain', countsOf(domains)),
  ];
  return `<div class="charts">${pictures.join('')}</div>`;
}
