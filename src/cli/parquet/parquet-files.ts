import { plural, visible } from '../../report/command';
import { writing } from '../output/write-error';
import type { OutputArguments } from '../usage/output-arguments';
import { UsageError } from '../usage/usage-error';
import { tables } from './columns';
import type { TableName, TableRows } from './columns';
import { loadParquet, TableFile } from './table-file';

const names = Object.keys(tables) as TableName[];

/** The files of a run: one with a row for each item, and one with a row for each row of a recipient table. */
export class ParquetFiles {
  readonly #paths: Readonly<Record<TableName, string>>;
  readonly #files: Readonly<Record<TableName, TableFile>>;

  private constructor(
    paths: Readonly<Record<TableName, string>>,
    files: Readonly<Record<TableName, TableFile>>,
  ) {
    this.#paths = paths;
    this.#files = files;
  }

  /** Opens the files that `--output` is the beginning of: `night.parquet` gives `night.items.parquet` and its like. */
  static async open({ file, mode }: OutputArguments): Promise<ParquetFiles> {
    if (file === undefined)
      throw new UsageError('--format parquet writes two files: name them with --output night.parquet');
    const parquet = await loadParquet();
    const base = file.replace(/\.parquet$/i, '');
    const paths = { items: `${base}.items.parquet`, recipients: `${base}.recipients.parquet` };
    const open = (name: TableName): TableFile =>
      writing('--output', paths[name], () => new TableFile(paths[name], name, mode, parquet));
    const items = open('items');
    try {
      return new ParquetFiles(paths, { items, recipients: open('recipients') });
    } catch (error) {
      items.close();
      throw error;
    }
  }

  add(rows: TableRows): void {
    this.#each((file, name) => {
      file.add(rows[name]);
    });
  }

  /** Puts both in their places when both are complete, and says what they hold. */
  commit(): string {
    this.#each((file) => {
      file.complete();
    });
    this.#each((file) => {
      file.commit();
    });
    return names
      .map((name) => `${visible(this.#paths[name])}: ${plural(this.#files[name].count, name.slice(0, -1))}\n`)
      .join('');
  }

  #each(act: (file: TableFile, name: TableName) => void): void {
    for (const name of names)
      writing('--output', this.#paths[name], () => {
        act(this.#files[name], name);
      });
  }

  close(): void {
    for (const name of names) this.#files[name].close();
  }
}
