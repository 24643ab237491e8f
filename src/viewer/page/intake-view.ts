import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from './app';
import { chosen } from './intake';

/** Where files are handed over: the whole page takes drops, this says so. */
export function intakeView(app: App): TemplateResult {
  const isEmpty = app.model.files.length === 0 && app.model.shown === undefined;
  return html`<section
    class="intake ${isEmpty ? 'empty' : ''} ${app.model.isOver ? 'over' : ''}"
    aria-labelledby="intake-title"
  >
    <h2 id="intake-title">${isEmpty ? 'Drop a message here' : 'Drop more files'}</h2>
    <p>
      .msg, winmail.dat, MFCMAPI XML, PST or OST; also a whole folder, and an event log beside a message.
      <span class="hint">Or paste a file or the text of an event.</span>
    </p>
    <p class="buttons">${chooser(app, 'Choose files', false)} ${chooser(app, 'Choose a folder', true)}</p>
  </section>`;
}

function chooser(app: App, title: string, isFolder: boolean): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const found = chosen(input.files ?? []);
    input.value = ''; // the same file can be chosen again
    void app.add(found);
  };
  return html`<label class="button"
    >${title}<input type="file" multiple ?webkitdirectory=${isFolder} @change=${take}
  /></label>`;
}
