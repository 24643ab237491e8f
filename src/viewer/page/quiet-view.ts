import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { plural } from '../../report/command';
import type { App } from './app';
import { shown } from './words';

const MOST = 200;

/** The files that hold no message: one quiet line that unfolds. */
export function quietView({ model: { sources, route } }: App): TemplateResult | typeof nothing {
  const quiet = sources.flatMap((source, index) =>
    route.source === 0 || route.source === index + 1 ? source.quiet : [],
  );
  if (quiet.length === 0) return nothing;
  return html`<details class="quiet">
    <summary>
      ${quiet.length === 1 ? '1 file is not a message' : `${quiet.length} files are not messages`}
    </summary>
    <ul class="plain">
      ${quiet
        .slice(0, MOST)
        .map(
          ({ path, failure }) =>
            html`<li><bdi>${shown(path)}</bdi> <small>${shown(failure.message)}</small></li>`,
        )}
      ${quiet.length > MOST ? html`<li>and ${plural(quiet.length - MOST, 'more file')}</li>` : nothing}
    </ul>
  </details>`;
}
