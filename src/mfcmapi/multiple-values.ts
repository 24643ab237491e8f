import type { ExportText } from './export-text';
import { exactValue } from './exact-value';
import type { ExactValue } from './exact-value';
import { shortText, unitsOf } from './exported-value';
import type { ExportedValue, ValueElement } from './exported-value';

const SEPARATOR = '; ';
/** `2: first; second`, as several values were written on one line. */
const counted = /^\s*(\d{1,10}): ?/;

/** Several values by what the export shows of each; anything but bytes is what keeps one of them from being exact. */
export function exactValues(
  element: number,
  text: ExportText,
  shown: readonly ExportedValue[],
): Uint8Array[] | Exclude<ExactValue, Uint8Array> {
  const values: Uint8Array[] = [];
  for (const one of shown) {
    const exact = exactValue(element, text, one);
    if (!(exact instanceof Uint8Array)) return exact;
    values.push(exact);
  }
  return values;
}

/**
 * The values that stand on one line, as they did until each got a row of its own. Text may have the separator in it, so
 * its bytes count, which have not. Undefined: neither line has as many parts as it says.
 */
export function valuesOnOneLine(
  text: ExportText,
  { value, alternative }: ExportedValue,
): ExportedValue[] | undefined {
  const values = partsOf(text, value);
  const alternatives = partsOf(text, alternative);
  const parts = alternatives ?? values;
  if (parts === undefined) return shortText(text, value) === '0:' ? [] : undefined;
  const isAligned = values?.length === parts.length;
  return parts.map((_, index) => ({
    value: isAligned ? values[index] : undefined,
    alternative: alternatives?.[index],
  }));
}

function partsOf(text: ExportText, element: ValueElement | undefined): ValueElement[] | undefined {
  if (element === undefined) return undefined;
  const prefix = counted.exec(text.units.slice(element.from, Math.min(element.to, element.from + 40)));
  if (prefix === null || prefix[1] === '0') return undefined;
  const parts: ValueElement[] = [];
  const units = unitsOf(text, element);
  for (let from = prefix[0].length; from <= units.length;) {
    const found = units.indexOf(SEPARATOR, from);
    const to = found < 0 ? units.length : found;
    parts.push({ attributes: '', from: element.from + from, to: element.from + to });
    from = to + SEPARATOR.length;
    if (found < 0) break;
  }
  return parts.length === Number(prefix[1]) ? parts : undefined;
}
