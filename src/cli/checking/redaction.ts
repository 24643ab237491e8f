import { createHmac } from 'node:crypto';
import { redactAddresses, redactFile, redactPlace } from '../../report/index';
import type { CheckedFile, Redacted, Reported, ReportedFile, Substitute } from '../../report/index';
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
): (<T extends ReportEntry>(entry: T) => Shown<T>) | undefined {
  if (wanted === undefined) return undefined;
  const substitute = substituteOf(wanted.key);
  return (entry) => redacted(entry, substitute) as Shown<typeof entry>;
}

/** What stands for a place, where that is to be hidden. */
export function shownPlace(place: Reported, wanted: RedactionArguments | undefined): Reported {
  return wanted === undefined ? place : redactPlace(place, substituteOf(wanted.key));
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

function redacted(entry: ReportEntry, substitute: Substitute): ShownEntry {
  if ('message' in entry) return redactFile(entry as CheckedFile, substitute);
  if ('evidence' in entry) return redactEvidence(entry, substitute);
  if ('passedOver' in entry) return redactPlace(entry, substitute);
  if ('store' in entry) return redactStore(entry, substitute);
  const { message, ...rest } = plainError(entry.error);
  const words = redactAddresses(message, substitute).replaceAll(entry.path, substitute('path', entry.path));
  return { ...redactPlace(entry, substitute), error: Object.assign(new Error(words), rest) };
}

function redactEvidence<T extends Extract<ReportEntry, { evidence: unknown }>>(
  entry: T,
  substitute: Substitute,
): T {
  const text = JSON.stringify(entry.diagnosis);
  const diagnosis = JSON.parse(redactAddresses(text, substitute)) as T['diagnosis'];
  return { ...entry, path: substitute('path', entry.path), diagnosis };
}

/** What is damaged in a store is said by numbers; a name of a folder may stand in it. */
function redactStore<T extends Extract<ReportEntry, { store: unknown }>>(
  entry: T,
  substitute: Substitute,
): T {
  const { anomalies, suppressedAnomalies } = entry.store;
  const plain = anomalies.map((anomaly) => ({
    ...anomaly,
    message: redactAddresses(anomaly.message, substitute),
  }));
  return { ...redactPlace(entry, substitute), store: { anomalies: plain, suppressedAnomalies } };
}
