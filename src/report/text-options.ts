import type { OptionKinds } from '../arguments/check';
import { aFunction } from '../arguments/kinds';
import { layoutKinds } from './layout';
import type { LayoutOptions } from './layout';

/** The role of a piece of text, by which you can color it. */
export type Emphasis = 'bad' | 'doubtful' | 'good' | 'faint' | 'heading';

/** How to lay out the text about a file. */
export interface TextOptions extends LayoutOptions {
  /** Adds color to a piece of text. Default: text stays plain. */
  readonly emphasise?: ((emphasis: Emphasis, text: string) => string) | undefined;
  /** The name of a piece of evidence, by `source` of a statement; undefined if the text need not name it. */
  readonly sourceName?: ((source: number) => string | undefined) | undefined;
}

/** What belongs into these options. */
export const textKinds: OptionKinds<TextOptions> = {
  ...layoutKinds,
  emphasise: aFunction,
  sourceName: aFunction,
};
