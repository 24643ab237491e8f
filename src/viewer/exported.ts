import {
  csvHeader,
  csvRows,
  formatAdvice,
  formatJson,
  formatTable,
  formatText,
  redactFile,
} from '../report/command';
import type { CheckedFile, ReportedFile } from '../report/command';
import type { ExportForm } from './export-forms';
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

/** The verdict and everything there is to do. */
function ticket(file: ReportedFile): string {
  return [formatText(file), formatAdvice([file.diagnosis])].filter((part) => part !== '').join('\n\n');
}
