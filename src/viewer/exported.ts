import { csvHeader, csvRows, formatJson, formatTable, formatText, redactFile } from '../report/index';
import type { CheckedFile } from '../report/index';
import type { ExportForm } from './protocol';
import { substitutes } from './substitutes';

/** A checked file as a text that can be saved or put into a ticket. */
export function exportedAs(form: ExportForm, file: CheckedFile): string {
  switch (form) {
    case 'json':
      return `${formatJson([file])}\n`;
    case 'csv':
      return csvHeader() + csvRows(file);
    case 'ticket':
      return `${ticket(file)}\n\n${formatTable(file.message)}\n`;
    case 'ticket-redacted':
      return `${ticket(redactFile(file, substitutes()))}\n`;
  }
}

/** The verdict and everything there is to do, in the order of reading. */
function ticket(file: CheckedFile): string {
  const { settle, todo = [] } = file.diagnosis.explanation ?? {};
  const more = todo.slice(1).map((step) => `  - ${step}`);
  const proof =
    settle === undefined || file.diagnosis.findings.length === 0 ? [] : ['To be sure', `  - ${settle}`];
  return [formatText(file), ...more, ...proof].join('\n');
}
