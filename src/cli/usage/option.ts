import type { Command } from './commands';

/** An option: what follows it, to which commands it belongs, and what it does. */
export interface Option {
  /** What stands for its value in help; undefined: it takes none. */
  readonly value?: string | undefined;
  /** The words it takes, for completion and for the complaint about others. */
  readonly choices?: readonly string[] | undefined;
  readonly short?: string | undefined;
  readonly isRepeated?: boolean | undefined;
  /** Undefined: to all. */
  readonly commands?: readonly Command[] | undefined;
  readonly does: string;
  /** What it does for a command of which `does` is not the whole truth. */
  readonly doesFor?: Readonly<Partial<Record<Command, string>>> | undefined;
}
