import { checkOptions } from '../arguments/check';
import { layoutKinds } from './layout';
import type { Anomaly } from '../damage/anomaly';
import { andMore, DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

/** A store that was read, with the damage outside its items. */
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
export function formatStores(stores: readonly StoreFile[], options: LayoutOptions = {}): string {
  checkOptions('formatStores', options, layoutKinds);
  const lines = stores.flatMap((file) => damageOfStore(file, options) ?? []);
  return lines.length === 0
    ? ''
    : [
        'About the stores',
        ...lines.map((line) => wrap('  - ', visible(line), options.width ?? DEFAULT_WIDTH)),
      ].join('\n');
}

/** What is damaged; undefined: nothing that loses content or contradicts itself. */
export function damageOfStore({ path, store }: StoreFile, options: LayoutOptions = {}): string | undefined {
  const damage = store.anomalies.filter(({ severity }) => severity !== 'info');
  const [first] = damage;
  if (first === undefined) return undefined;
  const more = damage.length - 1 + store.suppressedAnomalies;
  const rest = more > 0 ? `;${andMore(more, options)}` : '';
  const where = first.storage === undefined ? '' : ` (${first.storage})`;
  return `${path} is damaged outside its items: ${first.message}${where}${rest}`;
}
