import { propertyNames } from '../../mapi/names/index';
import {
  decisionsOf,
  formatDecisions,
  formatProperties,
  jsonText,
  toPropertyReports,
} from '../../report/command';
import type { Arguments } from '../usage/arguments';
import { onlyMessage } from '../only-message';
import { formatReadError } from '../read-error';
import { ownerOf, selectObject } from '../select-object';
import { propertySelector } from '../select-property';
import type { Terminal } from '../terminal';

/** `mapilint props`: the properties of a message, or of what is in it, as MFCMAPI's property pane has them. */
export async function props(args: Arguments, terminal: Terminal): Promise<number> {
  const [path = ''] = args.paths;
  const isWanted = propertySelector(args.property);
  const file = await onlyMessage(path, args.read, args.store);
  if ('error' in file) {
    terminal.err(formatReadError(path, file.error));
    return 2;
  }
  const { properties } = selectObject(file.message, args.of);
  const { owner, rest } = ownerOf(file.message, args.of);
  const why = args.why ? decisionsOf(owner, rest) : undefined;
  if (args.output.format === 'json') {
    const reports = toPropertyReports(properties, propertyNames).filter(isWanted);
    terminal.out(
      `${jsonText({ schema: 1, path, item: file.item, of: args.of, why, properties: reports }, 2)}\n`,
    );
  } else {
    const text = formatProperties(properties, propertyNames, isWanted);
    if (why !== undefined) terminal.out(`How it was read\n${formatDecisions(why)}\n\n`);
    terminal.out(text === '' ? '(no such property here)\n' : `${text}\n`);
  }
  return 0;
}
