import { DEFAULT_CODE_PAGE } from '../values/code-page';
import { noNames } from '../values/named-property';
import { PropertyTableBuilder } from './property-table-builder';

/** The table without rows. There is one of it: a file may have a hundred thousand messages without attachments. */
export const emptyTable = /* @__PURE__ */ new PropertyTableBuilder(0, 0).finish(() => '', {
  codePage: DEFAULT_CODE_PAGE,
  names: noNames,
});
