// How files come to the page: dropped, chosen, pasted.

/** A file and where it was found. */
export interface DroppedFile {
  readonly file: File;
  /** The path within the folder that was dropped, else the name. */
  readonly path: string;
}

/** Files of a drop, those of folders and of the folders in them included. */
export async function dropped(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()); // they are gone after the first await
  const files = Array.from(transfer.files, (file) => ({ file, path: file.name }));
  if (entries.every((entry) => entry?.isDirectory !== true)) return files;
  const found: DroppedFile[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, found);
  return found;
}

/** Files that a dialogue gave; of a folder with their paths. */
export function chosen(files: Iterable<File>): DroppedFile[] {
  return Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Pasted files, or pasted text as a file: an event as Event Viewer copies it, an export of MFCMAPI. */
export function pasted(transfer: DataTransfer): DroppedFile[] {
  if (transfer.files.length > 0) return chosen(transfer.files);
  const text = transfer.getData('text/plain');
  return text.trim() === '' ? [] : [{ file: new File([text], 'pasted text'), path: 'pasted text' }];
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (entries.length === 0) return;
    for (const inner of entries) await collect(inner, found);
  }
}
