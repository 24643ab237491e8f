import { expect, test } from 'vitest';
import { diagnose } from '../../src/index';
import { redactFile } from '../../src/report/index';
import { external, meeting } from '../support/meetings';

test('a name with a hyphen can be hidden', () => {
  const message = meeting([{ ...external, name: 'Karl-Heinz Groß' }]);
  const file = { path: 'x.msg', message, diagnosis: diagnose(message) };
  const { diagnosis } = redactFile(file, (kind) => `<${kind}>`);
  expect(JSON.stringify(diagnosis)).not.toContain('Karl');
  expect(JSON.stringify(diagnosis)).toContain('<name>');
});
