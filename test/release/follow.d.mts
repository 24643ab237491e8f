export interface Step {
  readonly kind: 'file' | 'diff' | 'commands' | 'session' | 'changes' | 'shown';
  /** Of a file: what it is called. */
  readonly path: string | undefined;
  readonly body: string;
}
/** The pages that are followed, by their names in docs. */
export const pages: readonly string[];
export function stepsOf(page: string): readonly Step[];
