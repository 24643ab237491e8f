// The picture of a terminal in README.md is what the command prints: `npx vitest run test/pictures -u` draws it anew.
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run';
import { terminalSvg } from './terminal-svg';

const argv = ['check', 'samples/meetings/textbook-defect.msg'];

test('docs/pictures/terminal.svg shows what the command prints', async () => {
  vi.stubEnv('FORCE_COLOR', '1');
  let printed = '';
  await run(argv, {
    out: (text) => void (printed += text),
    err: (text) => void (printed += text),
    input: Readable.from([]),
    isTerminal: true,
    columns: 100,
  });
  vi.unstubAllEnvs();
  await expect(terminalSvg(`npx mapilint ${argv.join(' ')}`, printed)).toMatchFileSnapshot(
    '../../docs/pictures/terminal.svg',
  );
});
