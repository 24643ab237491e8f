import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from './app';
import { exampleMailbox } from './example';
import { intakeButtons } from './intake-buttons';

/** What is there before anything was handed over: what the page does, how to begin, and what becomes of the files. */
export function startView(app: App): TemplateResult | typeof nothing {
  const { sources, shown, isOver, failure } = app.model;
  if (sources.length > 0 || shown !== undefined || failure !== undefined) return nothing;
  return html`<section class="start" aria-labelledby="start-title">
    <h2 id="start-title">Will the cancellation reach everyone?</h2>
    <p class="lead">
      Exchange 2003 loses updates and cancellations of some meetings on their way to attendees outside. This
      page reads the meetings and says of which, to whom, why, and what to do.
    </p>
    <div class="drop ${isOver ? 'over' : ''}">
      <p><b>Drop a message, a folder or a whole mailbox here</b></p>
      <p class="buttons">${intakeButtons(app)}</p>
      <p class="soft">.msg, .pst, .ost, winmail.dat, .eml and MFCMAPI’s XML. Or paste a file.</p>
    </div>
    <p class="buttons">
      <button
        class="link"
        @click=${() =>
          void exampleMailbox().then((file) => {
            app.add([{ file, path: file.name }]);
          })}
      >
        Try it with an example mailbox
      </button>
    </p>
    <ul class="steps">
      <li><b>Everything is judged.</b> The worst comes first, whatever the number of items.</li>
      <li>
        <b>Evidence counts.</b> Drop event logs, tracking logs, non-delivery reports or replies, too, in any
        order.
      </li>
      <li>
        <b>Nothing leaves this machine.</b> The page’s own policy makes the browser refuse every request, and
        nothing is stored.
      </li>
    </ul>
    ${location.hash.length > 1 ? html`<p class="soft">The address names an item by its position. Drop the same files again to see it.</p>` : nothing}
  </section>`;
}
