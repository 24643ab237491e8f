/**
 * What needs Node: files that are read by their path.
 *
 * @module mapilint/node
 */

export { fromFile } from './bytes/file-source';
