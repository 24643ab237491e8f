import {
  classifyEvent,
  correlate,
  countRetries,
  decodeEvidence,
  hasStorePathFailure,
  isQueueExpiry,
  storesZeroTime,
} from '../../src/evidence/index';
import type { Evidence } from '../../src/evidence/index';
import { decodeMessage, diagnose } from '../../src/index';
import { scenario } from '../../samples/build/scenario';
import { FileTime } from '../../src/mapi/values/file-time';
import type { Outcome } from './exercise';

/** What the evidence is weighed for. */
const sentCopy = decodeMessage(scenario['sent-cancellation.msg'] ?? new Uint8Array(0));
const typedErrors = new Set(['FormatError', 'UnsupportedError', 'LimitError']);
const sent = FileTime.fromDate(new Date('2012-03-05T12:00:00Z'));

/** Does with evidence all that anyone may do with it; throws if anything but a typed error comes of it. */
export async function exerciseEvidence(bytes: Uint8Array): Promise<Outcome> {
  let evidence: Evidence;
  try {
    evidence = await decodeEvidence(bytes);
  } catch (error) {
    if (error instanceof Error && typedErrors.has(error.name) && 'code' in error) return 'refused';
    throw error;
  }
  JSON.stringify(evidence);
  if (evidence.kind === 'ndr') isQueueExpiry(evidence);
  if (evidence.kind === 'reply') evidence.replies.forEach(storesZeroTime);
  diagnose(sentCopy, { evidence: [evidence] });
  if (evidence.kind !== 'event-log') return 'read';
  const hasPathFailure = hasStorePathFailure(evidence.events);
  for (const event of evidence.events) classifyEvent(event, hasPathFailure);
  for (const { count } of countRetries(evidence.events)) if (count < 1) throw new Error('a retry of nothing');
  correlate(evidence.events, { sent });
  correlate(evidence.events, { sent, isSubmission: true, zone: 'UTC', otherSubmissions: [sent] });
  correlate(evidence.events, { sent, mid: '1-3F', zone: '+01:00' });
  return 'read';
}
