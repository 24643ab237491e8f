import { RegExpParser } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';

/** What a long text is made of: a beginning, something again and again, and an end at which a match fails, or none. */
export interface HostileString {
  readonly before: string;
  readonly again: string;
  readonly behind: string;
}

/** Ends that hardly any expression takes. */
const mismatch = '\u0001\0';
/** One of each kind; those of the expression itself come first. */
const kinds = 'a0A_ \n\r\t\0.:,;-/\\@<>"\'=()[]{}#+é漢\u0661';
const MOST_CHARACTERS = 3;

/**
 * Texts that an expression may need more than linear time for, from its own structure: whatever it repeats, repeated
 * without an end behind what leads to it, and matches that lack their last piece, one behind the other.
 */
export function hostileStrings(source: string, flags: string): readonly HostileString[] {
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const samples = new Samples(source, flags);
  const found = new Map<string, HostileString>();
  const add = (before: string, again: string, behind: string): void => {
    if (again !== '') found.set(JSON.stringify([before, again, behind]), { before, again, behind });
  };
  visit(pattern.alternatives, '', samples, (before, again, next) => {
    add('', again, mismatch);
    add(before, again, mismatch);
    add('', before + again, mismatch);
    add('', again + again + next, mismatch);
  });
  for (const alternative of pattern.alternatives) {
    const pieces = alternative.elements.map((element) => samples.of(element));
    add('', pieces.join(''), mismatch);
    add('', pieces.slice(0, -1).join(''), mismatch);
    add('', pieces.slice(0, 1).join(''), mismatch);
  }
  return [...found.values()];
}

/** Says of everything that is repeated what leads to it, what is repeated, and what follows. */
function visit(
  alternatives: readonly AST.Alternative[],
  before: string,
  samples: Samples,
  say: (before: string, again: string, next: string) => void,
): void {
  for (const { elements } of alternatives) {
    let led = before;
    elements.forEach((element, index) => {
      const next = elements[index + 1];
      const inner = element.type === 'Quantifier' ? element.element : element;
      if (element.type === 'Quantifier' && element.max > 1)
        for (const again of samples.all(inner)) say(led, again, next === undefined ? '' : samples.of(next));
      if ('alternatives' in inner) visit(inner.alternatives, led, samples, say);
      led += samples.of(element);
    });
  }
}

/** Short texts that parts of an expression match. */
class Samples {
  readonly #flags: string;
  readonly #candidates: readonly string[];

  constructor(source: string, flags: string) {
    this.#flags = flags.replace(/[gy]/g, '');
    this.#candidates = [...new Set([...Array.from(source), ...Array.from(kinds)])];
  }

  of(node: AST.Element): string {
    return this.all(node)[0] ?? '';
  }

  all(node: AST.Element): readonly string[] {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        return this.#characters(node.raw);
      case 'Quantifier':
        return this.all(node.element).map((text) => text.repeat(Math.max(1, Math.min(node.min, 40))));
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.map(({ elements }) => elements.map((each) => this.of(each)).join(''));
      default:
        return ['']; // assertions take nothing
    }
  }

  #characters(raw: string): readonly string[] {
    const one = new RegExp(`^(?:${raw})$`, this.#flags);
    return this.#candidates.filter((character) => one.test(character)).slice(0, MOST_CHARACTERS);
  }
}
