import { nearestName } from '../../arguments/nearest-name';
import { loadOptional, visible } from '../../report/command';
import type { KnownRule, KnownRules } from '../known-rules';
import { UsageError } from '../usage/usage-error';
import type { RuleEntries } from './config';

/** What is used of ajv, an optional package: it is loaded when a rule of a plugin is given options. */
interface Validator {
  (value: unknown): unknown;
  readonly errors?: readonly SchemaError[] | null;
}

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params: { readonly additionalProperty?: string; readonly allowedValues?: readonly unknown[] };
}

/** Throws a `UsageError` for options that a rule does not take; `where`: the file and field that holds them. */
export async function checkRuleOptions(
  { options }: RuleEntries,
  rules: KnownRules,
  where: string,
): Promise<void> {
  for (const [id, given] of Object.entries(options)) {
    const rule = rules.get(id);
    const field = `${where}.${id}[1]`;
    if (rule?.meta.schema === undefined)
      throw new UsageError(visible(`${field}: the rule ${id} takes no options`));
    checkByItself(rule, given, field);
    if (!rules.isBuiltIn(id)) await checkBySchemaOf(rule.meta.schema, given, field);
  }
}

/** A rule that is built in, and one that can, checks its options without a validator. */
function checkByItself({ checkOptions }: KnownRule, given: object, field: string): void {
  try {
    checkOptions?.(given);
  } catch (error) {
    throw new UsageError(visible(`${field}: ${(error as Error).message}`));
  }
}

async function checkBySchemaOf(schema: object, given: object, field: string): Promise<void> {
  const validate = await validatorOf(schema, field);
  const isRight = validate(given);
  if (typeof isRight !== 'boolean')
    throw new UsageError(
      visible(`${field}: the schema of its options is asynchronous, but must be synchronous`),
    );
  const [error] = validate.errors ?? [];
  if (!isRight) throw new UsageError(visible(`${field}${wordsOf(error, schema)}`));
}

async function validatorOf(schema: object, field: string): Promise<Validator> {
  const needed = { name: 'ajv', feature: 'rule-options', purpose: 'Checking the options of a rule' } as const;
  try {
    const { default: Ajv } = await loadOptional(needed, () => import('ajv/dist/2020.js'));
    return new Ajv({ strict: false, logger: false }).compile(schema) as Validator;
  } catch (error) {
    throw new UsageError(visible(`${field}: ${(error as Error).message}`));
  }
}

/** Where it is and what is wrong there: `.days: must be >= 1`. */
function wordsOf(error: SchemaError | undefined, schema: object): string {
  if (error === undefined) return ': it does not fit the schema of the rule';
  const { instancePath, message = 'does not fit the rule', params } = error;
  const path = instancePath.replaceAll('/', '.');
  const { additionalProperty: stranger, allowedValues } = params;
  if (allowedValues !== undefined)
    return `${path}: must be one of ${allowedValues.map((each) => JSON.stringify(each)).join(', ')}`;
  if (stranger === undefined) return `${path}: ${message}`;
  const known = Object.keys((schema as { readonly properties?: object }).properties ?? {});
  const near = nearestName(stranger, known);
  return `${path}.${stranger}: there is no such option${near === undefined ? '' : `; did you mean ${near}?`}`;
}
