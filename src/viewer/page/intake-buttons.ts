import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from './app';
import { chosen } from './intake';

/** The two dialogues by which files are handed over. */
export function intakeButtons(app: App): TemplateResult {
  return html`${chooser(app, 'Choose files', false)} ${chooser(app, 'Choose a folder', true)}`;
}

function chooser(app: App, title: string, isFolder: boolean): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const found = chosen(input.files ?? []);
    input.value = ''; // the same file can be chosen again
    app.add(found);
  };
  return html`<label class="button"
    >${title}<input type="file" multiple ?webkitdirectory=${isFolder} @change=${take}
  /></label>`;
}
