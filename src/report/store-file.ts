import type { Anomaly } from '../damage/anomaly';
import { visible, wrap } from './layout';

/** A store that was read: what is damaged in it outside its items. */
export interface StoreFile {
  readonly path: string;
  readonly store: { readonly anomalies: readonly Anomaly[]; readonly suppressedAnomalies: number };
}

/** A store as the JSON report has it. */
export interface StoreReport {
  readonly path: string;
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/** The store as a plain object, ready for JSON. */
export function toStoreReport({ path, store: { anomalies, suppressedAnomalies } }: StoreFile): StoreReport {
  return { path, anomalies, suppressedAnomalies };
}

/** What is damaged in stores outside their items. Empty if nothing is. */
export function formatStores(
  stores: readonly StoreFile[],
  { width = 100 }: { readonly width?: number | undefined } = {},
): string {
  const lines = stores.flatMap((file) => damageOfStore(file) ?? []);
  return lines.length === 0
    ? ''
    : ['About the stores', ...lines.map((line) => wrap('  - ', visible(line), width))].join('\n');
}

/** What is damaged; undefined: nothing that loses content or contradicts itself. */
export function damageOfStore({ path, store }: StoreFile): string | undefined {
  const damage = store.anomalies.filter(({ severity }) => severity !== 'info');
  const [first] = damage;
  if (first === undefined) return undefined;
  const more = damage.length - 1 + store.suppressedAnomalies;
  const rest = more > 0 ? `; and ${more} more (--format json lists them)` : '';
  const where = first.storage === undefined ? '' : ` (${first.storage})`;
  return `${path} is damaged outside its items: ${first.message}${where}${rest}`;
}
