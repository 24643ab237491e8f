import { expectTypeOf, test } from 'vitest';
import { isMapilintError } from '../../src/index';
import type {
  DamageCode,
  Feature,
  FormatError,
  LimitError,
  Limits,
  MapilintError,
  NotLoadedError,
  UnsupportedError,
} from '../../src/index';

declare const thrown: unknown;

test('what was thrown is known behind the guard, and its code is one of a closed list', () => {
  if (!isMapilintError(thrown)) return;
  expectTypeOf(thrown).toEqualTypeOf<FormatError | UnsupportedError | LimitError | NotLoadedError>();
  expectTypeOf(thrown.code).toEqualTypeOf<DamageCode | 'unsupported' | 'not-loaded'>();
  expectTypeOf<typeof thrown>().toExtend<MapilintError>();
});

test('a typo in a code does not compile', () => {
  if (!isMapilintError(thrown)) return;
  // @ts-expect-error -- it is file-empty
  expectTypeOf(thrown.code === 'file-emtpy');
  switch (thrown.code) {
    // @ts-expect-error -- it is unsupported
    case 'unsuported':
      break;
  }
});

test('the code narrows to the class', () => {
  if (!isMapilintError(thrown)) return;
  switch (thrown.code) {
    case 'unsupported':
      expectTypeOf(thrown).toEqualTypeOf<UnsupportedError>();
      expectTypeOf(thrown.feature).toEqualTypeOf<Feature>();
      break;
    case 'not-loaded':
      expectTypeOf(thrown).toEqualTypeOf<NotLoadedError>();
      break;
    case 'limit-recipients':
    case 'limit-embedded-depth':
    case 'limit-storage-depth':
      expectTypeOf(thrown).toEqualTypeOf<LimitError>();
      expectTypeOf(thrown.limit).toEqualTypeOf<keyof Limits>();
      break;
    default:
      expectTypeOf(thrown).toEqualTypeOf<FormatError>();
      expectTypeOf(thrown.offset).toEqualTypeOf<number | undefined>();
  }
});

test('before the guard nothing is known of it', () => {
  // @ts-expect-error -- it may be anything
  expectTypeOf(thrown.code);
});
