import type { Anomaly } from '../../anomaly';
import type { MeetingCopy } from '../../message/meeting';
import { copyOf, isExternal, sendersOf } from '../../message/meeting';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import { tableDamage } from '../../message/table-damage';
import type { Verdict } from '../rule';
import { judgeRow } from './row-verdict';
import type { RowJudgement, RowVerdict } from './row-verdict';

/** A row of a table with its judgement. */
export interface JudgedRow extends RowJudgement {
  readonly row: Recipient;
  /** Where it stands in the item, such as `embedded[0].recipients[3]`. */
  readonly path: string;
  readonly external: boolean;
}

/** The recipient table of a meeting, or of one exception to it: what is sent is sent to one table. */
export interface JudgedTable {
  readonly path: string;
  readonly copy: MeetingCopy;
  readonly rows: readonly JudgedRow[];
  /** How many of those it is sent to are outside the organization. */
  readonly externalRecipients: number;
  readonly damage: readonly Anomaly[];
}

/** The tables of an item: its own, and those of the exceptions to it. */
export function judgeTables(item: Message): JudgedTable[] {
  const exceptions = item.embedded.flatMap((embedded, index) =>
    embedded.kind === 'exception' ? [judgeTable(embedded, `embedded[${index}]`)] : [],
  );
  return [judgeTable(item, ''), ...exceptions];
}

function judgeTable(message: Message, path: string): JudgedTable {
  const context = { copy: copyOf(message), senders: sendersOf(message) };
  const rows = message.recipients.map((row, index) => ({
    ...judgeRow(row, context),
    row,
    path: `${path}${path === '' ? '' : '.'}recipients[${index}]`,
    external: isExternal(row),
  }));
  return {
    path,
    copy: context.copy,
    rows,
    externalRecipients: rows.filter(({ verdict, external }) => external && verdict !== 'not-judged').length,
    damage: tableDamage(message),
  };
}

/** What a table's defect rows mean: certain enough to act on only where the copy is sent, and outside. */
export function verdictOnDefect({ copy, externalRecipients }: JudgedTable): Verdict {
  return copy.owner === 'organizer' && externalRecipients > 0 ? 'likely' : 'possible';
}

/** The verdict on an item: its worst row wins. */
export function judgeItem(tables: readonly JudgedTable[]): Verdict {
  const defective = tables.filter((table) => has(table, 'defect'));
  if (defective.some((table) => verdictOnDefect(table) === 'likely')) return 'likely';
  if (defective.length > 0 || tables.some((table) => has(table, 'suspect'))) return 'possible';
  return isKnownToBeWell(tables) ? 'unlikely' : 'undetermined';
}

function isKnownToBeWell(tables: readonly JudgedTable[]): boolean {
  const hasRows = tables.some(({ rows }) => rows.length > 0);
  return hasRows && tables.every((table) => table.copy.owner === 'organizer' && isReadable(table));
}

function isReadable(table: JudgedTable): boolean {
  return table.damage.length === 0 && !has(table, 'undetermined');
}

export function has({ rows }: JudgedTable, verdict: RowVerdict): boolean {
  return rows.some((row) => row.verdict === verdict);
}
