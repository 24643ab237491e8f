import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from './corpus';

const path = join(corpusFolder, '../facts/sarif-2.1.0.schema.json');

/** Whether the schema of SARIF 2.1.0 is there to validate against. */
export const hasSarifSchema = existsSync(path);

/** What is wrong with a log by the schema of SARIF 2.1.0; null: nothing. */
export async function sarifErrors(log: unknown): Promise<unknown> {
  const { default: Ajv } = await import('ajv-draft-04');
  const ajv = new Ajv({ logger: false, strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
  validate(log);
  return validate.errors ?? null;
}
