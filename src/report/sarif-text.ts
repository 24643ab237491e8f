import { visible } from './layout';

/**
 * A message in which nothing is a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6), whatever somebody put into a
 * display name.
 */
export function textOf(message: string): { text: string } {
  return {
    text: visible(message)
      .replace(/[\\[\]]/g, '\\$&')
      .replace(/[{}]/g, '$&$&'),
  };
}
