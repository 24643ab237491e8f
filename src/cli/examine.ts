import { diagnose, fromFile, readMessage } from '../node';
import type { DiagnoseOptions, Message, ReadOptions } from '../node';
import type { CheckedFile, UnreadableFile } from '../report/index';
import type { BadInput, Input } from './inputs';
import { isNoMessage } from './read-error';

/** Reads and judges a file. Undefined: a file that was found in a folder and is no message. */
export async function examine(
  input: Input | BadInput,
  options: ReadOptions,
  beside: DiagnoseOptions = {},
): Promise<CheckedFile | UnreadableFile | undefined> {
  const { path } = input;
  if ('error' in input) return input;
  try {
    const message = await readMessage(fromFile(path), options);
    const damage = lossOfEverything(message);
    return damage === undefined
      ? { path, message, diagnosis: diagnose(message, beside) }
      : { path, error: damage };
  } catch (error) {
    return isNoMessage(error) && !input.isNamed ? undefined : { path, error: error as Error };
  }
}

/** The damage that left nothing of a message: for whoever asks about a file, that is a file that cannot be read. */
function lossOfEverything({ properties, recipients, anomalies }: Message): Error | undefined {
  if (properties.size > 0 || recipients.length > 0) return undefined;
  const first = anomalies.find(({ severity }) => severity === 'error');
  if (first === undefined) return undefined;
  const { message, ...place } = first;
  return Object.assign(new Error(`Nothing of the message is left: ${message}`), place);
}
