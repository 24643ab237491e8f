import { UnsupportedError } from './errors';
import type { Feature } from './errors';

/** What stands for the error of a missing package in the page, which cannot load any. */
export function missingPackage(feature: Feature, what: string): UnsupportedError {
  return new UnsupportedError(feature, `This page does not read ${what}, and mapilint check does`);
}
