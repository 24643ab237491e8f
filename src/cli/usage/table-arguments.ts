import { tableColumns } from '../../report/command';
import { nearestName } from '../../arguments/nearest-name';
import type { Format } from './choices';
import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** How a recipient table is written. */
export interface TableArguments {
  /** Names of columns; undefined: all. */
  readonly columns: readonly string[] | undefined;
  /** Whether it takes the room that it needs, however narrow the terminal is. */
  readonly isWide: boolean;
}

/** Throws a `UsageError` for a column that a recipient table does not have, and for a format that has all of them. */
export function tableArguments(given: ParsedOptions, format: Format): TableArguments {
  const named = (['columns', 'wide'] as const).find((name) => given.names.includes(name));
  if (named !== undefined && format !== 'pretty')
    throw new UsageError(`--${named} belongs to --format pretty: ${format} has every column`);
  return { columns: given.value('columns')?.split(',').map(columnOf), isWide: given.is('wide') };
}

/** A column by its name, in any case. */
function columnOf(text: string): string {
  const name = text.trim().toUpperCase();
  const column = tableColumns.find((each) => each === name);
  if (column !== undefined) return column;
  const near = nearestName(name, tableColumns);
  const hint = near === undefined ? `The columns are ${tableColumns.join(', ')}` : `Did you mean ${near}?`;
  throw new UsageError(
    `The recipient table has no column ${JSON.stringify(text)}. ${hint} (mapilint props FILE --of 'recipients[0]' shows every property)`,
  );
}
