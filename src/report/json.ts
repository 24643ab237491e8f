import type { Anomaly } from '../anomaly';
import { formatTag } from '../mapi/property-type';
import type { PropertyStore, RawProperty } from '../mapi/property-store';
import { toJsonValue } from '../message/property-view';
import type { Message, MessageKind } from '../message/message';
import type { Recipient } from '../message/recipient';
import type { Diagnosis } from '../rules/diagnose';
import type { Finding, Reason, Verdict } from '../rules/rule';
import type { CheckedFile, UnreadableFile } from './checked-file';

/** The version of the form below: it changes when a reader of it would have to. */
export const JSON_SCHEMA = 1;

/** What is reported of a message, and in the same form of each message embedded in it. */
export interface MessageReport {
  /** The file; of an embedded message its place, such as `embedded[0]`. */
  readonly path: string;
  readonly kind: MessageKind;
  readonly messageClass: string | null;
  readonly subject: string | null;
  /** Null for an exception, which its series' verdict covers. */
  readonly verdict: Verdict | null;
  readonly reasons: readonly (Reason & { readonly rule: string })[];
  readonly findings: readonly Finding[];
  readonly anomalies: readonly Anomaly[];
  /** Named values, and `properties`: every value by its tag. */
  readonly recipients: readonly Record<string, unknown>[];
  readonly embedded: readonly MessageReport[];
}

/** The report of a message as a plain object, ready for JSON. */
export function toMessageReport(path: string, message: Message, diagnosis: Diagnosis): MessageReport {
  return reportOf(message, path, '', diagnosis);
}

/** Files as the JSON document that `docs/json.md` describes. */
export function formatJson(files: readonly (CheckedFile | UnreadableFile)[], skipped = 0): string {
  const reports = files.map((file) =>
    'error' in file ? unreadableReport(file) : toMessageReport(file.path, file.message, file.diagnosis),
  );
  return JSON.stringify({ schema: JSON_SCHEMA, files: reports, skipped }, null, 2);
}

function unreadableReport({ path, error }: UnreadableFile): Record<string, unknown> {
  const { code, offset } = error as { code?: unknown; offset?: unknown };
  return { path, error: { code: code ?? null, message: error.message, offset: offset ?? null } };
}

function reportOf(message: Message, path: string, place: string, diagnosis: Diagnosis): MessageReport {
  const isHere = (at: { path: string }): boolean =>
    place === '' || at.path === place || at.path.startsWith(`${place}.`);
  return {
    path,
    kind: message.kind,
    messageClass: message.messageClass ?? null,
    subject: message.subject ?? null,
    verdict: verdictAt(place, message, diagnosis),
    reasons: diagnosis.results.flatMap(({ rule, reasons }) =>
      reasons.filter(isHere).map((reason) => ({ rule, ...reason })),
    ),
    findings: diagnosis.findings.filter(isHere),
    anomalies: message.anomalies,
    recipients: message.recipients.map(recipientReport),
    embedded: message.embedded.map((embedded, index) => {
      const inner = `${place}${place === '' ? '' : '.'}embedded[${index}]`;
      return reportOf(embedded, inner, inner, diagnosis);
    }),
  };
}

/** The file's verdict is the gravest of all its items; an embedded item has one of its own. */
function verdictAt(place: string, message: Message, { verdict, results }: Diagnosis): Verdict | null {
  if (place === '') return verdict ?? null;
  if (message.kind === 'exception') return null;
  return results.find((result) => result.path === place && result.verdict !== undefined)?.verdict ?? null;
}

function recipientReport(recipient: Recipient): Record<string, unknown> {
  return { ...recipient.toJSON(), properties: propertiesReport(recipient.properties) };
}

/** Every property by its tag; of a tag that occurs twice the first counts. */
function propertiesReport(store: PropertyStore): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const property of store) {
    const tag = formatTag(property.tag);
    if (!values.has(tag)) values.set(tag, valueReport(store, property));
  }
  return Object.fromEntries(values);
}

function valueReport(store: PropertyStore, property: RawProperty): unknown {
  if (property.content === 'left-in-file') return { state: 'not-loaded', size: property.size };
  const value = store.valueOf(property);
  return value === undefined ? { state: 'damaged', bytes: toJsonValue(property.bytes) } : toJsonValue(value);
}
