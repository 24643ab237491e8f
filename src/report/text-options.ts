import type { OptionKinds } from '../arguments/check';
import { aFunction } from '../arguments/kinds';
import { layoutKinds } from './layout';
import type { LayoutOptions } from './layout';

/** What a piece of text is, for whoever wants to colour it. */
export type Emphasis = 'bad' | 'doubtful' | 'good' | 'faint' | 'heading';

/** How the text about a file is laid out. */
export interface TextOptions extends LayoutOptions {
  /** Colours text; by default it stays plain. */
  readonly emphasise?: ((emphasis: Emphasis, text: string) => string) | undefined;
  /** What a piece of evidence is called, by the source of a statement; undefined: it need not be said. */
  readonly sourceName?: ((source: number) => string | undefined) | undefined;
}

/** What belongs into these options. */
export const textKinds: OptionKinds<TextOptions> = {
  ...layoutKinds,
  emphasise: aFunction,
  sourceName: aFunction,
};
