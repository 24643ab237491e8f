// What the site must hold: every link leads to a file and to a place in it, nothing is fetched from elsewhere, and every rule
// and every code has its address.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** What a page has its browser fetch. */
const fetched = [
  /<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\ssrc="([^"]*)"/g,
  /<link\b[^>]*\shref="([^"]*)"/g,
  /<object\b[^>]*\sdata="([^"]*)"/g,
];
const fetchedByStyle = [/url\(\s*["']?([^)"']+)/g, /@import\s+["']([^"']+)/g];

const isElsewhere = (address) => /^(?:[a-z]+:)?\/\//i.test(address);
const matchesOf = (patterns, text) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, found]) => found));

/** The addresses that files have the browser fetch from elsewhere. */
function requests(out, pages) {
  const found = [
    ...pages.map(({ file, text }) => [file, matchesOf([...fetched, ...fetchedByStyle], text)]),
    ...filesBelow(out, '.css').map((file) => [file, matchesOf(fetchedByStyle, readFileSync(file, 'utf8'))]),
  ];
  return found.flatMap(([file, addresses]) =>
    addresses.filter(isElsewhere).map((address) => `${relative(out, file)}: fetches ${address}`),
  );
}

/** The links that lead nowhere. */
function deadLinks(out, pages) {
  const idsOf = new Map(pages.map(({ file, text }) => [file, new Set(matchesOf([/\sid="([^"]*)"/g], text))]));
  const isDead = (file, link) => {
    const [path, fragment = ''] = link.split('#').map(decodeURIComponent);
    const target = path === '' ? file : join(dirname(file), path);
    if (!existsSync(target)) return true;
    return fragment !== '' && idsOf.has(target) && !idsOf.get(target).has(fragment);
  };
  return pages.flatMap(({ file, text }) =>
    matchesOf([/<a\b[^>]*\shref="([^"]*)"/g], text)
      .filter((link) => !isElsewhere(link) && !/^[a-z]+:/.test(link) && isDead(file, link))
      .map((link) => `${relative(out, file)}: no ${link}`),
  );
}

/** The rules and codes without an address. */
function unaddressed(out) {
  const rules = readdirSync(join(root, 'docs/rules')).map(
    (name) => `docs/rules/${name.replace(/md$/, 'html')}`,
  );
  const codes = readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(
    /^\| `([a-z0-9-]+)` \| (?:error|warning|info) /gm,
  );
  const errors = readFileSync(join(out, 'docs/errors.html'), 'utf8');
  const index = readFileSync(join(out, 'docs/README.html'), 'utf8');
  return [
    ...rules.filter(
      (page) => !existsSync(join(out, page)) || !index.includes(`href="${page.slice('docs/'.length)}"`),
    ),
    ...[...codes]
      .filter(([, code]) => !errors.includes(`id="${code}"`))
      .map(([, code]) => `docs/errors.html#${code}`),
  ].map((address) => `no address ${address}`);
}

/** How many pages a site has, and what is wrong with it. */
export function checkSite(out) {
  const pages = filesBelow(out, '.html').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return {
    pages: pages.length,
    problems: [...requests(out, pages), ...deadLinks(out, pages), ...unaddressed(out)],
  };
}
