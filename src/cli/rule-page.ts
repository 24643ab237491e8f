import { allRules, duplicateItems } from '../rules/index';
import { jsonText, visible } from '../report/command';
import type { KnownRule } from './known-rules';
import { readPackaged } from './packaged-file';

/** The pages of rules by their ids: of those that are built in as the package has them. */
export async function pagesOf(
  rules: readonly { readonly meta: KnownRule['meta'] }[],
): Promise<Record<string, string>> {
  const pages = rules.map(async ({ meta }) => {
    const isBuiltIn = [...allRules, duplicateItems].some((rule) => rule.meta === meta);
    return [
      meta.id,
      isBuiltIn ? await readPackaged(`docs/rules/${meta.id}.md`) : rulePage({ meta }),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(pages));
}

/** What a rule says of itself, as a page: one that is not built in has none here. */
export function rulePage({ meta }: Pick<KnownRule, 'meta'>): string {
  const { id, title, severity, reference, messages, schema, defaultOptions } = meta;
  const parts = [
    `# ${id}`,
    `${title}.`,
    `Severity: ${severity}. Codes: ${Object.keys(messages).join(', ')}.`,
    ...(reference === '' ? [] : [`See ${reference}`]),
    ...(schema === undefined ? [] : ['## Options', fenced(schema)]),
    ...(defaultOptions === undefined ? [] : ['Default:', fenced(defaultOptions)]),
  ];
  return `${parts.join('\n\n').split('\n').map(visible).join('\n')}\n`;
}

function fenced(value: object): string {
  return `\`\`\`json\n${jsonText(value, 2)}\n\`\`\``;
}
