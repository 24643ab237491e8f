// The columns that tables have even where no row needs them: the templates of [MS-PST] 2.4.

type Columns = (encoding: { readonly isAnsi: boolean }) => readonly number[];

const columns =
  (...tags: readonly number[]): Columns =>
  ({ isAnsi }) =>
    tags.map((tag) => (isAnsi && (tag & 0xffff) === 0x001f ? tag - 1 : tag));

/** 2.4.4.4.1 */
export const hierarchyColumns = columns(0x3001001f, 0x36020003, 0x36030003, 0x360a000b, 0x3613001f);
/** 2.4.4.5.1 */
export const contentsColumns = columns(
  ...[0x00170003, 0x001a001f, 0x00360003, 0x0037001f, 0x00390040, 0x0042001f],
  ...[0x0e060040, 0x0e070003, 0x0e080003, 0x30080040],
);
/** 2.4.4.6.1 */
export const associatedColumns = columns(0x001a001f, 0x0e070003, 0x3001001f);
/** 2.4.6.1.1 */
export const attachmentColumns = columns(0x0e200003, 0x3704001f, 0x37050003, 0x370b0003);
/** 2.4.5.3.1 */
export const recipientColumns = columns(
  ...[0x0c150003, 0x0e0f000b, 0x0ff90102, 0x0ffe0003, 0x0fff0102, 0x3001001f],
  ...[0x3002001f, 0x3003001f, 0x300b0102, 0x39000003, 0x39ff001f, 0x3a40000b],
);

/** The templates of the node B-tree: empty tables by NID. */
export const templates: readonly (readonly [nid: number, name: string, columns: Columns])[] = [
  [0x60d, 'hierarchy template', hierarchyColumns],
  [0x60e, 'contents template', contentsColumns],
  [0x60f, 'associated template', associatedColumns],
  [0x610, 'search contents template', contentsColumns],
  [0x671, 'attachment template', attachmentColumns],
  [0x692, 'recipient template', recipientColumns],
];
