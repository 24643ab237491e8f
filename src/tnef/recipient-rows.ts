import type { AnomalyLog } from '../damage/anomaly';
import { reportRecipientLimit } from '../mapi/object/container-messages';
import { RangeReader } from '../bytes/range-reader';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { joinPath } from '../damage/path';
import type { Attribute } from './attribute';
import { EncodedProperties } from './encoded-properties';
import type { MessageNames } from './message-names';
import type { TnefFile } from './attribute-stream';
import { reportUncounted } from './uncounted-bytes';

/** How long the number of rows is. */
const COUNT_LENGTH = 4;

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
  const tableReport = log.at(joinPath(path, 'recipients'));
  const place = { storage: 'attRecipTable', offset: start };
  if (reader.remaining < COUNT_LENGTH) {
    tableReport(
      'tnef-recipient-table',
      `attRecipTable has ${length} bytes, too few to count its rows`,
      place,
    );
    return;
  }
  const count = reader.u32();
  let isTableWhole = true;
  for (let row = 0; row < count; row++) {
    const index = table.rowCount;
    if (index >= limit) {
      reportRecipientLimit(count, limit, tableReport);
      return;
    }
    const report = log.at(() => joinPath(path, `recipients[${index}]`));
    const { isWhole } = new EncodedProperties(file, reader, table, names, report).read();
    table.endRow();
    isTableWhole = isWhole;
    if (isWhole || row + 1 === count) continue;
    const message = `attRecipTable counts ${count} rows, ${row + 1} were found`;
    tableReport('tnef-recipient-table', message, place);
    return;
  }
  if (!isTableWhole) return;
  reportUncounted(
    reader,
    'tnef-rows-uncounted',
    `attRecipTable counts ${count} rows`,
    (code, message, at) => {
      tableReport(code, message, { storage: 'attRecipTable', ...at });
    },
  );
}
