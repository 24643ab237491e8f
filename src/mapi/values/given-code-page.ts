import { aWholeNumber } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';

/** A code page is a number that Windows gives to one. */
export const aCodePage: Kind = [
  'a whole number from 1 to 65535, such as 1252',
  /* @__PURE__ */ aWholeNumber(1, 0xffff)[1],
];
