import { expect, test } from 'vitest';
import { globProblem, matcherOf, segmentsOf } from '../../../src/cli/configuration/glob';

test.each([
  ['*.msg', ['a.msg', '.msg'], ['a/b.msg', 'a.msg.txt']],
  ['**/*.msg', ['a.msg', 'a/b.msg', '../../x/y.msg'], ['a.txt']],
  ['old/**', ['old/a', 'old/b/c', 'old'], ['older/a', 'a/old/b']],
  ['**/old/**/x?.*', ['old/x1.msg', 'a/old/b/c/xy.z'], ['old/x.msg']],
  ['{a,b}/{c,d}.msg', ['a/c.msg', 'b/d.msg'], ['a/b.msg']],
  ['[a].msg', ['[a].msg'], ['a.msg']],
  ['a{b.msg', ['a{b.msg'], ['ab.msg']],
  ['./a/', ['a'], ['a/b']],
])('%s', (glob, yes, no) => {
  const matches = matcherOf(glob);
  const isMatch = (path: string) => matches(segmentsOf(path));
  expect(yes.filter((path) => !isMatch(path))).toEqual([]);
  expect(no.filter(isMatch)).toEqual([]);
});

test('what is no glob is said, and a hostile one ends', () => {
  expect(globProblem('')).toBeDefined();
  expect(globProblem('{a,b}'.repeat(12))).toContain('1000');
  const stars = matcherOf('*a'.repeat(500) + '*b');
  expect(stars(['a'.repeat(5000)])).toBe(false);
});
