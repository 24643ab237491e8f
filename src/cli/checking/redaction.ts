import { createHmac } from 'node:crypto';
import { redactAddresses, redactFile, redactPlace } from '../../report/index';
import type { CheckedFile, Redacted, ReportedFile, Substitute } from '../../report/index';
import type { RedactionArguments } from '../usage/output-arguments';
import { plainError } from './plain-error';
import type { ReportEntry, ShownEntry } from './rendering';

/** Hexadecimal digits: enough that two values hardly ever look the same. */
const DIGITS = 10;

/** What is shown of an entry: of a file no tables. */
export type Shown<T extends ReportEntry> = T extends CheckedFile ? ReportedFile : T;

/** Puts what stands for people, subjects and paths into what a report is told; undefined: nothing is hidden. */
export function redactionOf(
  wanted: RedactionArguments | undefined,
): (<T extends ReportEntry>(told: T) => Shown<T>) | undefined {
  if (wanted === undefined) return undefined;
  const substitute = substituteOf(wanted.key);
  return (told) => redacted(told, substitute) as Shown<typeof told>;
}

/** Addresses in another case are the same address; the ending of a path is kept. */
function substituteOf(key: string): Substitute {
  return (kind: Redacted, value: string) => {
    const hash = createHmac('sha256', key)
      .update(value.normalize().toLowerCase())
      .digest('hex')
      .slice(0, DIGITS);
    const ending = kind === 'path' ? (/\.[a-z]{3,4}$/i.exec(value)?.[0] ?? '') : '';
    return `${kind}-${hash}${ending}`;
  };
}

function redacted(told: ReportEntry, substitute: Substitute): ShownEntry {
  if ('message' in told) return redactFile(told as CheckedFile, substitute);
  if ('evidence' in told) return redactEvidence(told, substitute);
  if ('passedOver' in told) return redactPlace(told, substitute);
  if ('store' in told) return redactStore(told, substitute);
  const { message, ...rest } = plainError(told.error);
  const words = redactAddresses(message, substitute).replaceAll(told.path, substitute('path', told.path));
  return { ...redactPlace(told, substitute), error: Object.assign(new Error(words), rest) };
}

function redactEvidence<T extends Extract<ReportEntry, { evidence: unknown }>>(
  told: T,
  substitute: Substitute,
): T {
  const text = JSON.stringify(told.diagnosis);
  const diagnosis = JSON.parse(redactAddresses(text, substitute)) as T['diagnosis'];
  return { ...told, path: substitute('path', told.path), diagnosis };
}

/** What is damaged in a store is said by numbers; a name of a folder may stand in it. */
function redactStore<T extends Extract<ReportEntry, { store: unknown }>>(told: T, substitute: Substitute): T {
  const { anomalies, suppressedAnomalies } = told.store;
  const plain = anomalies.map((anomaly) => ({
    ...anomaly,
    message: redactAddresses(anomaly.message, substitute),
  }));
  return { ...redactPlace(told, substitute), store: { anomalies: plain, suppressedAnomalies } };
}
