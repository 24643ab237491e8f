// [MS-PST] 2.2.2.1: node IDs

/** The low five bits of a node ID. */
export const NodeType = {
  heap: 0x00,
  folder: 0x02,
  searchFolder: 0x03,
  message: 0x04,
  attachment: 0x05,
  associatedMessage: 0x08,
  hierarchyTable: 0x0d,
  contentsTable: 0x0e,
  associatedContentsTable: 0x0f,
} as const;

/** [MS-PST] 2.4.1: nodes that every store has in the same place, and tables that every message has. */
export const NodeId = {
  messageStore: 0x21,
  nameMap: 0x61,
  rootFolder: 0x122,
  attachmentTable: 0x671,
  recipientTable: 0x692,
} as const;

export function nodeType(id: number): number {
  return id & 0x1f;
}

/** The node that belongs to another one and has the same index, such as a folder's contents table. */
export function withType(id: number, type: number): number {
  return ((id & ~0x1f) | type) >>> 0;
}
