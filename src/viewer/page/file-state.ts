// What becomes of the files that are handed over, and what of them is shown first.

import type { Answer, PageStore } from '../protocol';
import type { Browsed, PageFile } from './model';
import { styledHeadline } from './words';

/** What opening a file gives. */
export type OpenedFile = Extract<Answer, { kind: 'message' | 'store' | 'evidence' }>;

/** The message whose table a place such as `embedded[0].recipients[1].trackStatus` is in. */
export function tableOf(place: string): string {
  return (/^(?:embedded\[\d+\]\.?)*/.exec(place)?.[0] ?? '').replace(/\.$/, '');
}

/** A message or store; if there is none among the files, the first that could not be read. */
export function isWorthShowing(file: PageFile, files: readonly PageFile[]): boolean {
  const { kind } = file.state;
  return kind === 'message' || kind === 'store' || (kind === 'failed' && file === files.at(-1));
}

export function stateOf(answer: OpenedFile): PageFile['state'] {
  if (answer.kind === 'store') return { kind: 'store', store: answer };
  if (answer.kind === 'evidence') return { kind: 'evidence', what: answer.what };
  const { report } = answer;
  return { kind: 'message', headline: styledHeadline(report), unreached: report.unreached };
}

/** A store at its first calendar; without one at its root. */
export function browsing(file: PageFile, { root }: PageStore): Browsed {
  const pending = [root];
  let calendar = root;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    pending.push(...next.folders);
    if (next.isCalendar && (!calendar.isCalendar || next.itemCount > calendar.itemCount)) calendar = next;
  }
  return {
    file,
    folder: calendar.path,
    subject: '',
    items: undefined,
    sort: 'start',
    item: undefined,
    page: 0,
  };
}
