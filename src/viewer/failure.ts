/** An error as it is shown. */
export interface Failure {
  readonly name: string;
  readonly code: string | undefined;
  readonly message: string;
}

/** An error as plain data. */
export function failureOf(error: unknown): Failure {
  const { name, code, message } = error as Error & { readonly code?: string };
  return { name, code, message };
}

/** Whether an error says a certain thing of itself. */
export function isOf(error: unknown, name: 'feature' | 'code', value: string): boolean {
  return (error as Partial<Record<string, unknown>>)[name] === value;
}
