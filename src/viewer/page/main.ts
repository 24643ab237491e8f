// The page. Its worker lies in it as text, and a message may lie in it as data: nothing is ever requested.

import type { Enclosed } from '../protocol';
import { App } from './app';
import { exampleMailbox } from './example';
import { dropped, pasted } from './intake';
import { Reader } from './reader';
import { routeOf } from './route';
import { View } from './view';

const workerUrl = URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' }));
const reader = new Reader(() => new Worker(workerUrl));
const data = textOf('enclosed').trim();
const enclosed = data === '' ? undefined : (JSON.parse(data) as Enclosed);
const view = new View({
  body: document.body,
  start: byId('start'),
  sources: byId('sources'),
  items: byId('items'),
  item: byId('item'),
  status: byId('status'),
});
const app = new App(
  reader,
  (changed, drawn) => {
    view.draw(changed, drawn);
  },
  enclosed,
);

function byId(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

function textOf(id: string): string {
  return byId(id).textContent;
}

function over(isOver: boolean): void {
  if (app.model.isOver !== isOver) app.change((model) => (model.isOver = isOver));
}

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  over(true);
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) over(false);
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  over(false);
  if (event.dataTransfer !== null)
    void dropped(event.dataTransfer).then((found) => {
      app.add(found);
    });
});
document.addEventListener('paste', (event) => {
  if (event.target instanceof HTMLInputElement || event.clipboardData === null) return;
  app.add(pasted(event.clipboardData));
});
addEventListener('hashchange', () => {
  if (app.model.sources.length > 0) void app.go(routeOf(location.hash));
});
addEventListener('resize', () => {
  const rows = document.querySelector('.rows');
  if (rows !== null) app.change(({ scroll }) => (scroll.height = rows.clientHeight), 'list');
});
view.draw(app, 'all');
if (enclosed === undefined)
  void exampleMailbox()
    .then((mailbox) => reader.ask({ kind: 'warm-up', mailbox }))
    .catch(() => undefined); // whatever is wrong with it, the first file will tell
