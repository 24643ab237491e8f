import { readerUrl } from './built-programs';
import { builtStore } from './built-package';
import type { Reader, ReaderName } from './readers/reader';

/** How many items a reader of stores gives. */
export async function countItems(name: ReaderName, paths: readonly string[]): Promise<number> {
  const { reader } = (await import(readerUrl(name))) as { reader: Reader<readonly unknown[]> };
  let items = 0;
  for (const path of paths) items += (await reader.load(path)).length;
  return items;
}

/** Which pages of 4 KiB reading the calendars of a store asks for. */
export async function countPages(path: string): Promise<{ readonly pages: number; readonly twice: number }> {
  const { fromFile, openStore } = await builtStore();
  const file = fromFile(path);
  const times = new Map<number, number>();
  const store = await openStore({
    open: async () => {
      const open = await file.open();
      return {
        byteLength: open.byteLength,
        slice: (start, end) => {
          for (let page = start >> 12; page * 4096 < end; page++) times.set(page, (times.get(page) ?? 0) + 1);
          return open.slice(start, end);
        },
        close: () => open.close(),
      };
    },
  });
  let rows = 0;
  for await (const { message } of store.items({ folders: 'calendar' }))
    rows += message?.recipients.length ?? 0;
  if (rows === 0) throw new Error(`${path}: no recipient was read`);
  await store.close();
  return { pages: times.size, twice: [...times.values()].filter((count) => count > 1).length };
}
