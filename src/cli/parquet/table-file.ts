import { ReplacementFile } from '../output/replacement-file';
import { targetAt, failure } from '../output/output-target';
import { loadOptional } from '../../report/command';
import { importModule } from '../import-module';
import { tables } from './columns';
import type { TableCell, ColumnType, TableName, TableRow } from './columns';

/** What is used of hyparquet-writer, an optional package. */
export interface ParquetModule {
  readonly ByteWriter: new () => ByteSink;
  readonly ParquetWriter: new (options: {
    readonly writer: ByteSink;
    readonly schema: readonly object[];
    /** They would order numbers without sign as those with one. */
    readonly statistics: false;
  }) => GroupWriter;
}

interface ByteSink {
  index: number;
  getBytes(): Uint8Array;
}

interface GroupWriter {
  write(group: { readonly columnData: readonly object[]; readonly rowGroupSize: number }): unknown;
  finish(): unknown;
}

/** Rows that wait for their group: as many as a reader likes to take at once. */
const GROUP = 50_000;

const elements: Readonly<Record<ColumnType, object>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  count: { type: 'INT32' },
  flag: { type: 'BOOLEAN' },
  ticks: { type: 'INT64', converted_type: 'UINT_64' },
  moment: { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
};

export function loadParquet(): Promise<ParquetModule> {
  const wanted = { name: 'hyparquet-writer', feature: 'parquet', purpose: '--format parquet' } as const;
  return loadOptional(wanted, () => importModule('hyparquet-writer') as Promise<ParquetModule>);
}

/** A table as a Parquet file, which is there whole or not at all: written in groups of rows, so that no more is held. */
export class TableFile {
  readonly #columns: Readonly<Record<string, ColumnType>>;
  readonly #file: ReplacementFile;
  readonly #bytes: ByteSink;
  readonly #writer: GroupWriter;
  #rows: TableRow[] = [];
  /** How many rows were written. */
  count = 0;

  constructor(path: string, name: TableName, mode: number | undefined, parquet: ParquetModule) {
    this.#columns = tables[name];
    const target = targetAt(path);
    if (target.kind === 'stream') throw failure('EEXIST', 'it is a pipe or device, not a place for a file');
    this.#file = new ReplacementFile(target.path, mode);
    this.#bytes = new parquet.ByteWriter();
    const columns = Object.entries(this.#columns).map(([column, type]) => ({
      name: column,
      repetition_type: 'OPTIONAL',
      ...elements[type],
    }));
    const schema = [{ name: 'root', num_children: columns.length }, ...columns];
    this.#writer = new parquet.ParquetWriter({ writer: this.#bytes, schema, statistics: false });
  }

  add(rows: readonly TableRow[]): void {
    for (const row of rows) this.#rows.push(row);
    if (this.#rows.length >= GROUP) this.#writeGroup();
  }

  /** Writes what is left of it. */
  complete(): void {
    if (this.#rows.length > 0 || this.count === 0) this.#writeGroup();
    this.#writer.finish();
    this.#drain();
  }

  /** Puts it in its place. */
  commit(): void {
    this.#file.commit();
  }

  /** Lets go of it; what was not put in its place is gone. */
  close(): void {
    this.#file.close();
  }

  #writeGroup(): void {
    const rows = this.#rows;
    const columnData = Object.entries(this.#columns).map(([name, type]) => ({
      name,
      data: rows.map((row) => stored(row[name] ?? null, type)),
    }));
    this.#writer.write({ columnData, rowGroupSize: GROUP });
    this.count += rows.length;
    this.#rows = [];
    this.#drain();
  }

  #drain(): void {
    this.#file.write(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}

/** A half of a surrogate pair has no UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, (half) => `\\u{${half.charCodeAt(0).toString(16).toUpperCase()}}`);
}

/** A value as Parquet keeps it: a number of 64 bits without sign has the bits of one with. */
function stored(cell: TableCell, type: ColumnType): TableCell | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'string') return wellFormed(cell);
  return type === 'ticks' && typeof cell === 'bigint' ? BigInt.asIntN(64, cell) : cell;
}
