import type { ExportForm, ListForm } from '../export-forms';

const endings: Readonly<Record<ExportForm | 'letter', string>> = {
  json: '.json',
  csv: '.csv',
  ticket: '.txt',
  'ticket-redacted': '-redacted.txt',
  letter: '-letter.txt',
};

/** Offers a text as a download. */
export function saveText(text: string, form: ExportForm | 'letter', path: string): void {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]{3,4}$/i, '') ?? '';
  save(
    new Blob([text], { type: 'text/plain' }),
    `${form === 'ticket-redacted' ? 'message' : name}${endings[form]}`,
  );
}

const lists: Readonly<Record<ListForm, string>> = {
  csv: 'findings.csv',
  people: 'people-to-tell.csv',
  json: 'items.json',
  html: 'report.html',
};

/** Offers a list as a download. */
export function saveList(parts: readonly string[], form: ListForm, isRedacted: boolean): void {
  const name = isRedacted ? lists[form].replace('.', '-redacted.') : lists[form];
  save(new Blob([...parts], { type: form === 'html' ? 'text/html' : 'text/plain' }), name);
}

/** It is made in the page: nothing is requested. */
function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** Puts a text into the clipboard; false where the browser does not allow it, as on pages without TLS. */
export async function copied(text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
