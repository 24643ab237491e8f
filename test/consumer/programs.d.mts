/** A program of a stranger. */
export interface ConsumerProgram {
  readonly name: string;
  /** What Node gets to run it; undefined: more than Node is needed. */
  readonly args?: readonly string[] | undefined;
}
export const programs: readonly ConsumerProgram[];
