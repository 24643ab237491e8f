import type { Option } from './option';

const ofItems = ['check', 'table', 'props', 'view', 'letter', 'explain'] as const;
const FOLDERS = 'calendar, sent, deleted, all, or a folder by path, name or ID (see mapilint folders)';

/** The options under the heading "PST and OST stores". */
export const storeOptions = {
  folder: {
    value: 'PATH',
    isRepeated: true,
    commands: [...ofItems, 'items'],
    does: `${FOLDERS} (default: all)`,
    doesFor: { items: `${FOLDERS} (default: the calendars)` },
  },
  item: { value: 'ID', commands: ofItems, does: 'the item with this number, such as 0x200024' },
  'item-range': {
    value: 'FROM-TO',
    commands: ['check'],
    does: 'only these items of the store, counted from 1',
  },
  subject: {
    value: 'TEXT',
    commands: [...ofItems, 'items'],
    does: 'items with this text in their subject',
  },
  sort: {
    value: 'subject|start',
    choices: ['subject', 'start'],
    commands: ['items'],
    does: 'the order of the items',
  },
} as const satisfies Readonly<Record<string, Option>>;
