import type { KindsOf } from '../arguments/check';
import { aFunction, aListOf, anObject, aText } from '../arguments/kinds';
import type { ReportExtras } from './checked-file';
import type { LayoutOptions } from './layout';
import type { TextOptions } from './text-options';

/** What belongs into the options of texts without colours. */
export const layoutKinds: KindsOf<LayoutOptions> = {
  width: ['a number of columns from 1 up', (width) => typeof width === 'number' && width >= 1],
  more: aText,
};

/** What belongs into the options of texts. */
export const textKinds: KindsOf<TextOptions> = {
  ...layoutKinds,
  emphasise: aFunction,
  sourceName: aFunction,
};

/** What belongs beside the files of a report. */
export const extrasKinds: KindsOf<ReportExtras> = {
  sets: aListOf('findings of diagnoseSet', anObject),
  evidence: aListOf('files of evidence', anObject),
  unreached: anObject,
  configuration: anObject,
  stores: aListOf('stores', anObject),
};
