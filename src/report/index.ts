// Findings and tables as text or JSON. Nothing here writes anything anywhere.

export type { CheckedFile, UnreadableFile } from './checked-file';
export { formatJson, JSON_SCHEMA, toMessageReport } from './json';
export type { MessageReport } from './json';
export { formatTable } from './table';
export { formatAdvice, formatSummary, formatText } from './text';
export type { Emphasis, TextOptions } from './text';
export { visible } from './layout';
