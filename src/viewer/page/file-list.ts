import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { formatUnreached, UnreachedTotals } from '../../report/command';
import type { App } from './app';
import type { PageFile } from './model';
import { shown } from './words';
import type { Headline } from './words';

const MOST = 500;

/** The files that were handed over and what became of them; nothing for a single message. */
export function fileList(app: App): TemplateResult | typeof nothing {
  const { files } = app.model;
  if (files.length < 2) return nothing;
  const more = files.length - MOST;
  return html`<section class="files" aria-labelledby="files-title">
    <h2 id="files-title">Files <small>${files.length}</small></h2>
    <ul>
      ${files.slice(0, MOST).map((file) => entry(app, file))}
      ${more > 0 ? html`<li>and ${more} more; <code>mapilint check FOLDER</code> is made for so many</li>` : nothing}
    </ul>
    ${totals(files)}
  </section>`;
}

/** How many meetings and people that are: copies of one meeting count once. */
function totals(files: readonly PageFile[]): TemplateResult | typeof nothing {
  const unreached = new UnreachedTotals();
  for (const { state } of files) if (state.kind === 'message') unreached.add(state.unreached);
  return unreached.meetings === 0 ? nothing : html`<p class="totals">${formatUnreached(unreached)}</p>`;
}

function entry(app: App, file: PageFile): TemplateResult {
  const { word, tone, sign } = stateOf(file);
  const isChoice = file.state.kind !== 'waiting' && file.state.kind !== 'evidence';
  return html`<li>
    <button
      ?disabled=${!isChoice}
      aria-current=${app.model.current === file ? 'true' : 'false'}
      @click=${() => app.select(file)}
    >
      <span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>
      <bdi>${shown(file.path)}</bdi>
    </button>
  </li>`;
}

function stateOf({ state }: PageFile): Headline {
  if (state.kind === 'message') return state.headline;
  const plain = (word: string, sign: string): Headline => ({
    word,
    tone: 'plain',
    sign,
  });
  if (state.kind === 'store') return plain('store', '▤');
  if (state.kind === 'evidence') return plain(state.what, '+');
  return state.kind === 'failed' ? plain('not read', '!') : plain('waiting', '…');
}
