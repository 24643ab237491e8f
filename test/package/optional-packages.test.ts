// The package without what is optional: nothing fails, and what is missing is said.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { BINARY, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { storeRtf } from '../support/rtf-writer';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'mapilint-alone-'));
afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

const rtf = '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag <p>}hello}';
cpSync(dist, join(project, 'dist'), { recursive: true });
for (const needed of ['iconv-lite', 'safer-buffer'])
  cpSync(join(dist, '../node_modules', needed), join(project, 'node_modules', needed), { recursive: true });
writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(project, 'a.msg'),
  writeMsg({
    properties: [
      text(0x001a, 'IPM.Note'),
      text(0x1000, 'hello'),
      { id: 0x1009, type: BINARY, value: storeRtf(rtf) },
    ],
  }),
);

const asking = `const body = await decodeMessage(readFileSync('a.msg')).body(); console.log(JSON.stringify(body));`;

test.each([
  [
    'imported',
    'module',
    "import { decodeMessage } from './dist/index.js'; import { readFileSync } from 'node:fs';",
  ],
  [
    'required',
    'commonjs',
    "const { decodeMessage } = require('./dist/index.cjs'); const { readFileSync } = require('node:fs');",
  ],
])('%s without rtf-stream-parser, bodies come as they are stored', (_, type, loading) => {
  const code = type === 'module' ? `${loading} ${asking}` : `(async () => { ${loading} ${asking} })();`;
  const output = execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual({
    text: 'hello',
    rtf,
    encapsulated: { format: 'html', state: 'package-missing' },
  });
});
