import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { plural } from '../../report/command';
import type { App } from './app';
import type { ListedPlace } from './item-list';
import { fragmentOf } from './route';
import { shown } from './words';

const MOST = 3;

/** The evidence that was handed over, and what each piece was worth. */
export function evidenceView(app: App): TemplateResult {
  const { evidence } = app.model;
  const { worth } = app.list;
  return html`<section class="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">Evidence</h2>
    <ul class="plain">
      ${evidence.map(
        ({ path, what }, index) =>
          html`<li>
            <bdi>${shown(path)}</bdi>
            <small>${what}</small>
            ${worthView(app, worth[index] ?? [])}
          </li>`,
      )}
    </ul>
  </section>`;
}

function worthView(app: App, places: readonly ListedPlace[]): TemplateResult {
  if (places.length === 0)
    return html`<small class="worth"
      >${app.model.isJudging ? 'being weighed' : 'is about none of the items'}</small
    >`;
  return html`<small class="worth"
    >is about ${plural(places.length, 'item')}:
    ${places
      .slice(0, MOST)
      .map(
        ({ source, index, line }, at) =>
          html`${at === 0 ? '' : ', '}<a
              href=${fragmentOf({ source: source + 1, folder: 0, item: index + 1 })}
              ><bdi>${shown(line.subject ?? '(no subject)')}</bdi></a
            >`,
      )}${places.length > MOST ? html`, …` : nothing}</small
  >`;
}
