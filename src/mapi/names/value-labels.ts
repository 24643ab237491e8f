/** The labels of a value: that of an enumeration, or those of the bits that are set, and the bits without a label. */
export interface ValueLabels {
  readonly labels: readonly string[];
  /** The bits that no label covers, or the whole number if none fits. */
  readonly rest: number;
  /** Names that mapilint gives to bits of `rest` that occur in real files and that nobody has documented. */
  readonly undocumented: readonly string[];
}

/** A row of the table of labels. */
export interface Label {
  readonly isFlag: boolean;
  readonly isUndocumented: boolean;
  readonly value: number;
  readonly mask: number | undefined;
  readonly label: string;
}

/** The flag of PR_DISPLAY_TYPE_EX without which its second byte means nothing. */
const REMOTE = 'Remote: ';
const REMOTE_VALID = 0x80000000 | 0;

/** A value of an enumeration is compared under its mask; bits are taken off, those that have a name together first. */
export function matchLabels(labels: readonly Label[], value: number): ValueLabels {
  const found: Label[] = [];
  let rest = value | 0;
  const bySize = [...labels].sort((a, b) => bitCount(b.value) - bitCount(a.value));
  for (const label of bySize) {
    const { isFlag, isUndocumented, value: code, mask = ~0 } = label;
    if (isUndocumented) continue;
    if (label.label.startsWith(REMOTE) && (value & REMOTE_VALID) === 0) continue;
    const isMatch = isFlag
      ? code === 0
        ? (value | 0) === 0
        : (rest & code) === code
      : (value & mask) === code;
    if (!isMatch) continue;
    found.push(label);
    rest &= ~(isFlag ? code : mask);
  }
  const madeUp = labels.filter(({ isUndocumented, value: code }) => isUndocumented && (rest & code) === code);
  return {
    labels: labels.filter((label) => found.includes(label)).map(({ label }) => label),
    rest: rest >>> 0,
    undocumented: madeUp.map(({ label }) => label),
  };
}

function bitCount(value: number): number {
  let count = 0;
  for (let bits = value; bits !== 0; bits &= bits - 1) count++;
  return count;
}
