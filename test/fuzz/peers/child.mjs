// A process that reads inputs with one peer: node child.mjs ADDRESS-OF-ITS-MODULE. It says what came of each.

import { AssertionError } from 'node:assert';

const [, , address = ''] = process.argv;
if (address.endsWith('.ts')) (await import('tsx/esm/api')).register();
const { peer } = await import(address);

/** Errors that nobody throws on purpose to say what is wrong with a file. */
const raw = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError, AssertionError];
const isOwnError = peer.isOwnError ?? ((error) => !raw.some((kind) => error instanceof kind));

/** Whether an input waits for its answer: it gets one, whatever is thrown later. */
let isWaiting = false;
const answer = (outcome) => {
  if (isWaiting) process.send(outcome);
  isWaiting = false;
};
const fail = (error) => {
  answer({ kind: isOwnError(error) ? 'own-error' : 'raw-error', error: String(error) });
};
process.on('uncaughtException', fail); // thrown where no caller can catch it
process.on('message', async (bytes) => {
  isWaiting = true;
  try {
    const { rows, said } = await peer.read(bytes);
    answer({ kind: 'complete', rows, said });
  } catch (error) {
    fail(error);
  }
});
process.send({ kind: 'ready' });
