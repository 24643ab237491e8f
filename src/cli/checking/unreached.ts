import { cancellationDelivery } from '../../node';
import type { Diagnosis, Finding, Reason } from '../../node';

/** What tells whom a cancellation does not reach: of a diagnosis, or of a line of ndjson. */
export interface Told {
  readonly verdict: Diagnosis['verdict'];
  readonly findings: readonly Finding[];
  readonly reasons: readonly (Reason & { readonly rule: string })[];
}

/**
 * How many attendees a cancellation of the meeting does not reach: all external ones of the item whose row blocks the
 * message. Of a series and its occurrences, which mostly have the same attendees, the largest number.
 */
export function unreachedBy({ verdict, findings, reasons }: Told): number {
  if (verdict !== 'confirmed' && verdict !== 'likely') return 0;
  const { id } = cancellationDelivery.meta;
  const blocked = findings.filter(({ rule }) => rule === id);
  const counts = reasons
    .filter(
      ({ rule, code, path }) =>
        rule === id && code === EXTERNAL && blocked.some((row) => isIn(row.path, path)),
    )
    .map(({ values }) => Number(values?.['count'] ?? 0));
  return Math.max(0, ...counts);
}

const EXTERNAL = 'external-recipients';

/** Whether a row is of the item at a path, rather than of one embedded in it. */
function isIn(row: string, item: string): boolean {
  return row.startsWith(item === '' ? 'recipients' : `${item}.recipients`);
}
