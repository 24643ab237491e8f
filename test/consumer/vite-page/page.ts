// A page that takes a dropped message and shows its attendees and the verdict.
import { check, isMapilintError, labelOf, TrackStatus } from 'mapilint';
import type { Recipient } from 'mapilint';

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${id}`);
  return found;
}

const drop = element('drop', HTMLDivElement);
const said = element('verdict', HTMLParagraphElement);
const table = element('attendees', HTMLTableElement);

function cellsOf({ displayName, attendeeRole, trackStatus, trackStatusTime }: Recipient): string[] {
  return [
    displayName ?? '',
    attendeeRole ?? '',
    labelOf(TrackStatus, trackStatus) ?? trackStatus ?? '',
    trackStatusTime?.toDate()?.toISOString() ?? trackStatusTime?.kind ?? '',
  ];
}

/** Texts of a stranger: never as HTML. */
function show(rows: readonly (readonly string[])[]): void {
  table.replaceChildren();
  for (const cells of rows) {
    const row = table.insertRow();
    for (const cell of cells) row.insertCell().textContent = cell;
  }
}

async function judge(file: File): Promise<void> {
  try {
    const { message, diagnosis } = await check(file);
    show(message.recipients.map(cellsOf));
    said.textContent = `${file.name}: ${diagnosis.verdict ?? 'no verdict'} – ${diagnosis.explanation?.summary ?? ''}`;
  } catch (error) {
    if (!isMapilintError(error)) throw error;
    show([]);
    said.textContent = `${file.name}: ${error.message} (${error.code})`;
  }
}

drop.addEventListener('dragover', (event) => {
  event.preventDefault();
});
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file === undefined) return;
  judge(file).catch((error: unknown) => {
    said.textContent = String(error);
  });
});
