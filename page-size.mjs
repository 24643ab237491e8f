// npm run page-size: what the page weighs, part by part, as the table of docs/viewer.md has it. A part of a bundle has the
// share of its bytes that it has of what esbuild made.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundle, partsOfPage } from './build-viewer.mjs';

/** Where the first name fits that a file's path begins with. */
const parts = [
  ['names of properties and their values', /^src\/mapi\/names\//],
  ['MAPI: values, structures, tables of properties', /^src\/(mapi|bytes|damage|arguments)\//],
  ['.msg', /^src\/(msg|cfb)\//],
  ['PST and OST', /^src\/pst\//],
  ['TNEF, MFCMAPI’s XML, mail', /^src\/(tnef|mfcmapi|eml)\//],
  ['messages, meetings, opening files', /^src\/(message|reading|checking|index|store)/],
  ['event logs', /^src\/evidence\/event-log\//],
  ['other evidence', /^src\/evidence\//],
  ['rules and their sentences', /^src\/rules\//],
  ['reports, exports, redaction', /^src\/report\//],
  ['the letter', /^src\/letter\//],
  ['lit-html', /^node_modules\/lit-html\//],
  ['the page itself', /^src\/viewer\//],
];
const gzipped = (text) => gzipSync(text, { level: 9 }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

async function rowsOf(entry) {
  const { text, inputs } = await bundle(entry);
  const sums = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const [name = 'other'] = parts.find(([, pattern]) => pattern.test(path)) ?? [];
    sums.set(name, (sums.get(name) ?? 0) + bytesInOutput);
  }
  const all = [...sums.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [...sums].map(([name, bytes]) => [name, (bytes / all) * text.length, (bytes / all) * gzipped(text)]);
}

const { html, style, example } = await partsOfPage();
const rows = [
  ...(await rowsOf('src/viewer/worker/main.ts')).map(([name, ...sizes]) => [`worker: ${name}`, ...sizes]),
  ...(await rowsOf('src/viewer/page/main.ts')).map(([name, ...sizes]) => [`page: ${name}`, ...sizes]),
  ['style', style.length, gzipped(style)],
  ['the example mailbox', example.length, gzipped(example)],
];
const built = readFileSync(new URL('dist/viewer.html', import.meta.url), 'utf8');
if (built !== html) console.error('dist/viewer.html is of another build');
console.log('| part | minified, kB | gzipped, kB |\n|---|--:|--:|');
for (const [name, bytes, packed] of rows
  .filter(([, bytes]) => bytes > 0)
  .sort((one, other) => other[2] - one[2]))
  console.log(`| ${name} | ${kilobytes(bytes)} | ${kilobytes(packed)} |`);
console.log(`| **the whole file** | **${kilobytes(html.length)}** | **${kilobytes(gzipped(html))}** |`);
