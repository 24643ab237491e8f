import type { Severity } from '../damage/damage';
import type { Rule } from '../rules/rule';
import { linkedPage, pageAddress } from './rule-address';

/** What a log says of the tool. */
export interface ToolOptions {
  /** The rules that were applied: their metadata stands in the log. */
  readonly rules: readonly Pick<Rule, 'meta'>[];
  /** The version of the tool. */
  readonly version?: string | undefined;
  /** Where the tool is at home, below which its pages are; undefined: the log names no address. */
  readonly homepage?: string | undefined;
  /** The pages of rules, in Markdown, by their ids. A rule without one says its title and reference. */
  readonly pages?: Readonly<Record<string, string>> | undefined;
}

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The tool of a SARIF log: its name, version and home, and what each rule is. */
export function toDriver(options: ToolOptions): Record<string, unknown> {
  const { version, homepage, rules } = options;
  return {
    name: 'mapilint',
    ...(version && { version }),
    ...(homepage && { informationUri: homepage }),
    rules: rules.map((rule) => toDescriptor(rule, options)),
  };
}

function toDescriptor({ meta }: Pick<Rule, 'meta'>, { homepage, pages = {} }: ToolOptions): object {
  const { id, title, reference } = meta;
  const page = Object.hasOwn(pages, id) ? pages[id] : undefined;
  const address = page === undefined ? undefined : pageAddress(`docs/rules/${id}.md`, homepage);
  const helpUri = /^https?:/.test(reference) ? reference : address;
  const more = reference === '' ? '' : ` ${reference}`;
  return {
    id,
    shortDescription: { text: title },
    help: {
      text: `${title}.${more}`,
      markdown: page === undefined ? `# ${id}\n\n${title}.${more}\n` : linkedPage(page, homepage),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[meta.severity] },
    properties: { aliases: meta.aliases },
  };
}
