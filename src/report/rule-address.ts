/**
 * Where a page of the package is: GitHub shows a repository's Markdown, any other home has the site that `npm run docs`
 * builds, with a file of HTML for each. Undefined: the home is not known.
 */
export function pageAddress(path: string, homepage: string | undefined): string | undefined {
  if (homepage === undefined) return undefined;
  const root = new URL(homepage);
  root.hash = '';
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  if (root.hostname !== 'github.com') return new URL(path.replace(/\.md$/, '.html'), root).href;
  root.pathname += 'blob/HEAD/';
  return new URL(path, root).href;
}

/** A page of a rule with whole addresses in the place of relative ones, or without these links where there are none. */
export function linkedPage(page: string, homepage: string | undefined): string {
  return page.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, (link, words: string, target: string) => {
    if (/^(?:[a-z]+:|#)/.test(target)) return link;
    const address = pageAddress(new URL(target, 'page:/docs/rules/').pathname.slice(1), homepage);
    return address === undefined ? words : `[${words}](${address}${fragmentOf(target)})`;
  });
}

function fragmentOf(target: string): string {
  const at = target.indexOf('#');
  return at < 0 ? '' : target.slice(at);
}
