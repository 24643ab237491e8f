import { fileURLToPath } from 'node:url';
import { UsageError } from './usage-error';

/** A path as it is, or that of an address such as `file:///share/a.msg`, which file managers give. */
export function pathOf(given: string): string {
  if (!/^file:\/\//i.test(given)) return given;
  try {
    return fileURLToPath(given);
  } catch (error) {
    throw new UsageError(
      `${JSON.stringify(given)} is not the address of a file on this machine: ${(error as Error).message}`,
    );
  }
}
