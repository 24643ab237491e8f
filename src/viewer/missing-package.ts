import { UnsupportedError } from '../index';
import type { Feature } from '../index';

/** What stands for the error of a missing package in the page, which cannot load any. */
export function missingPackage(feature: Feature, what: string): UnsupportedError {
  return new UnsupportedError(feature, `This page does not read ${what}, and mapilint check does`);
}
