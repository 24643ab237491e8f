/** Why a file could not be read, ready for JSON. */
export interface ErrorReport {
  readonly code: string | null;
  readonly message: string;
  readonly offset: number | null;
}

export function errorReport(error: Error): ErrorReport {
  const { code, offset } = error as { code?: string; offset?: number };
  return { code: code ?? null, message: error.message, offset: offset ?? null };
}
