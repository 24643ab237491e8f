// npm run regexps: proves by their automata (recheck) that the regular expressions of src take linear time, and runs each
// on hostile texts of four megabytes. What an automaton is too large for is searched for bad texts instead, and said.

import { checkSync } from 'recheck';
import type { AttackPattern } from 'recheck';
import { regularExpressionsOfSource } from '../../support/regular-expressions';
import type { FoundExpression } from '../../support/regular-expressions';
import { exhaust } from './exhaust';

process.env['RECHECK_BACKEND'] = 'pure';

const LENGTH = 4_000_000;
const PROOF_TIME = 60_000;
const { expressions, made } = regularExpressionsOfSource();
const counts = { proven: 0, searched: 0 };
const bad: string[] = made.map((place) => `${place}: made of a text while the program runs`);
for (const expression of expressions) {
  const { place, source, flags } = expression;
  const proof = checkSync(source, flags, { timeout: PROOF_TIME });
  const what = `${place}: /${source}/${flags}`;
  if (proof.status === 'safe') counts[proof.checker === 'automaton' ? 'proven' : 'searched'] += 1;
  else if (proof.status === 'unknown') bad.push(`${what}: not known`);
  else if (proof.checker === 'fuzz' && isAcquitted(expression, proof.attack)) counts.searched += 1;
  else bad.push(`${what}: ${proof.complexity.summary}, ${proof.attack.pattern}`);
  const exhausted = exhaust(expression, LENGTH, PROOF_TIME);
  if (exhausted !== undefined) bad.push(`${what}: does not end on ${JSON.stringify(exhausted.text)}`);
}
/** A search by chance accuses what is linear, too: the text that it found has to take longer than linear at full length. */
function isAcquitted(expression: FoundExpression, { pumps, suffix }: AttackPattern): boolean {
  const share = LENGTH / pumps.length;
  const [last, ...before] = [...pumps].reverse();
  if (last === undefined) return false;
  const head = before.reverse().map(({ prefix, pump }) => prefix + pump.repeat(share / pump.length));
  const text = { before: head.join('') + last.prefix, again: last.pump, behind: suffix };
  return exhaust(expression, share, PROOF_TIME, [text]) === undefined;
}

console.log(bad.join('\n'));
console.log(
  `${expressions.length} regular expressions: ${counts.proven} proven linear, ${counts.searched} searched for bad texts in vain, ${bad.length} not linear`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
