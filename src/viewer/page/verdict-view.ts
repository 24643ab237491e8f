import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { MessageReading } from '../protocol';
import type { App } from './app';
import { counted, headlineOf, shortTime, shown } from './words';

const DOCS = 'https://support.microsoft.com/kb/';
const MOST = 50;

/** The verdict: whether, for whom, why, what now. */
export function verdictView(app: App, { report, abouts }: MessageReading): TemplateResult {
  const { verdict, explanation, findings } = report;
  const { word, tone, sign } = headlineOf(verdict, findings.length);
  const about = abouts[''];
  const facts = [
    report.messageClass ?? 'no message class',
    about?.start && `${shortTime(about.start)} UTC`,
    about?.location && shown(about.location),
    about?.organizer && `organizer ${shown(about.organizer)}`,
  ].filter((fact) => fact);
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title">
    <p class="facts">${facts.join(' · ')}</p>
    <h2 id="verdict-title">
      <span class="badge"><span aria-hidden="true">${sign}</span> ${word}</span>
      <bdi>${shown(report.subject ?? '(no subject)')}</bdi>
    </h2>
    <p class="summary">${sentence(shown(explanation?.summary ?? summaryOf(findings.length)))}</p>
    ${findings.length === 0 ? nothing : findingList(app, findings)}
    ${explanation?.why === undefined ? nothing : html`<p><b>Why.</b> ${linked(explanation.why)}</p>`}
    ${todoList(explanation?.todo)}
    ${explanation?.settle === undefined ? nothing : html`<p><b>To be sure.</b> ${linked(explanation.settle)}</p>`}
    ${remarks(report)}
  </section>`;
}

/** A summary is written to follow a colon. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function summaryOf(findings: number): string {
  return findings === 0 ? 'nothing was found' : counted(findings, 'finding');
}

type Findings = MessageReading['report']['findings'];

function findingList(app: App, findings: Findings): TemplateResult {
  const more = findings.length - MOST;
  return html`<ul class="findings">
    ${findings.slice(0, MOST).map(
      ({ message, path, rule }) =>
        html`<li>
          <bdi>${shown(message)}</bdi>
          <span class="place">${rule}${path === '' ? nothing : placeButton(app, path)}</span>
        </li>`,
    )}
    ${more > 0 ? html`<li>and ${more} more, which the JSON lists</li>` : nothing}
  </ul>`;
}

/** Leads to the properties of the row that a finding is about. */
function placeButton(app: App, path: string): TemplateResult {
  const row = /^(?:embedded\[\d+\]\.)*(?:recipients\[\d+\])?/.exec(path)?.[0].replace(/\.$/, '') ?? '';
  return html` ·
    <button class="link" @click=${() => app.showProperties(row)} title="Show its properties">
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
  evidence,
  anomalies,
  suppressedAnomalies,
}: MessageReading['report']): TemplateResult {
  const damage = anomalies.length + suppressedAnomalies;
  return html`${listing(
    'Evidence',
    evidence.map(({ message }) => message),
    evidence.length > 0,
  )}
  ${listing(
    'How this was judged',
    reasons.filter(({ rule }) => rule === 'cancellation-delivery').map(({ message }) => message),
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
      const number = /(\d+)$/.exec(part)?.[1];
      if (number === undefined || !/^(https:|KB )/.test(part)) return part;
      return html`<a href="${DOCS}${number}" rel="noreferrer noopener" target="_blank">${part}</a>`;
    });
}
