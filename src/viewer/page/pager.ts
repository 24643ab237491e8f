import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';

/** Rows of a page: more would keep the browser busy with their layout. */
export const PAGE_ROWS = 500;

/** Leads through long tables; nothing for short ones. */
export function pager(
  count: number,
  page: number,
  go: (page: number) => void,
): TemplateResult | typeof nothing {
  const last = Math.ceil(count / PAGE_ROWS) - 1;
  if (last <= 0) return nothing;
  const first = page * PAGE_ROWS + 1;
  return html`<nav class="pager" aria-label="Pages">
    <button
      ?disabled=${page === 0}
      @click=${() => {
        go(page - 1);
      }}
    >
      Previous
    </button>
    <span>${first}–${Math.min(count, first + PAGE_ROWS - 1)} of ${count}</span>
    <button
      ?disabled=${page === last}
      @click=${() => {
        go(page + 1);
      }}
    >
      Next
    </button>
  </nav>`;
}
