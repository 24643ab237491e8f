import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Person } from '../../index';
import { plural } from '../../report/command';
import type { PageMessage } from '../protocol';
import type { App } from './app';
import { copyLetter } from './item-export';
import { shown } from './words';

const MOST = 30;

/** Who is to be told, and the letter that tells them; nothing where everybody is reached. */
export function peopleView(app: App, { report, letters }: PageMessage): TemplateResult | typeof nothing {
  const people = distinct(report.unreached.flatMap(({ attendees }) => attendees));
  if (people.length === 0) return nothing;
  const take = (text: string): void => void copyLetter(app, text);
  return html`<h3>${plural(people.length, 'person', 'people')} to tell</h3>
    <ul class="people">
      ${people.slice(0, MOST).map(
        ({ name, address }) =>
          html`<li>
            <bdi class="name">${shown(name ?? address ?? '(no name)')}</bdi>
            ${name === undefined || address === undefined ? nothing : html`<bdi class="address">${shown(address)}</bdi>`}
          </li>`,
      )}
      ${people.length > MOST ? html`<li>and ${people.length - MOST} more, whom the letter names</li>` : nothing}
    </ul>
    ${
      letters === undefined
        ? nothing
        : html`<p class="buttons">
            <button
              class="main"
              @click=${() => {
                take(letters.en);
              }}
            >
              Copy the letter
            </button>
            <button
              lang="de"
              @click=${() => {
                take(letters.de);
              }}
            >
              Brief auf Deutsch kopieren
            </button>
          </p>`
    }`;
}

function distinct(people: readonly Person[]): Person[] {
  const found = new Map(
    people.map((person) => [`${person.name ?? ''} ${person.address ?? ''}`.toLowerCase(), person]),
  );
  return [...found.values()];
}
