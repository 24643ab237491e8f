import type { Values } from './rule';

/** A person as messages name them. */
export function who({ name, address }: Values): string {
  if (name === undefined || name === address) return String(address ?? '(no name, no address)');
  return address === undefined ? String(name) : `${name} <${address}>`;
}

export function plural(count: Values[string], one: string, many = `${one}s`): string {
  return `${count ?? 0} ${count === 1 ? one : many}`;
}
