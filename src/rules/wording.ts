import type { DecisiveColumn } from '../message/not-captured';
import type { Person } from './rule';

/** A person in words: `Bob <bob@example.com>`. */
export function who({ name, address }: Person): string {
  if (name === undefined || name === address) return address ?? '(no name, no address)';
  return address === undefined ? name : `${name} <${address}>`;
}

/** A count with its noun: `1 row`, `2 rows`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const FEW = 3;

/** The first of a list. */
export function firstFew<T>(all: Iterable<T>): T[] {
  const first: T[] = [];
  for (const each of all) if (first.push(each) === FEW) break;
  return first;
}

/** The first names of a list, and how many more there are. */
export function few(names: readonly string[], count: number): string {
  return names.slice(0, FEW).join(', ') + (count > FEW ? ` and ${count - FEW} more` : '');
}

/** What MAPI calls the columns by which a row is judged. */
export const columnNames: Readonly<Record<DecisiveColumn, string>> = {
  recipientType: 'PR_RECIPIENT_TYPE',
  flags: 'PR_RECIPIENT_FLAGS',
  addressType: 'PR_ADDRTYPE',
  emailAddress: 'PR_EMAIL_ADDRESS',
  trackStatus: 'PR_RECIPIENT_TRACKSTATUS',
  trackStatusTime: 'PR_RECIPIENT_TRACKSTATUS_TIME',
};
