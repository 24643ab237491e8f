// The page. Its worker lies in it as text, and a message may lie in it as data: nothing is ever requested.

import type { Enclosed } from '../protocol';
import { App } from './app';
import { dropped, pasted } from './intake';
import { Reader } from './reader';
import { show } from './view';

const root = document.querySelector('main') as HTMLElement;
const workerUrl = URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' }));
const reader = new Reader(() => new Worker(workerUrl));
const data = textOf('enclosed').trim();
const enclosed = data === '' ? undefined : (JSON.parse(data) as Enclosed);
const app = new App(
  reader,
  (changed) => {
    show(changed, root);
  },
  enclosed,
);

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  if (!app.model.isOver) app.change((model) => (model.isOver = true));
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) app.change((model) => (model.isOver = false));
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  app.change((model) => (model.isOver = false));
  if (event.dataTransfer !== null) void dropped(event.dataTransfer).then((found) => app.add(found));
});
document.addEventListener('paste', (event) => {
  if (event.target instanceof HTMLInputElement || event.clipboardData === null) return;
  void app.add(pasted(event.clipboardData));
});
show(app, root);
