import { describe, expect, test } from 'vitest';
import { UnsupportedError } from '../../src/damage/errors';
import { loadOptional } from '../../src/damage/missing-package';

const wanted = { name: 'ical.js', feature: 'ics', purpose: 'Finding the days' } as const;

async function refusal(cause: unknown): Promise<UnsupportedError> {
  const error: unknown = await loadOptional(wanted, () => Promise.reject(cause as Error)).catch(
    (each: unknown) => each,
  );
  expect(error).toBeInstanceOf(UnsupportedError);
  return error as UnsupportedError;
}

test('what is there is given', async () => {
  expect(await loadOptional(wanted, () => Promise.resolve(5))).toBe(5);
});

describe('a package that is not installed is to be installed, whoever looked for it', () => {
  test.each([
    ['Node, import', "Cannot find package 'ical.js' imported from /app/dist/interop.js"],
    ['Node, require', "Cannot find module 'ical.js'\nRequire stack:\n- /app/dist/interop.cjs"],
    ['Bun', 'Cannot find package "ical.js" from "/app/dist/interop.js"'],
    ['webpack', "Cannot find module 'ical.js'"],
    ['Vite', 'Could not resolve "ical.js" imported by "mapilint". Is it installed?'],
    ['Chromium', "Failed to resolve module specifier 'ical.js'"],
    ['Firefox', 'The specifier “ical.js” was a bare specifier, but was not remapped to anything.'],
    ['Safari', "Module name, 'ical.js' does not resolve to a valid URL."],
  ])('%s', async (_, message) => {
    const { feature, message: words, cause } = await refusal(new Error(message));
    expect(feature).toBe('ics');
    expect(words).toBe('Finding the days needs the package ical.js: npm install ical.js');
    expect(cause).toBeUndefined();
  });
});

describe('a package that is there and fails is told with its own error', () => {
  test.each([
    ['it throws', new TypeError('x is not a function')],
    ['a package that it needs is missing', new Error("Cannot find package 'dep' imported from /app/ical.js")],
    ['a file of its own is missing', new Error("Cannot find module '/app/node_modules/ical.js/main.js'")],
    [
      'another package is missing for it',
      new Error("Cannot find package 'stream' imported from /app/node_modules/ical.js/dist/index.js"),
    ],
    ['it is of another kind', new Error("require() of ES Module 'ical.js' not supported")],
    ['it throws what is no error', 'oops'],
    ['it throws nothing', undefined],
  ])('%s', async (_, thrown) => {
    const { message, cause } = await refusal(thrown);
    expect(message).toMatch(
      /^Finding the days needs the package ical\.js, which is installed and cannot be loaded: /,
    );
    expect(cause).toBe(thrown);
  });
});
