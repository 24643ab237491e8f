import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { counted } from '../../report/command';
import type { App } from './app';
import { expectedOf } from './sources';

/** How far judging has come, with what stops it and goes on. */
export function progressView(app: App): TemplateResult | typeof nothing {
  const { sources, isJudging, isStopped, exporting } = app.model;
  if (exporting !== undefined)
    return bar(`Writing ${exporting.done} of ${exporting.total}`, exporting.done, exporting.total);
  const isOpen = sources.some(({ isDone }) => !isDone);
  if (!isJudging && !(isStopped && isOpen)) return nothing;
  const done = sources.reduce((sum, { cursor }) => sum + cursor, 0);
  const total = sources.reduce((sum, source) => sum + Math.max(expectedOf(source), source.cursor), 0);
  const words = `${isStopped ? 'Stopped after' : 'Judged'} ${counted(done)} of ${counted(total)}`;
  return bar(
    words,
    done,
    total,
    html`<button
      @click=${() => {
        app.toggle();
      }}
    >
      ${isStopped ? 'Continue' : 'Stop'}
    </button>`,
  );
}

function bar(words: string, done: number, total: number, button: unknown = nothing): TemplateResult {
  return html`<div class="progress">
    <label>${words} <progress max=${Math.max(total, 1)} .value=${done}></progress></label>
    ${button}
  </div>`;
}
