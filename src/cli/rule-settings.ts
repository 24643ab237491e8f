import { resolve } from 'node:path';
import { severitySettings } from '../rules/index';
import type { SeveritySetting } from '../index';
import { UsageError } from './usage/usage-error';

/** What the command line says of rules: by their ids, and of files that each hold one. */
interface GivenSettings {
  readonly settings: readonly {
    readonly id: string;
    readonly setting: SeveritySetting;
    readonly text: string;
  }[];
  readonly files: readonly { readonly file: string; readonly setting: SeveritySetting }[];
}

/** Understands `organizer-row=off` and `./rule.mjs=error`. Whether there is such a rule is not looked at. */
export function parseRuleSettings(texts: readonly string[]): GivenSettings {
  const settings: GivenSettings['settings'][number][] = [];
  const files: GivenSettings['files'][number][] = [];
  for (const text of texts) {
    const equals = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(equals, 0));
    const setting = severitySettings.find((each) => each === text.slice(equals + 1));
    if (name === '' || setting === undefined || (name.includes('=') && !isFile(name)))
      throw new UsageError(
        `--rule must be ID=${severitySettings.join('|')} or FILE=${severitySettings.join('|')}, not ${JSON.stringify(text)}`,
      );
    if (isFile(name)) files.push({ file: resolve(name), setting });
    else settings.push({ id: name, setting, text });
  }
  return { settings, files };
}

/** Whether a name is a file's: a path that says so, or the ending of a module. */
function isFile(name: string): boolean {
  return /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\])|\.[cm]?js$/.test(name);
}
