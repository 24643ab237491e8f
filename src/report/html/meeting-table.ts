import type { Person } from '../../rules/rule';
import { verdictsByGravity } from '../../rules/verdicts';
import { who } from '../../rules/wording';
import type { AffectedMeeting } from '../affected-meetings';
import { minuteOf } from '../minute';
import { reportedName } from '../reported';
import { occurrencesNote } from '../unreached-label';
import { anchorOf, escaped } from './escaped';

const MOST_COPIES = 50;
const heads = ['Verdict', 'Start (UTC)', 'Subject', 'Organizer', 'Would miss changes', 'Copies'];

/** The table of the affected meetings, in their order, with what filters it. */
export function meetingTable(meetings: readonly AffectedMeeting[]): string {
  const verdicts = verdictsByGravity.filter((verdict) => meetings.some((each) => each.verdict === verdict));
  const options = verdicts.map((verdict) => `<option>${verdict}</option>`).join('');
  const hasEvidence = meetings.some(({ evidence }) => evidence.length > 0);
  const head = [...heads, ...(hasEvidence ? ['Evidence'] : [])]
    .map((title) => `<th scope="col"><button type="button">${title}</button></th>`)
    .join('');
  return `<form hidden>
<label>Show <select name="verdict"><option value="">all verdicts</option>${options}</select></label>
<label>with <input name="text" type="search" placeholder="organizer, attendee, subject, path"></label>
<output></output>
</form>
<div class="scroll" tabindex="0" role="region" aria-label="Affected meetings"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${meetings.map((meeting) => rowOf(meeting, hasEvidence)).join('\n')}
</tbody></table></div>`;
}

function rowOf(meeting: AffectedMeeting, hasEvidence: boolean): string {
  const { verdict = 'found', start, subject, organizer, attendees, evidence } = meeting;
  const gravity = verdict === 'found' ? verdictsByGravity.length : verdictsByGravity.indexOf(verdict);
  const cells = [
    `<td class="${verdict}" data-key="${gravity}">${verdict}</td>`,
    `<td data-key="${escaped(start ?? '')}">${escaped([start === null ? 'unknown' : minuteOf(start), occurrencesNote(meeting)].filter((part) => part !== '').join(', '))}</td>`,
    `<td>${isolated(subject ?? 'no subject')}</td>`,
    `<td>${organizer === null ? 'unknown' : isolated(organizerText(organizer))}</td>`,
    `<td data-key="${attendees.length}">${listOf(attendees.map((person) => isolated(who(person))))}</td>`,
    copiesCell(meeting),
    ...(hasEvidence ? [`<td>${listOf(evidence.map(isolated))}</td>`] : []),
  ];
  return `<tr data-verdict="${verdict}">${cells.join('')}</tr>`;
}

/** An EX address says nothing to people who have the name. */
function organizerText(organizer: Person): string {
  return organizer.address?.includes('@') === true ? who(organizer) : (organizer.name ?? who(organizer));
}

function copiesCell({ copies }: AffectedMeeting): string {
  const links = copies.slice(0, MOST_COPIES).map((copy) => {
    const name = reportedName(copy);
    return `<a href="#${encodeURIComponent(anchorOf(name))}">${isolated(name)}</a>`;
  });
  const more = copies.length - links.length;
  return `<td data-key="${copies.length}">${listOf(more > 0 ? [...links, `and ${more} more`] : links)}</td>`;
}

/** Text whose direction leaves that of its neighbours alone. */
function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((each) => `<li>${each}</li>`).join('')}</ul>`;
}
