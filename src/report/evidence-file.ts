import { checkOptions } from '../arguments/check';
import { layoutKinds } from './layout';
import type { Anomaly } from '../damage/anomaly';
import type { Evidence } from '../evidence/decode-evidence';
import type { Diagnosis } from '../rules/diagnose';
import { plural } from '../rules/wording';
import type { Reported, StorePlace } from './reported';
import { andMore, DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';
import { errorReport } from './read-error';
import type { ErrorReport } from './read-error';

/** A file of evidence, and what it contains; or the error if it could not be read. */
export type EvidenceFile = ReadEvidenceFile | { readonly path: string; readonly error: Error };

/** A file of evidence that could be read, or a message of a mailbox that is evidence, and the items that it fits. */
export interface ReadEvidenceFile extends Reported {
  readonly evidence: Pick<Evidence, 'kind' | 'anomalies' | 'suppressedAnomalies'>;
  /** The items that it fits. */
  readonly fits: readonly FittedItem[];
}

/** An item that a piece of evidence fits. */
export interface FittedItem {
  readonly path: string;
  /** Whether only the time suggests that it fits. */
  readonly byTime: boolean;
  /** For a tracking log: when the item was transferred to an external server although its recipient table has a 0. */
  readonly leftAt?: string | undefined;
}

/** A file of evidence as the JSON report has it. */
export type EvidenceFileReport =
  | {
      readonly path: string;
      readonly item?: StorePlace | undefined;
      readonly kind: Evidence['kind'];
      readonly fits: readonly string[];
      readonly anomalies: readonly Anomaly[];
      readonly suppressedAnomalies: number;
    }
  | { readonly path: string; readonly error: ErrorReport };

/** The file as a plain object, ready for JSON. */
export function toEvidenceFileReport(file: EvidenceFile): EvidenceFileReport {
  const { path } = file;
  if ('error' in file) return { path, error: errorReport(file.error) };
  const { kind, anomalies, suppressedAnomalies } = file.evidence;
  return {
    path,
    item: file.item,
    kind,
    fits: file.fits.map((item) => item.path),
    anomalies,
    suppressedAnomalies,
  };
}

/** Whether a piece of evidence fits an item: undefined, or by what. */
export function fitOf(path: string, { results }: Diagnosis, source: number): FittedItem | undefined {
  const fitting = results
    .flatMap(({ evidence }) => evidence)
    .filter((each) => each.source === source && ['this-defect', 'refutes', 'replied'].includes(each.verdict));
  if (fitting.length === 0) return undefined;
  const byTime = fitting.every(({ correlatedBy }) => correlatedBy?.startsWith('time') === true);
  const left = fitting.find(({ verdict }) => verdict === 'refutes')?.values?.['time'];
  return { path, byTime, leftAt: typeof left === 'string' ? left : undefined };
}

/** What is to be known of the evidence itself: damage, and logs that fit several items. Empty if nothing is. */
export function formatEvidenceFiles(files: readonly EvidenceFile[], options: LayoutOptions = {}): string {
  checkOptions('formatEvidenceFiles', options, layoutKinds);
  const lines = files.flatMap((file) =>
    'error' in file
      ? []
      : [damageOf(file, options), ambiguityOf(file), immunityOf(file)].filter((words) => words !== undefined),
  );
  return lines.length === 0
    ? ''
    : [
        'About the evidence',
        ...lines.map((line) => wrap('  - ', visible(line), options.width ?? DEFAULT_WIDTH)),
      ].join('\n');
}

/** What was damaged; undefined: nothing. */
export function damageOf(
  { path, evidence }: ReadEvidenceFile,
  options: LayoutOptions = {},
): string | undefined {
  const [first, ...others] = evidence.anomalies;
  if (first === undefined) return undefined;
  const more = others.length + evidence.suppressedAnomalies;
  const place = first.offset === undefined ? '' : ` (byte ${first.offset})`;
  const rest = more > 0 ? `;${andMore(more, options)}` : '';
  return `${path} is damaged: ${first.message}${place}${rest}`;
}

/** That a server sent a message with a 0, so that it had the remedy then. */
function immunityOf({ path, fits }: ReadEvidenceFile): string | undefined {
  const [first] = fits.flatMap(({ leftAt }) => leftAt ?? []).sort();
  if (first === undefined) return undefined;
  return `${path} shows that a message with a 0 left this server on ${first.slice(0, 10)}: it was immune then`;
}

function ambiguityOf({ path, fits }: ReadEvidenceFile): string | undefined {
  const byTime = fits.filter((item) => item.byTime).length;
  if (byTime < 2) return undefined;
  return (
    `${path} fits ${plural(byTime, 'item')} by time alone: a failure in it belongs to one message, ` +
    'and only MDB, FID and MID in the log say to which'
  );
}
