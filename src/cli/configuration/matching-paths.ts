import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { IgnoredFiles } from './config';
import { matcherOf, segmentsOf } from './glob';

type PathTest = (path: string) => boolean;

/** Whether one of some globs means a file, by its path from a folder; a glob that begins with a slash, by its whole path. */
export function isMeantBy(globs: readonly string[], base: string): PathTest {
  return testOf(globs, base, (matches, segments) => matches(segments));
}

/** Whether one of some globs means a file or a folder that it is in; undefined: there are no globs. */
export function isIgnoredBy(ignored: IgnoredFiles | undefined): PathTest {
  if (ignored === undefined || ignored.globs.length === 0) return () => false;
  return testOf(ignored.globs, ignored.base, (matches, segments) =>
    segments.some((_, index) => matches(segments.slice(0, index + 1))),
  );
}

function testOf(
  globs: readonly string[],
  base: string,
  test: (matches: ReturnType<typeof matcherOf>, segments: readonly string[]) => boolean,
): PathTest {
  const tests = globs.map((glob) => ({ matches: matcherOf(slashed(glob)), isWhole: isAbsolute(glob) }));
  return (path) => {
    const whole = resolve(path);
    const [far, near] = [segmentsOf(slashed(whole)), segmentsOf(slashed(relative(base, whole)))];
    return tests.some(({ matches, isWhole }) => test(matches, isWhole ? far : near));
  };
}

/** Paths of Windows with slashes. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
