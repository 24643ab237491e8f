import { visible } from '../../report/command';
import { UsageError } from '../usage/usage-error';

/** What the system's word for a fault means of a file that is to be written. */
const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'the path of its folder leads to something else',
  EACCES: 'it, or a file in its folder, may not be written',
  EPERM: 'it, or a file in its folder, may not be written',
  EROFS: 'nothing can be written there',
  ELOOP: 'its links lead back to themselves',
};

/** Does something with a file that an option names; what fails becomes a `UsageError` with option, path and reason. */
export function writing<T>(option: string, path: string, act: () => T): T {
  const fail = (error: unknown): never => {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const meaning = meanings[code];
    const words = meaning === undefined ? message : `${meaning} (${code})`;
    throw new UsageError(`${option} ${visible(path)}: ${visible(words)}`);
  };
  try {
    const result = act();
    return result instanceof Promise ? (result.catch(fail) as T) : result;
  } catch (error) {
    return fail(error);
  }
}
