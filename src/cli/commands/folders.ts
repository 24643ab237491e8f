import { fromFile } from '../../node';
import { formatFolders, jsonText, toFolderReport } from '../../report/command';
import { openStore } from '../../store';
import type { Arguments } from '../usage/arguments';
import { formatReadError } from '../read-error';
import type { Terminal } from '../terminal';

/** `mapilint folders`: the folders of a store, as MFCMAPI's tree has them. */
export async function folders(args: Arguments, terminal: Terminal): Promise<number> {
  const [path = ''] = args.paths;
  try {
    const store = await openStore(fromFile(path), args.read);
    await store.close();
    const { root, kind, format, anomalies } = store;
    terminal.out(
      args.output.format === 'json'
        ? `${jsonText({ schema: 1, path, kind, format, root: toFolderReport(root), anomalies }, 2)}\n`
        : `${formatFolders(root)}\n`,
    );
    return 0;
  } catch (error) {
    terminal.err(formatReadError(path, error as Error));
    return 2;
  }
}
