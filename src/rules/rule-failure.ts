/** The code of the finding that a rule failed. */
export const RULE_FAILED = 'rule-failed';

/** What was thrown, in words, even if it cannot be turned into any. */
export function wordsOfError(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'something that is no error';
  }
}
