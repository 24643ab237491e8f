import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { occurrencesNote, unreachedLabel, unreachedWords } from '../../report/command';
import type { AffectedMeeting, Reported } from '../../report/command';
import type { App } from './app';
import { badge } from './badge';
import { fragmentOf } from './route';
import { shortTime, shown } from './words';

const MOST = 50;
const NAMES = 5;

/** What stands in the place of an item while none is opened: the answer over everything that the list is about. */
export function overview(app: App): TemplateResult {
  const { isJudging } = app.model;
  const { meetings, summary, unreached, total } = app.list;
  if (total === 0 && isJudging) return html`<p class="empty">Judging …</p>`;
  const [counted = ''] = summary.split('\n');
  const title =
    meetings.length === 0
      ? `${isJudging ? 'So far everyone' : 'Everyone'} is reached, as far as the items show`
      : unreachedWords(unreached.meetings, unreached.attendees);
  return html`<section
    class="verdict overview ${meetings.length === 0 ? 'plain' : 'bad'}"
    aria-labelledby="overview-title"
  >
    <h2 id="overview-title">${title}</h2>
    <p class="soft">${counted}</p>
    ${meetings.length === 0 ? nothing : html`<p>Choose a meeting, or an item of the list.</p>`}
    <ul class="meetings">
      ${meetings.slice(0, MOST).map((meeting) => meetingView(app, meeting))}
    </ul>
    ${meetings.length > MOST ? html`<p>and ${meetings.length - MOST} more, which the list has</p>` : nothing}
  </section>`;
}

function meetingView(app: App, meeting: AffectedMeeting): TemplateResult {
  const { subject, organizer, start, verdict, attendees, copies } = meeting;
  const occurrences = occurrencesNote(meeting);
  const names = attendees.slice(0, NAMES).map(({ name, address }) => shown(name ?? address ?? '(no name)'));
  const more = attendees.length - names.length;
  const [copy] = copies;
  const name = html`<bdi>${shown(subject ?? '(no subject)')}</bdi>`;
  const fragment = copy && fragmentOfCopy(app, copy);
  return html`<li>
    ${badge(verdict ?? 'findings', true)}
    ${fragment === undefined ? name : html`<a href=${fragment}>${name}</a>`}
    <span class="soft">
      ${shortTime(start ?? undefined)}${organizer === null ? nothing : html` · <bdi>${shown(organizer.name ?? organizer.address ?? '')}</bdi>`}${copies.length > 1 ? ` · ${copies.length} copies` : ''}${occurrences === '' ? '' : ` · ${occurrences}`}
    </span>
    <span class="whom"
      >${unreachedLabel(meeting)}: <bdi>${names.join('; ')}</bdi>${more > 0 ? ` and ${more} more` : ''}</span
    >
  </li>`;
}

/** The address of a copy of a meeting. */
function fragmentOfCopy({ model }: App, { path, item }: Reported): string | undefined {
  for (const [source, { files, store, lines }] of model.sources.entries()) {
    const index =
      store === undefined
        ? item === undefined
          ? files.findIndex((file) => file.path === path)
          : -1
        : files[0]?.path === path
          ? lines.findIndex((line) => line?.id === item?.id)
          : -1;
    if (index >= 0 && lines[index] !== undefined)
      return fragmentOf({ source: source + 1, folder: 0, item: index + 1 });
  }
  return undefined;
}
