import { propertyNames } from '../mapi/names/index';
import type { PropertyReport } from '../report/command';
import { UsageError } from './usage/usage-error';

/** Tells the properties that a name (PidTag…, PR_…, PidLid…, dispid…), a tag or an identifier stands for. */
export function propertySelector(text: string | undefined): (report: PropertyReport) => boolean {
  if (text === undefined) return () => true;
  if (/^(0x)?[0-9a-f]{8}$/i.test(text)) return ({ tag }) => tag === text.slice(-8).toUpperCase();
  if (/^0x[0-9a-f]{4}$/i.test(text)) return ({ tag }) => tag.startsWith(text.slice(-4).toUpperCase());
  const known = propertyNames.toTag(text) ?? propertyNames.toNamed(text);
  if (known === undefined) {
    throw new UsageError(
      `mapilint knows no property ${JSON.stringify(text)}. A tag such as 0x5FFF0003 works for any property`,
    );
  }
  const name = text.toLowerCase();
  return ({ names }) => names.some((each) => each.toLowerCase() === name);
}
