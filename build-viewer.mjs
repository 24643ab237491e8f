// Builds dist/viewer.html: the page with its style, its script and its worker in one file. The policy in it names the two
// by their hashes and allows nothing else but a worker made in the page, so that the browser refuses every request.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

/** Names that recipients, meetings and attachments bear: all 2,900 would add 40 kB. `mapilint props` knows the rest. */
const fewerNames = {
  name: 'fewer-names',
  setup({ onLoad }) {
    onLoad({ filter: /mapi[\\/]names[\\/]tables\.ts$/ }, ({ path }) => ({
      contents: withFewerNames(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

const MOST_NAMES = 2;
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

function wantedIds() {
  const tables = ['recipient', 'message', 'attachment']
    .map((name) => read(`src/mapi/definitions/${name}-properties.ts`))
    .join('');
  const defined = [...tables.matchAll(/tagged\(0x([0-9a-f]{4})/g)].map(([, id]) => id.toUpperCase());
  const rows = read('src/mapi/names/data/recipient-properties.tsv').split('\n').slice(1);
  return new Set([...defined, ...rows.map((row) => row.slice(0, 4).toUpperCase())]);
}

function withFewerNames(source) {
  const ids = wantedIds();
  const meetings = /^0006200[28]|^6ED8DA90/i; // PSETID_Appointment, PSETID_Common, PSETID_Meeting
  const shortened = (line, separator) =>
    line
      .split(separator)
      .slice(0, MOST_NAMES + 1)
      .join(separator);
  const keep = {
    tagTable: (line) => (ids.has(line.slice(0, 4)) ? shortened(line, ' ') : undefined),
    namedTable: (line) => (meetings.test(line) ? line.replace(/ .*/, '') : undefined),
    labelTable: (line) => (ids.has(line.slice(0, 4)) || meetings.test(line) ? line : undefined),
  };
  return source.replace(/^export const (\w+) = (".*");$/gm, (whole, name, text) => {
    if (keep[name] === undefined) return whole;
    const lines = JSON.parse(text)
      .split('\n')
      .map(keep[name])
      .filter((line) => line !== undefined);
    return `export const ${name} = ${JSON.stringify(lines.join('\n'))};`;
  });
}

/** What esbuild has made small, made smaller by 4 %; licences stay. */
async function smaller(text) {
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 2 }, format: { comments: 'some' } });
  return code;
}

/** A bundle, and how many bytes each file has of what esbuild made of it. */
export async function bundle(entry) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'inline',
    // foo.page.ts stands in for foo.ts: the page is one file
    resolveExtensions: ['.page.ts', '.browser.ts', '.ts', '.js'],
    define: { VERSION: JSON.stringify(JSON.parse(read('package.json')).version) },
    plugins: [fewerNames],
    logLevel: 'error',
  });
  const text = (await smaller(outputFiles[0].text))
    .trim()
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`<\!--`);
  return { text, inputs: Object.values(metafile.outputs)[0].inputs };
}

const sourceOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page and what it is made of. */
export async function partsOfPage() {
  const { text: page } = await bundle('src/viewer/page/main.ts');
  const { text: worker } = await bundle('src/viewer/worker/main.ts');
  const { outputFiles } = await build({
    entryPoints: ['src/viewer/viewer.css'],
    minify: true,
    write: false,
    logLevel: 'error',
  });
  const style = outputFiles[0].text.trim();
  const csp = [
    "default-src 'none'",
    `script-src ${sourceOf(page)}`,
    `style-src ${sourceOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // the example that the start screen offers
  const mailbox = readFileSync(new URL('samples/stores/mailbox.pst', import.meta.url));
  const example = deflateRawSync(mailbox, { level: 9 }).toString('base64');
  const parts = { csp, style, worker, example, page };
  const html = read('src/viewer/index.html').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
  return { html, style, example };
}

/** Writes the page and gives its size in bytes. */
export async function buildViewer(target = 'dist/viewer.html') {
  const { html } = await partsOfPage();
  writeFileSync(target, html);
  return html.length;
}
