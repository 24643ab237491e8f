import type { ListForm } from '../export-forms';
import type { App } from './app';
import { saveList } from './download';
import { placeOf } from './sources';

/** How many items are read again at a time. */
const PIECE = 25;

/** Saves the list as it is narrowed and sorted. The items are read again, since the page keeps no tables. */
export async function exportList(app: App, form: ListForm): Promise<void> {
  const { model, list } = app;
  const { isRedacted } = model;
  const sources = list.entries.flatMap(({ source, index }) => {
    const of = model.sources[source];
    return (of && placeOf(of, index)) ?? [];
  });
  const job = Date.now();
  const parts: string[] = [];
  for (let done = 0; done === 0 || done < sources.length; done += PIECE) {
    app.change(() => (model.exporting = { done, total: sources.length }), 'list');
    const piece = sources.slice(done, done + PIECE);
    const isLast = done + PIECE >= sources.length;
    const answer = await app.ask({
      kind: 'export-list',
      job,
      form,
      isRedacted,
      sources: piece,
      isFirst: done === 0,
      isLast,
      evidence: app.judge.evidence,
    });
    if (answer?.kind !== 'exported') break;
    parts.push(answer.text);
    if (isLast) saveList(parts, form, isRedacted);
  }
  app.change(() => {
    model.exporting = undefined;
    model.said = 'Saved';
  });
}
