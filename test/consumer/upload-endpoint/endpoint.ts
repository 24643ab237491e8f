// POST a message, get the verdict as JSON. A body that is none is the sender's mistake: 4xx with the code of the error.
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { check, isMapilintError } from 'mapilint';

const MOST_BYTES = 1_000_000;
/** No upload needs more of these. */
const limits = { recipients: 2_000, embeddedDepth: 2 };

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The body, of which no more is kept than is allowed; undefined if it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
  }
  return size <= MOST_BYTES ? Buffer.concat(parts) : undefined;
}

async function answer(request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, body: { error: 'method-not-allowed' } };
  const bytes = await bodyOf(request);
  if (bytes === undefined) return { status: 413, body: { error: 'too-large' } };
  const strict = new URL(request.url ?? '/', 'http://localhost').searchParams.has('strict');
  try {
    const { message, diagnosis } = await check(bytes, { read: { limits, strict } });
    const { verdict, explanation, findings } = diagnosis;
    return {
      status: 200,
      body: {
        subject: message.subject,
        verdict,
        summary: explanation?.summary,
        findings: findings.map(({ rule, code, severity, path }) => ({ rule, code, severity, path })),
        damage: message.anomalies.map(({ code, path }) => ({ code, path })),
      },
    };
  } catch (error) {
    if (!isMapilintError(error)) throw error;
    const feature = error.code === 'unsupported' ? { feature: error.feature } : {};
    return { status: 422, body: { error: error.code, ...feature } };
  }
}

export function createEndpoint(): Server {
  return createServer((request, response) => {
    answer(request)
      .catch((): Answer => ({ status: 500, body: { error: 'internal' } }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      })
      .catch(() => response.destroy());
  });
}
