/**
 * What needs Node: everything of the main entry point, and files.
 *
 * @module mapilint/node
 */

export * from './index';
export { fromFile } from './bytes/file-source';
