import type { ExportForm } from '../protocol';

const endings: Readonly<Record<ExportForm, string>> = {
  json: '.json',
  csv: '.csv',
  ticket: '.txt',
  'ticket-redacted': '-redacted.txt',
};

/** Offers a text as a download. It is made in the page: nothing is requested. */
export function saveText(text: string, form: ExportForm, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${form === 'ticket-redacted' ? 'message' : name.replace(/\.[a-z]{3,4}$/i, '')}${endings[form]}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** Puts a text into the clipboard; false where the browser does not allow it, as on pages without TLS. */
export async function isInClipboard(text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
