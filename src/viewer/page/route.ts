import { everything } from './model';
import type { Route } from './model';

/** What a fragment such as `#s2/f7/i31` names; anything else is everything. */
export function routeOf(fragment: string): Route {
  const [, source, folder = '0', item = '0'] =
    /^#s(\d{1,9})(?:\/f(\d{1,9}))?(?:\/i(\d{1,9}))?$/.exec(fragment) ?? [];
  return source === undefined
    ? everything
    : { source: Number(source), folder: Number(folder), item: Number(item) };
}

/** The fragment: positions, so that no history keeps a name. */
export function fragmentOf({ source, folder, item }: Route): string {
  if (source === 0) return '#';
  return `#s${source}${folder === 0 ? '' : `/f${folder}`}${item === 0 ? '' : `/i${item}`}`;
}
