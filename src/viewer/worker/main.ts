// The worker of the page: reads files where a hostile one can hold up nothing but itself.

import type { WorkerRequest, WorkerResponse } from '../protocol';
import { failureOf } from '../failure';
import { Session } from './session';

const session = new Session();
const port = globalThis as unknown as Pick<Worker, 'onmessage' | 'postMessage'>;
let last = Promise.resolve();

port.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  last = last.then(async () => {
    port.postMessage(await replyTo(data));
  }); // one after the other
};

async function replyTo({ id, question }: WorkerRequest): Promise<WorkerResponse> {
  try {
    return { id, answer: await session.answer(question) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}
