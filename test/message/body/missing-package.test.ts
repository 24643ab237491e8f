import { expect, test } from 'vitest';
import { isPackageMissing } from '../../../src/message/body/missing-package';

test.each([
  ['Node', "Cannot find package 'rtf-stream-parser' imported from /app/index.js"],
  ['CommonJS and webpack', "Cannot find module 'rtf-stream-parser'"],
  ['Vite', 'Could not resolve "rtf-stream-parser" imported by "mapilint".'],
  ['a browser', "Failed to resolve module specifier 'rtf-stream-parser'"],
])('that it is not there, %s says', (_, words) => {
  expect(isPackageMissing(new TypeError(words), 'rtf-stream-parser')).toBe(true);
});

test.each([
  [
    'lacks a package of its own',
    "Cannot find package 'stream' imported from /app/node_modules/rtf-stream-parser/dist/index.js",
  ],
  [
    'lacks a file',
    "Cannot find module './words'\nRequire stack:\n- /app/node_modules/rtf-stream-parser/dist/src/index.js",
  ],
  ['fails', 'Class extends value undefined is not a constructor or null'],
])('one that %s is there', (_, words) => {
  expect(isPackageMissing(new Error(words), 'rtf-stream-parser')).toBe(false);
  expect(isPackageMissing(words, 'rtf-stream-parser')).toBe(false);
});
