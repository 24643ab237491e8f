import { exceptionsOf, isExternal, sendersOf } from '../../message/meeting';
import { copyOf } from '../../message/meeting-copy';
import type { MeetingCopy } from '../../message/meeting-copy';
import type { Message } from '../../message/message';
import { exceptionDamage, tableDamage } from '../../message/lost-properties';
import type { Recipient } from '../../message/recipient';
import { joinPath } from '../../place';
import type { Verdict } from '../rule';
import { judgeRow } from './row-verdict';
import type { RowJudgement, RowVerdict } from './row-verdict';

/** A row of a table with its judgement. */
export interface JudgedRow extends RowJudgement {
  readonly row: Recipient;
  /** Where it stands in the item, such as `embedded[0].recipients[3]`. */
  readonly path: string;
  /** Undefined: the row does not say. */
  readonly external: boolean | undefined;
}

/** The recipient table of a meeting, or of one exception to it: what is sent is sent to one table. */
export interface JudgedTable {
  readonly path: string;
  readonly copy: MeetingCopy;
  readonly rows: readonly JudgedRow[];
  /** Why rows, cells or whole exceptions may be missing. */
  readonly damage: readonly string[];
}

/** The tables of an item: its own, and those of the exceptions to it. */
export function judgeTables(item: Message): JudgedTable[] {
  const exceptions = exceptionsOf(item).map(({ exception, path }) =>
    judgeTable(exception, path, tableDamage(exception)),
  );
  return [judgeTable(item, '', [...tableDamage(item), ...exceptionDamage(item)]), ...exceptions];
}

function judgeTable(message: Message, path: string, damage: readonly string[]): JudgedTable {
  const context = { copy: copyOf(message), senders: sendersOf(message) };
  const rows = message.recipients.map((row, index) => ({
    ...judgeRow(row, context),
    row,
    path: joinPath(path, `recipients[${index}]`),
    external: isExternal(row),
  }));
  return { path, copy: context.copy, rows, damage };
}

/** Those outside the organization to whom the table's message goes. */
export function externalRows({ rows }: JudgedTable): JudgedRow[] {
  return rows.filter(({ verdict, external }) => external === true && verdict !== 'not-judged');
}

/** What a table says by itself: its worst row wins. */
export function verdictOnTable(table: JudgedTable): Verdict {
  const isSentOutside = table.copy.owner === 'organizer' && externalRows(table).length > 0;
  if (has(table, 'defect')) return isSentOutside ? 'likely' : 'possible';
  if (has(table, 'suspect')) return 'possible';
  const isReadable = table.damage.length === 0 && !has(table, 'undetermined');
  return table.copy.owner === 'organizer' && isReadable ? 'unlikely' : 'undetermined';
}

/** The verdict on an item: that of its worst table, and none on an item without a row. */
export function judgeItem(tables: readonly JudgedTable[]): Verdict {
  if (tables.every(({ rows }) => rows.length === 0)) return 'undetermined';
  const verdicts = tables.map(verdictOnTable);
  return (
    (['likely', 'possible', 'undetermined'] as const).find((verdict) => verdicts.includes(verdict)) ??
    'unlikely'
  );
}

export function has({ rows }: JudgedTable, verdict: RowVerdict): boolean {
  return rows.some((row) => row.verdict === verdict);
}
