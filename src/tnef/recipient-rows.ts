import type { AnomalyLog } from '../damage/anomaly';
import { reportRecipientLimit } from '../mapi/object/container-messages';
import { EndOfBytes } from '../bytes/byte-reader';
import { RangeReader } from '../bytes/range-reader';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { joinPath } from '../damage/path';
import type { Attribute } from './attribute';
import { EncodedProperties } from './encoded-properties';
import type { MessageNames } from './message-names';
import type { TnefFile } from './attribute-stream';

/** What the recipient table of a message is read with. */
export interface RecipientReading {
  readonly file: TnefFile;
  readonly names: MessageNames;
  readonly log: AnomalyLog;
  /** Where the message stands. */
  readonly path: string;
  /** How many rows there may be. */
  readonly limit: number;
}

/** Reads attRecipTable, [MS-OXTNEF] 2.1.3.5: rows of properties, one after the other, into the rows of a table. */
export function readRecipientRows(
  { start, length }: Attribute,
  table: PropertyTableBuilder,
  { file, names, log, path, limit }: RecipientReading,
): void {
  const reader = new RangeReader(file.bytes, start, start + length);
  const count = rowCount(reader);
  const tableReport = log.at(joinPath(path, 'recipients'));
  for (let row = 0; row < count; row++) {
    const index = table.rowCount;
    if (index >= limit) {
      reportRecipientLimit(count, limit, tableReport);
      return;
    }
    const report = log.at(() => joinPath(path, `recipients[${index}]`));
    const { isWhole } = new EncodedProperties(file, reader, table, names, report).read();
    table.endRow();
    if (isWhole || row + 1 === count) continue;
    tableReport('tnef-recipient-table', `attRecipTable counts ${count} rows, ${row + 1} were found`, {
      storage: 'attRecipTable',
      offset: start,
    });
    return;
  }
}

function rowCount(reader: RangeReader): number {
  try {
    return reader.u32();
  } catch (error) {
    if (error instanceof EndOfBytes) return 0;
    throw error;
  }
}
