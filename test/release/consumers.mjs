// Who installs the package: runtimes, compilers and bundlers. Each is a name and a function from a project to what it
// printed, beside what it should have.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { hasChromium, withPage } from './chromium.mjs';
import { printed } from './project.mjs';
import { commands, exampleOnOwnFile } from './readme.mjs';

/** Gzipped bytes that a page loads to read a .msg and judge its delivery; other formats come when one is met. */
const FIRST_LOAD = 61_500;
/** What the page's program prints where nothing bundled it. */
const unbundled = (project) => project.run(process.execPath, ['verdict-on-node.mjs']);
const expected = (text, found) => ({ expected: text.trim(), found: found.trim() });

function ofNode(project, binary) {
  return [
    expected(printed, project.run(binary, ['example.mjs'])),
    expected(printed, project.run(binary, ['required.cjs'])),
  ];
}

const runtimes = [
  ['this Node, ESM and CJS', (project) => ofNode(project, process.execPath)],
  [
    'Node with the condition browser, as jest-environment-jsdom sets it',
    (project) => [
      expected(printed, project.run(process.execPath, ['--conditions=browser', 'required.cjs'])),
      // what a page gets knows no paths: the program that hands over bytes
      expected(
        unbundled(project),
        project.run(process.execPath, ['--conditions=browser', 'verdict-on-node.mjs']),
      ),
    ],
  ],
  ...['20', '22', '24'].map((version) => [
    `Node ${version}, ESM and CJS`,
    (project) => ofNode(project, project.node(version)),
  ]),
  ["the README's example on one's own file", exampleOnOwnFile],
  ["the README's commands", commands],
  [
    'Bun',
    (project) => {
      project.install('bun@1');
      return [expected(printed, project.bin('bun', 'example.mjs'))];
    },
  ],
  [
    'Deno',
    (project) => {
      project.install('deno@2');
      return [expected(printed, project.bin('deno', 'run', '--allow-read', '--allow-env', 'example.mjs'))];
    },
  ],
];

const compilerOptions = [
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  'false',
  '--target',
  'es2022',
  '--lib',
  'es2022,dom',
];

/** The README's example and every entry point, as a module that imports and as one that is required. */
function ofTypeScript(version, module, moduleResolution) {
  return (project) => {
    project.install(`typescript@${version}`, '@types/node@20.19.0');
    const modules = ['--types', 'node', '--module', module, '--moduleResolution', moduleResolution];
    const files = { commonjs: ['typed.ts'], esnext: ['typed.ts', 'example.mts'] }[module] ?? [
      'typed.ts',
      'example.mts',
      'typed.cts',
    ];
    return [expected('', project.bin('tsc', ...compilerOptions, ...modules, ...files))];
  };
}

const compilers = [
  ['TypeScript 5.0, bundler', ofTypeScript('5.0.4', 'esnext', 'bundler')],
  ['TypeScript 5.0, CommonJS', ofTypeScript('5.0.4', 'commonjs', 'node')],
  ['TypeScript 5.0, node16', ofTypeScript('5.0.4', 'node16', 'node16')],
  ['TypeScript 5.9, node16', ofTypeScript('5.9.3', 'node16', 'node16')],
  ['TypeScript 6.0, bundler', ofTypeScript('6.0.3', 'esnext', 'bundler')],
];

/** Bundles a page into one file, and calls it. */
const bundler = (packages, command) => (project) => {
  project.install(...packages);
  const out = project.path('out', `${command[0]}.js`);
  project.bin(...command.map((word) => word.replace('OUT', out)));
  return [expected(unbundled(project), project.run(process.execPath, ['in-bundle.cjs', out]))];
};

async function ofVite(project) {
  project.install('vite@8.3.8');
  project.bin('vite', 'build', '--logLevel', 'warn', '--outDir', 'out/vite', '--config', 'vite.config.mjs');
  const fileOf = (path) =>
    path.startsWith('/samples/')
      ? project.path(path)
      : project.path('out/vite', path === '/' ? 'page.html' : path);
  const found = await withPage(fileOf, (page) =>
    page.evaluate(async () => {
      const answer = await fetch('/samples/meetings/textbook-defect.msg');
      return globalThis.verdict(new Uint8Array(await answer.arrayBuffer()));
    }),
  );
  const first = readdirSync(project.path('out/vite/assets')).filter((name) => name.startsWith('page-'));
  const size = first.reduce((sum, name) => sum + gzipped(project.path('out/vite/assets', name)), 0);
  return [
    expected(unbundled(project), found),
    expected(
      'small enough',
      size <= FIRST_LOAD ? 'small enough' : `${size} bytes are loaded before the first file`,
    ),
  ];
}

const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

const bundlers = [
  [
    'esbuild',
    bundler(['esbuild@0.27.7'], ['esbuild', 'page.mjs', '--bundle', '--platform=browser', '--outfile=OUT']),
  ],
  [
    'rollup',
    bundler(
      ['rollup@4.62.0', '@rollup/plugin-node-resolve@16.0.3'],
      [
        'rollup',
        'page.mjs',
        '-f',
        'iife',
        '-p',
        'node-resolve={browser:true}',
        '--inlineDynamicImports',
        '-o',
        'OUT',
      ],
    ),
  ],
  [
    'webpack',
    bundler(
      ['webpack@5.102.1', 'webpack-cli@6.0.1'],
      [
        'webpack',
        './page.mjs',
        '--mode',
        'production',
        '--target',
        'web',
        '--output-public-path',
        '/',
        '-o',
        'out',
        '--output-filename',
        'webpack.js',
      ],
    ),
  ],
  ['Vite, its page in Chromium', ofVite, hasChromium],
];

/** `isPossible` is false where a browser is missing. */
export const consumers = [...runtimes, ...compilers, ...bundlers].map(
  ([name, consume, isPossible = true]) => ({
    name,
    consume,
    isPossible,
  }),
);
