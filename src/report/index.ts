/**
 * Findings and tables as text or JSON. Nothing here writes anything anywhere.
 *
 * @module mapilint/report
 */

export { formatEvidenceText, toEvidenceReport } from './checked-evidence';
export type { CheckedEvidence, EvidenceReport } from './checked-evidence';
export { reportedName } from './reported';
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
export { fitOf, formatEvidenceFiles, toEvidenceFileReport } from './evidence-file';
export type { EvidenceFile, EvidenceFileReport, FittedItem, ReadEvidenceFile } from './evidence-file';
export { formatJson, JSON_SCHEMA, jsonEnd, jsonFile, jsonStart, toFileReport, toMessageReport } from './json';
export { headlineOf } from './headline';
export type { VerdictWithFindings } from './headline';
export { formatSetFindings, toSetReport } from './set-findings';
export type { SetReport } from './set-findings';
export type { FileReport, MessageReport, UnreadableReport } from './json';
export { jsonText } from './json-text';
export { csvError, csvHeader, csvRows } from './csv';
export { errorLine, fullLine, itemLine, passedOverLine, storeLine } from './ndjson';
export type { ErrorLine, FileStamp, ItemLine } from './ndjson';
export { formatJUnit } from './junit';
export type { JUnitOptions } from './junit';
export { decisionsOf, formatDecisions } from './decisions';
export type { Decision } from './decisions';
export { formatProperties, toPropertyReports } from './properties';
export type { PropertyReport } from './properties';
export type { ErrorReport } from './read-error';
export { redactEvidence, redactEvidenceFile, redactFile, redactStore } from './redact';
export { redactSetFinding } from './redact-diagnosis';
export { redactUnreadable } from './redact-error';
export { redactPlace } from './redact-place';
export { shownEnding } from './redact-values';
export type { Redacted, Substitute } from '../rules/redacted';
export { formatSarif, toSarif } from './sarif';
export type { SarifOptions } from './sarif';
export { formatFolders, formatItems, toFolderReport, toItemReport } from './store-listing';
export type { ListedFolder, ListedEntry } from './store-listing';
export { formatFoundConfiguration } from './found-configuration';
export type { FoundConfiguration, LoweredRule } from './found-configuration';
export { formatStores, toStoreReport } from './store-file';
export type { StoreFile, StoreReport } from './store-file';
export { formatTable } from './table';
export { tableCsvHeader, tableCsvRows } from './table-csv';
export { chainOf } from './attendee-chain';
export type { AttendeeChain, ChainLink } from './attendee-chain';
export { formatChain } from './chain-text';
export { UnreachedTotals } from './unreached-totals';
export { formatSummary, formatUnreached } from './summary';
export type { SummaryCounts } from './summary';
export { formatAdvice, formatText } from './text';
export type { Emphasis, TextOptions } from './text-options';
export { visible } from './layout';
export type { LayoutOptions } from './layout';
export { plural } from '../rules/wording';
