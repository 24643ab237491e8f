/** The ways in which a PST or OST store can be damaged: part of `damageSeverity`. */
export const storeDamage = {
  /** [MS-PST] 2.2.2.6: the file ends inside the header. */
  'pst-header-short': 'error',
  /** [MS-PST] 2.2.2.6: wVer is no version that is known, so no page can be found. */
  'pst-version': 'error',
  /** [MS-PST] 2.2.2.6: a header field has a value that the specification forbids; reading goes on with the likely one. */
  'pst-header-field': 'warning',
  /** [MS-PST] 2.2.2.6: a CRC of the header does not match: one of its fields may be wrong. */
  'pst-header-crc': 'error',
  /** [MS-PST] 2.2.2.5: the file is shorter than ibFileEof says. */
  'pst-file-cut': 'error',
  /** [MS-PST] 2.2.2.7.7.1: a page of a B-tree lies outside the file, or its type, level, counts or keys make no sense. */
  'pst-page-damaged': 'error',
  /** [MS-PST] 2.2.2.7.1: the CRC, signature or BID of a page does not match; its entries are used all the same. */
  'pst-page-trailer': 'error',
  /** [MS-PST] 2.2.2.7.7.4: a node that should be there is not in the node B-tree. */
  'pst-node-missing': 'error',
  /** [MS-PST] 2.2.2.7.7.3: a block that should be there is not in the block B-tree. */
  'pst-block-missing': 'error',
  /** [MS-PST] 2.2.2.8: a block lies outside the file, or cannot be inflated. */
  'pst-block-damaged': 'error',
  /** [MS-PST] 2.2.2.8.1: size, CRC, signature or BID in the trailer of a block does not match; its bytes are used all the same. */
  'pst-block-trailer': 'error',
  /** [MS-PST] 2.2.2.8.3.2: an XBLOCK or XXBLOCK makes no sense, or lists an XBLOCK twice. */
  'pst-block-array': 'error',
  /** [MS-PST] 2.2.2.8.3.2: an array states another number of bytes than its blocks have. */
  'pst-data-size': 'error',
  /** [MS-PST] 2.2.2.8: blocks are shared so often that reading them all would take too long; the rest is not read. */
  'pst-block-shared': 'error',
  /** [MS-PST] 2.2.2.8.3.3: an SLBLOCK or SIBLOCK makes no sense, or lists a sub-node or block twice. */
  'pst-sub-nodes': 'error',
  /** [MS-PST] 2.3.1: a node has no heap, or an HID leads out of it. */
  'pst-heap': 'error',
  /** [MS-PST] 2.3.2: a B-tree-on-heap makes no sense, leads back into itself, or its keys do not ascend. */
  'pst-heap-tree': 'error',
  /** [MS-PST] 2.3.4: a table's TCINFO or a column of it makes no sense. */
  'pst-table': 'error',
  /** [MS-PST] 2.3.4.4: the row index has a row that lies outside the row matrix. */
  'pst-table-row': 'error',
  /** [MS-PST] 2.3.3.3: a property's value is nowhere. */
  'pst-value-missing': 'error',
  /** [MS-PST] 2.3.3.4.2: the values of a multi-valued property lie outside its bytes. */
  'pst-multiple-values': 'error',
  /** [MS-PST] 2.4.7: the named-property map is cut or points outside itself. */
  'pst-named-property-map': 'error',
  /**
   * [MS-PST] 2.4.7: one name has several identifiers, all of which count. Real stores have that (`Outlook.pst` of
   * Aspose.Email-for-.NET: 22 identifiers of one name).
   */
  'pst-name-repeated': 'info',
  /** [MS-PST] 2.4.4: a folder is reached twice: the tree has a cycle. */
  'pst-folder-cycle': 'error',
  /** [MS-PST] 2.4.4.5: a folder states another number of items than its contents table has. */
  'pst-folder-count': 'warning',
  /** [MS-PST] 2.4.5: a message is in no folder's contents table, though it says whose it is. */
  'pst-item-orphan': 'warning',
} as const;
