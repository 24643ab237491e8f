import { expect, test } from 'vitest';
import { windowsCodePageOf } from '../../../src/mapi/values/windows-code-page';

// Encoding.WindowsCodePage of .NET, which MLang calls uiFamilyCodePage

test.each([
  [[37, 437, 500, 850, 858, 10000, 20105, 20127, 28591, 28605], 1252],
  [[852, 28592], 1250],
  [[855, 866, 10007, 20866, 21866, 28595], 1251],
  [[857, 28593, 28599], 1254],
  [[737, 869, 28597], 1253],
  [[862, 28598, 38598], 1255],
  [[708, 720, 864, 28596], 1256],
  [[775, 28594, 28603], 1257],
  [[20932, 50220, 50221, 50222, 51932], 932],
  [[51936, 52936, 54936], 936],
  [[50225, 51949], 949],
  [[65000, 65001, 1200, 1201, 57002, 12345, 0], undefined],
])('of %j it is %i', (codePages, expected) => {
  expect(codePages.map(windowsCodePageOf)).toEqual(codePages.map(() => expected));
});

test('a Windows page is its own', () => {
  const pages = [874, 932, 936, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258];
  expect(pages.map(windowsCodePageOf)).toEqual(pages);
});
