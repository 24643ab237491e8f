import { diagnose } from '../../index';
import { recommendedRules } from '../../rules/index';
import { withEnclosed } from '../../viewer/enclosed';
import { onlyMessage } from '../only-message';
import { packagedPath, readPackaged } from '../packaged-file';
import { formatReadError } from '../read-error';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { UsageError } from '../usage/usage-error';

const PAGE = 'dist/viewer.html';

/** `mapilint view`: where the page is; with a file a copy of the page that shows it. */
export async function view(args: Arguments, terminal: Terminal): Promise<number> {
  const [path] = args.paths;
  if (path === undefined) {
    terminal.out(`${await packagedPath(PAGE)}\n`);
    return 0;
  }
  if (args.output.file === undefined)
    throw new UsageError(
      'mapilint view needs a name for the page with this message: mapilint view FILE -o message.html',
    );
  const file = await onlyMessage(path, args.read, args.store);
  if ('error' in file) {
    terminal.err(formatReadError(path, file.error));
    return 2;
  }
  const diagnosis = diagnose(file.message, { rules: recommendedRules, now: new Date() });
  terminal.out(withEnclosed(await readPackaged(PAGE), { ...file, diagnosis }));
  return 0;
}
