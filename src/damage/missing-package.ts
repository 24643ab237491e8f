import { UnsupportedError } from './errors';
import type { Feature } from './errors';

/** The error of a format that a package reads which is not installed; `otherwise`: what else one can do. */
export function missingPackage(
  feature: Feature,
  what: string,
  name: string,
  otherwise = '',
): UnsupportedError {
  return new UnsupportedError(
    feature,
    `Reading ${what} needs the package ${name}: npm install ${name}${otherwise}`,
  );
}
