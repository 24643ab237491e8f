/** An error as data, which goes from one thread to another whole: its code and place go with it. */
export interface PlainError {
  readonly message: string;
  readonly [name: string]: unknown;
}

export function plainError(error: Error): PlainError {
  return { ...(error as object), message: error.message };
}

export function revived(plain: PlainError): Error {
  return Object.assign(new Error(plain.message), plain);
}
