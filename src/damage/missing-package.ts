import { UnsupportedError } from './errors';
import type { Feature } from './errors';

/** A package that whoever needs it installs. */
interface OptionalPackage {
  /** What it is called on the registry. */
  readonly name: string;
  /** What it stands for in an `UnsupportedError`. */
  readonly feature: Feature;
  /** What needs it, as the beginning of a sentence. */
  readonly purpose: string;
}

/**
 * Loads an optional package. Rejects with an `UnsupportedError`: if it is not installed, with the advice to install it; if
 * it is there and fails, with its own error as `cause`.
 */
export async function loadOptional<T>(
  { name, feature, purpose }: OptionalPackage,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const needed = `${purpose} needs the package ${name}`;
    if (isNotInstalled(cause, name)) throw new UnsupportedError(feature, `${needed}: npm install ${name}`);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnsupportedError(feature, `${needed}, which is installed and cannot be loaded: ${why}`, {
      cause,
    });
  }
}

/**
 * Whether this very package was not found, and not one that it needs in turn, or a file of its own. Node, Bun, Deno,
 * bundlers and browsers have codes and classes of their own for it; all quote first what they looked for.
 */
export function isNotInstalled(cause: unknown, name: string): boolean {
  const { message = '' } = (cause ?? {}) as Partial<Error>;
  const quote = /["'“`]([^"'“”`]*)["'”`]/.exec(message);
  const [sought = ''] = quote?.slice(1) ?? []; // a file of it, where `require` looks for that
  return (
    (sought === name || sought.startsWith(`${name}/`)) && /find|resolve|specifier|remapped/i.test(message)
  );
}
