import type { Anomaly } from '../../../../src/index';

const typedErrors = new Set(['FormatError', 'UnsupportedError', 'LimitError']);

/** Whether mapilint documents an error: any other is a fault. */
export function isTypedError(error: unknown): boolean {
  return error instanceof Error && typedErrors.has(error.name) && 'code' in error;
}

/** The damage that asks for attention, in a form that can be compared. */
export function damageOf(anomalies: readonly Anomaly[]): string[] {
  return anomalies
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, path, message }) => `${code} ${path} ${message}`);
}
