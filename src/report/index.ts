/**
 * Findings and tables as text, JSON and other formats. These functions return strings and objects; they do not write
 * files.
 *
 * @module mapilint/report
 */

export { formatEvidenceText, toEvidenceReport } from './checked-evidence';
export type { CheckedEvidence, EvidenceReport } from './checked-evidence';
export type {
  CheckedFile,
  JudgedFile,
  ReportedFile,
  ReportedMessage,
  ReportExtras,
  UnreadableFile,
} from './checked-file';
export type { Reported, StorePlace } from './reported';
export { formatComparison } from './comparison';
export { formatJson, JSON_SCHEMA, jsonEnd, jsonFile, jsonStart, toFileReport, toMessageReport } from './json';
export { headlineOf } from './headline';
export type { VerdictWithFindings } from './headline';
export { formatSetFindings } from './set-findings';
export type { FileReport, MessageReport, UnreadableReport } from './json';
export { csvHeader, csvRows } from './csv';
export type { CsvOptions, CsvRowKind } from './csv';
export { formatJUnit } from './junit';
export type { JUnitOptions } from './junit';
export { formatProperties, toPropertyReports } from './properties';
export type { PropertyReport } from './properties';
export type { ErrorReport } from './read-error';
export { redactEvidence, redactFile } from './redact';
export type { Redacted, Substitute } from '../rules/redacted';
export { formatSarif, toSarif } from './sarif';
export type { SarifOptions } from './sarif';
export { formatTable } from './table';
export type { TableOptions } from './table';
export { tableCsvHeader, tableCsvRows } from './table-csv';
export { UnreachedTotals } from './unreached-totals';
export { formatUnreached } from './summary';
export { formatText } from './text';
export type { Emphasis, TextOptions } from './text-options';
export type { LayoutOptions } from './layout';
export type { BaselineCounts } from './baseline';
export type { FoundConfiguration, LoweredRule } from './found-configuration';
export type { EvidenceFile, FittedItem, ReadEvidenceFile } from './evidence-file';
export type { StoppedRun } from './stopped';
export type { StoreFile } from './store-file';
export type { SummaryCounts } from './summary';
export type { RecipientReport } from './recipient-report';
