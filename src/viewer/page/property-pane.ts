import { html, nothing } from 'lit-html';
import { plural } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { PropertyReport } from '../../report/command';
import type { App } from './app';
import { shown } from './words';

/** Every property of the row or message that was chosen: names, type, value, bytes, place. */
export function propertyPane(app: App): TemplateResult {
  const { pane } = app.model;
  if (pane === undefined)
    return html`<section aria-labelledby="pane-title" class="pane">
      <h2 id="pane-title">Properties</h2>
      <p>
        Choose an attendee in the table, or
        <button class="link" @click=${() => app.showProperties(app.model.table.place)}>
          the message itself</button
        >.
      </p>
    </section>`;
  const { place, properties } = pane;
  return html`<section aria-labelledby="pane-title" class="pane">
    <h2 id="pane-title">
      Properties
      <small
        >of ${place === '' ? 'the message' : place},
        ${plural(properties.length, 'property', 'properties')}</small
      >
    </h2>
    ${
      properties.length === 0
        ? html`<p>None are here. A copy of the page holds those of a table's first 500 rows.</p>`
        : html` <div class="scroll" tabindex="0" role="group" aria-labelledby="pane-title">
            <table class="properties">
              <thead>
                <tr>
                  <th scope="col">Property</th>
                  <th scope="col">Type</th>
                  <th scope="col">Value</th>
                  <th scope="col">Bytes and place</th>
                </tr>
              </thead>
              <tbody>
                ${properties.map(propertyRow)}
              </tbody>
            </table>
          </div>`
    }
    ${place === '' ? nothing : html`<p><button class="link" @click=${() => app.showProperties('')}>Properties of the message</button></p>`}
  </section>`;
}

function propertyRow(property: PropertyReport): TemplateResult {
  const { tag, names, named, type, origin, size, raw, flags } = property;
  const [first = '', ...others] = names;
  const inFile =
    named &&
    `${named.setName ?? named.set}: ${typeof named.name === 'number' ? `0x${named.name.toString(16).toUpperCase().padStart(4, '0')}` : named.name}`;
  const offset =
    origin.offset === undefined
      ? ''
      : `byte ${origin.offset}${origin.part === undefined ? '' : ` of ${origin.part}`}, `;
  return html`<tr>
    <th scope="row">
      ${first === '' ? html`<span class="absent">no name known here</span>` : first}
      <span class="tag">0x${tag}${others.length === 0 ? '' : ` · ${others.slice(0, 2).join(' · ')}`}</span>
      ${inFile ? html`<span class="tag">${shown(inFile)}</span>` : nothing}
    </th>
    <td>${type[0] ?? 'unknown'}</td>
    <td>${valueView(property)}</td>
    <td>
      <code>${spaced(raw)}</code
      ><span class="raw">${plural(size, 'byte')}, flags ${flags}, ${offset}${shown(origin.storage)}</span>
    </td>
  </tr>`;
}

const HEX_SHOWN = 128;

/** Bytes in hexadecimal, in pairs. */
function spaced(raw: string): string {
  const bytes = raw.slice(0, HEX_SHOWN).match(/../g)?.join(' ') ?? '(none)';
  return raw.length > HEX_SHOWN ? `${bytes} …` : bytes;
}

const states: Readonly<Record<Exclude<PropertyReport['state'], 'present' | 'unlisted'>, string>> = {
  damaged: 'damaged',
  'not-loaded': 'left in the file',
  storage: 'a storage: an embedded message or an OLE object',
  'not-captured': 'not captured: the export leaves the value out',
};

function valueView(report: PropertyReport): TemplateResult {
  const { state } = report;
  if (state !== 'present' && state !== 'unlisted')
    return html`<span class=${state === 'damaged' ? 'damaged' : 'absent'}>${states[state]}</span>`;
  return knownValueView(report);
}

function knownValueView({ state, value, labels, rest }: PropertyReport): TemplateResult {
  const meaning = [
    ...labels,
    ...(rest === 0 || labels.length === 0 ? [] : [`0x${(rest >>> 0).toString(16)}`]),
    ...(state === 'unlisted' ? ['unlisted: no entry lists it'] : []),
  ];
  const told = value as {
    readonly iso?: string | null;
    readonly ticks?: string;
    readonly kind?: string;
  } | null;
  if (typeof told === 'object' && told?.ticks !== undefined)
    return html`<span class=${told.kind === 'zero' ? 'zero' : ''}>${told.iso ?? 'out of range'}</span
      ><span class="raw">FILETIME ${told.ticks}</span>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return html`<bdi>${shown(text)}</bdi
    >${meaning.length === 0 ? nothing : html`<span class="raw">${meaning.join(' | ')}</span>`}`;
}
