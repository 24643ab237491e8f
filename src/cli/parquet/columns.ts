/** What a cell holds; null: nothing. */
export type TableCell = string | number | bigint | boolean | null;
export type TableRow = Readonly<Record<string, TableCell>>;

/** What a column holds, as Parquet says it. */
export type ColumnType = 'text' | 'count' | 'flag' | 'ticks' | 'moment';

/** The columns of the two tables: a row for each item, and one for each row of a recipient table. */
export const tables = {
  items: {
    path: 'text',
    item: 'text',
    folder: 'text',
    error: 'text',
    verdict: 'text',
    message_class: 'text',
    subject: 'text',
    organizer_name: 'text',
    organizer_address: 'text',
    start: 'moment',
    start_ticks: 'ticks',
    sent: 'moment',
    global_object_id: 'text',
    meeting: 'text',
    recipients: 'count',
    affected: 'count',
    findings: 'count',
    anomalies: 'count',
  },
  recipients: {
    path: 'text',
    item: 'text',
    table_path: 'text',
    row: 'count',
    name: 'text',
    address: 'text',
    role: 'text',
    track_status: 'text',
    track_status_state: 'text',
    track_status_time: 'moment',
    track_status_time_ticks: 'ticks',
    track_status_time_state: 'text',
    is_affected: 'flag',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>;
export type TableName = keyof typeof tables;

/** What a file or item has in each table. Plain data. */
export type TableRows = Readonly<Record<TableName, readonly TableRow[]>>;
