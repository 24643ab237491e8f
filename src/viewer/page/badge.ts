import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Headword } from '../judged';
import { headlineFor } from './words';

/** A verdict by sign, words and colour, and the code that reports have for it. */
export function badge(code: Headword, isShort = false): TemplateResult {
  const { words, tone, sign } = headlineFor(code);
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${words}</span
    >${isShort ? nothing : html` <code class="code">${code}</code>`}`;
}
