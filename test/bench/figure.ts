// What a case gives: figures with goals, and the times they rest on.

/** A figure that has to be at most, or at least, so much. */
type Goal = { readonly atMost: number } | { readonly atLeast: number };

export interface Figure {
  /** The case, such as `small-warm`. */
  readonly case: string;
  /** What is measured, such as `msgreader ÷ mapilint`. */
  readonly what: string;
  readonly value: number;
  readonly unit:
    '×' | '%' | 'ms' | 'µs' | 'kB' | 'MiB' | 'bytes' | 'reads' | 'rules' | 'items' | 'pages' | 'functions';
  readonly goal?: Goal;
}

/** What one reader takes for one file. */
export interface Timing {
  /** The files, such as `SMALL, warm`. */
  readonly set: string;
  readonly reader: string;
  /** CPU time. */
  readonly microseconds: number;
}

export interface CaseResult {
  readonly figures: readonly Figure[];
  readonly timings: readonly Timing[];
}

/** Whether a figure reaches its goal; undefined if it has none. */
export function isMet({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

export function formatValue(value: number, unit: Figure['unit']): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return `${number} ${unit}`;
}

export function formatGoal({ goal, unit }: Figure): string {
  if (goal === undefined) return '';
  return 'atMost' in goal ? `≤ ${formatValue(goal.atMost, unit)}` : `≥ ${formatValue(goal.atLeast, unit)}`;
}
