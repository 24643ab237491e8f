import { readFileSync } from 'node:fs';
import { diagnose } from '../../index';
import { letterDraft, letterOf, letterText, templateOf } from '../../letter/index';
import type { Letter } from '../../letter/index';
import { jsonText, visible } from '../../report/command';
import { onlyMessage } from '../only-message';
import { formatReadError } from '../read-error';
import type { Terminal } from '../terminal';
import type { Arguments } from '../usage/arguments';
import { UsageError } from '../usage/usage-error';

/** `mapilint letter FILE`: a mail to those whom changes of a meeting did not reach. Gives 1 where there is nobody. */
export async function letter(args: Arguments, terminal: Terminal): Promise<number> {
  const [path = ''] = args.paths;
  const template = args.letter.template === undefined ? undefined : readTemplate(args.letter.template);
  const file = await onlyMessage(path, args.read, args.store);
  if ('error' in file) {
    terminal.err(formatReadError(path, file.error));
    return 2;
  }
  const { message, isInSentItems } = file;
  const diagnosis = diagnose(message, { isInSentItems });
  const written = letterOf(message, diagnosis, { ...args.letter, template });
  if (written === undefined) {
    const { verdict = 'none' } = diagnosis;
    terminal.err(
      `${visible(path)}: no letter, because the item names nobody who was not reached (verdict: ${verdict})\n`,
    );
    return 1;
  }
  terminal.out(printed(written, args));
  if (args.output.format === 'eml') terminal.err(missing(written));
  return 0;
}

function printed(written: Letter, { output: { format } }: Arguments): string {
  if (format === 'json') return `${jsonText(written, 2)}\n`;
  if (format === 'eml') return letterDraft(written);
  return letterText(written).split('\n').map(visible).join('\n');
}

/** A draft has no place for whom it cannot address. */
function missing({ unaddressed }: Letter): string {
  if (unaddressed.length === 0) return '';
  const names = unaddressed.map(({ name, address }) => name ?? address ?? 'an attendee without a name');
  return `not addressed, since no mail address is known: ${visible(names.join('; '))}\n`;
}

function readTemplate(path: string): ReturnType<typeof templateOf> {
  try {
    return templateOf(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`--template ${visible(path)}: ${visible((error as Error).message)}`);
  }
}
