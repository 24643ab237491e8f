import { styleText } from 'node:util';
import type { Emphasis } from '../report/command';

/** Where a command writes, and what is known of it. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What comes on standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Waits until what was written has gone. */
  readonly drained?: (() => Promise<void>) | undefined;
  /** Aborted when nobody waits for more: interrupted, or the program that reads the output has ended. */
  readonly signal?: AbortSignal | undefined;
  readonly isTerminal: boolean;
  /** Shows how far a long piece of work is, where somebody is looking. */
  readonly progress?: ((text: string) => void) | undefined;
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined;
}

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Emphasis, Style>> = {
  bad: ['bold', 'red'],
  doubtful: ['bold', 'yellow'],
  good: 'green',
  faint: 'dim',
  heading: 'bold',
};

/** Whether text is coloured; NO_COLOR and FORCE_COLOR are obeyed. */
export function isColoured({ isTerminal }: Terminal): boolean {
  const forced = process.env['FORCE_COLOR'];
  return forced !== undefined && forced !== '' ? forced !== '0' : isTerminal && !process.env['NO_COLOR'];
}

/** Colours text, or leaves it. */
export function emphasiserOf(isColoured: boolean): (emphasis: Emphasis, text: string) => string {
  return (emphasis, text) =>
    isColoured ? styleText(styles[emphasis], text, { validateStream: false }) : text;
}
