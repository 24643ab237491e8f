import type { ExportForm } from '../export-forms';
import type { Source } from '../source';
import type { App } from './app';
import { copied, saveText } from './download';

type Target = 'file' | 'clipboard';

/** Saves what is shown, or puts it into the clipboard. */
export async function exportItem(app: App, form: ExportForm, target: Target): Promise<void> {
  const { shown } = app.model;
  if (shown === undefined) return;
  const text = await exported(app, form, shown.source);
  if (text !== undefined) await take(app, text, form, target);
}

/** Puts the letter into the clipboard. */
export const copyLetter = (app: App, text: string): Promise<void> => take(app, text, 'letter', 'clipboard');

/** Where the browser allows no clipboard, the text is saved. */
async function take(app: App, text: string, form: ExportForm | 'letter', target: Target): Promise<void> {
  const path = app.model.shown?.source.path ?? '';
  const isCopied = target === 'clipboard' && (await copied(text));
  if (!isCopied) saveText(text, form, path);
  app.change((model) => (model.said = isCopied ? 'Copied' : 'Saved'));
}

async function exported(app: App, form: ExportForm, source: Source): Promise<string | undefined> {
  if (app.isEnclosed) return app.enclosed?.exported[form];
  const { evidence } = app.judge;
  const answer = await app.ask({ kind: 'export', source, evidence, form });
  return answer?.kind === 'exported' ? answer.text : undefined;
}
