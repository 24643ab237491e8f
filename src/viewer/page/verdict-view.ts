import { html, nothing } from 'lit-html';
import { headlineOf, plural } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { PageMessage } from '../protocol';
import type { App } from './app';
import { badge } from './badge';
import { peopleView } from './people-view';
import { rowOf } from './table-place';
import { headlineFor, shortTime, shown } from './words';

const DOCS = 'https://support.microsoft.com/kb/';
const MOST = 50;

/** The verdict: whether, for whom, why, what now. */
export function verdictView(app: App, reading: PageMessage): TemplateResult {
  const { explanation, findings, subject } = reading.report;
  const code = headlineOf(reading.report);
  const { tone } = headlineFor(code);
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title">
    <p class="facts">${factsOf(reading)}</p>
    <h2 id="verdict-title">
      <bdi>${shown(subject ?? '(no subject)')}</bdi>
    </h2>
    <p class="word">${badge(code)}</p>
    <p class="summary">${sentence(shown(explanation?.summary ?? summaryOf(findings.length)))}</p>
    ${peopleView(app, reading)} ${findings.length === 0 ? nothing : findingList(app, findings)}
    ${paragraph('Why.', explanation?.why)} ${todoList(explanation?.todo)}
    ${paragraph('What would settle it.', explanation?.settle)} ${remarks(reading.report)}
  </section>`;
}

/** Which meeting it is. */
function factsOf({ report, abouts }: PageMessage): string {
  const { start, location, organizer } = abouts[''] ?? {};
  return [
    shown(report.messageClass ?? 'no message class'),
    start && `${shortTime(start)} UTC`,
    location && shown(location),
    organizer && `organizer ${shown(organizer)}`,
  ]
    .filter((fact) => fact)
    .join(' · ');
}

function paragraph(title: string, text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined ? nothing : html`<p><b>${title}</b> ${linked(text)}</p>`;
}

/** A summary is written to follow a colon. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function summaryOf(findings: number): string {
  return findings === 0 ? 'nothing was found' : plural(findings, 'finding');
}

type Findings = PageMessage['report']['findings'];

function findingList(app: App, findings: Findings): TemplateResult {
  const more = findings.length - MOST;
  return html`<h3>Because of</h3>
    <ul class="findings">
      ${findings.slice(0, MOST).map(
        ({ message, path, rule }) =>
          html`<li>
            <bdi>${shown(message)}</bdi>
            <span class="place">${ruleLink(rule)}${path === '' ? nothing : placeButton(app, path)}</span>
          </li>`,
      )}
      ${more > 0 ? html`<li>and ${more} more, which the JSON lists</li>` : nothing}
    </ul>`;
}

/** The rule, with a link to its page where the page lies in the package, with the documentation beside it. */
function ruleLink(rule: string): TemplateResult | string {
  if (!location.pathname.endsWith('/dist/viewer.html')) return rule;
  const page = new URL(`../docs/rules/${rule}.md`, location.href).href;
  return html`<a href=${page} rel="noreferrer noopener" target="_blank">${rule}</a>`;
}

/** Leads to the properties of the row that a finding is about. */
function placeButton(app: App, path: string): TemplateResult {
  return html` ·
    <button class="link" @click=${() => app.showProperties(rowOf(path))} title="Show its properties">
      ${shown(path)}
    </button>`;
}

function todoList(todo: readonly string[] | undefined): TemplateResult | typeof nothing {
  if (todo === undefined || todo.length === 0) return nothing;
  return html`<h3>What to do</h3>
    <ol>
      ${todo.map((step) => html`<li>${linked(step)}</li>`)}
    </ol>`;
}

/** What else there is to say: the rules' reasons, evidence, damage. */
function remarks({
  reasons,
  results,
  evidence,
  anomalies,
  suppressedAnomalies,
}: PageMessage['report']): TemplateResult {
  const judges = new Set(results.filter(({ verdict }) => verdict !== null).map(({ rule }) => rule));
  const damage = anomalies.length + suppressedAnomalies;
  return html`${listing(
    'Evidence',
    evidence.map(({ message }) => message),
    evidence.length > 0,
  )}
  ${listing(
    'How this was judged',
    reasons.filter(({ rule }) => judges.has(rule)).map(({ message }) => message),
    false,
  )}
  ${listing(
    `Damage and deviations (${damage})`,
    anomalies.map(
      ({ severity, message, path }) => `${severity}: ${message}${path === '' ? '' : ` (${path})`}`,
    ),
    anomalies.some(({ severity }) => severity === 'error'),
  )}`;
}

function listing(title: string, lines: readonly string[], isOpen: boolean): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const more = lines.length - MOST;
  return html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    <ul>
      ${lines.slice(0, MOST).map((line) => html`<li><bdi>${shown(line)}</bdi></li>`)}
      ${more > 0 ? html`<li>and ${more} more, which the JSON lists</li>` : nothing}
    </ul>
  </details>`;
}

/** A sentence whose articles of the Knowledge Base are links. Following one is up to the reader; the page requests nothing. */
function linked(text: string): unknown[] {
  return shown(text)
    .split(/(https:\/\/support\.microsoft\.com\/kb\/\d+|KB \d+)/)
    .map((part) => {
      const number = /^(?:https:\/\/support\.microsoft\.com\/kb\/|KB )(\d+)$/.exec(part)?.[1];
      if (number === undefined) return part;
      return html`<a href="${DOCS}${number}" rel="noreferrer noopener" target="_blank">${part}</a>`;
    });
}
