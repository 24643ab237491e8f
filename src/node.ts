/**
 * What needs Node: reading files by their path.
 *
 * @module mapilint/node
 */

export { fromFile } from './bytes/file-source';
