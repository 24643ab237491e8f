import { domainOf, isServerOf, normaliseMessageId } from '../../../evidence/tracking/tracking-log';
import type { TrackedEvent, TrackingLog } from '../../../evidence/tracking/tracking-log';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { itemOf } from '../../../message/meeting';
import { isOrganizerMail } from '../../../message/meeting-class';
import { lastSendingOf } from '../../../message/last-sending';
import type { Message } from '../../../message/message';
import type { Recipient } from '../../../message/recipient';
import { externalAddresses, messagesOf } from './tracked-messages';
import type { DeliveryStatement } from './wording';

const QUEUED: readonly number[] = [1034, 1020];
const REPORTED = 1030;
const TRANSFERRED = 1031;
const TICKS_PER_MINUTE = 600_000_000n;
const TICKS_PER_HOUR = 60n * TICKS_PER_MINUTE;
/** Hours: what came back sooner may have been refused by the partner; what this defect keeps is tried for longer. */
const LEAST_HOURS = 4n;

/** What tracking logs show of an item's message, per external attendee. */
export interface Tracked {
  readonly statements: readonly DeliveryStatement[];
  /** Whether the message to a row waited for hours and came back, while the partner took others. */
  readonly isKept: (row: Recipient) => boolean;
  /** Whether the message to a row was queued and not handed over, as far as the log goes. */
  readonly isWaiting: (row: Recipient) => boolean;
  /** Whether the message to a row was handed to a server outside, of a sent copy. */
  readonly isHandedOver: (row: Recipient) => boolean;
}

/** What became of the message to one attendee. */
interface Fate {
  readonly code:
    | 'tracking-kept'
    | 'tracking-kept-alone'
    | 'tracking-refused'
    | 'tracking-queued'
    | 'tracking-handed-over'
    | 'tracking-handed-over-earlier'
    | 'tracking-passed-on';
  /** The event that shows it. */
  readonly event: TrackedEvent;
  readonly hours?: number;
}

/** What the lines of a log, of one file or of many, say of an item. */
export function judgeTracking(log: TrackingLog, source: number, item: Message): Tracked {
  const common = { source, path: '' } as const;
  const nothing = (statement: DeliveryStatement): Tracked => ({
    statements: [statement],
    isKept: () => false,
    isWaiting: () => false,
    isHandedOver: () => false,
  });
  if (log.lines === 0) return nothing({ code: 'tracking-empty', verdict: 'silent', ...common });
  const messageIds = messagesOf(log, item);
  if (messageIds === undefined) return nothing({ code: 'tracking-unmatched', verdict: 'silent', ...common });
  if (messageIds.size === 0) return nothing(notThere(log, item, common));
  if (messageIds.size > 1)
    return nothing({
      code: 'tracking-ambiguous',
      verdict: 'silent',
      ...common,
      values: { count: messageIds.size },
    });
  const fates = fatesOf(log, item, [...messageIds][0] ?? '');
  if (fates.size === 0) return nothing({ code: 'tracking-unfinished', verdict: 'silent', ...common });
  const isOf = (code: Fate['code']) => (row: Recipient) =>
    addressesOf(row).some((each) => fates.get(each)?.code === code);
  return {
    statements: [...fates].map(([address, fate]) => statementOf(address, fate, common)),
    isKept: isOf('tracking-kept'),
    isWaiting: (row) => isOf('tracking-queued')(row) || isOf('tracking-kept-alone')(row),
    isHandedOver: isOf('tracking-handed-over'),
  };
}

function notThere(
  { first, last }: TrackingLog,
  item: Message,
  common: { readonly source: number; readonly path: '' },
): DeliveryStatement {
  const sent = lastSendingOf(item)?.time;
  const isCovered =
    sent !== undefined &&
    first !== undefined &&
    last !== undefined &&
    first.ticks <= sent.ticks &&
    sent.ticks <= last.ticks;
  const values = { first: first?.toString(), last: last?.toString() };
  return {
    code: isCovered ? 'tracking-not-there' : 'tracking-elsewhen',
    verdict: 'silent',
    ...common,
    values,
  };
}

/** What became of a message, by the address of each external attendee of whom the log tells. */
function fatesOf(log: TrackingLog, item: Message, messageId: string): Map<string, Fate> {
  const isSentCopy = isOrganizerMail(itemOf(item));
  const recipients = externalAddresses(item);
  const byRecipient = new Map<string, TrackedEvent[]>();
  for (const event of log.byMessage.get(messageId) ?? []) {
    const recipient = event.recipient === undefined ? undefined : normaliseAddress(event.recipient);
    if (recipient === undefined || !recipients.has(recipient)) continue;
    const known = byRecipient.get(recipient);
    if (known === undefined) byRecipient.set(recipient, [event]);
    else known.push(event);
  }
  const fates = new Map<string, Fate>();
  for (const [recipient, events] of byRecipient) {
    const fate = fateOf(events, recipient, log, isSentCopy);
    if (fate !== undefined) fates.set(recipient, fate);
  }
  return fates;
}

function fateOf(
  events: readonly TrackedEvent[],
  recipient: string,
  log: TrackingLog,
  isSentCopy: boolean,
): Fate | undefined {
  const transfers = events.filter(({ event }) => event === TRANSFERRED);
  const outside = transfers.find(({ partner }) => isServerOf(partner, recipient));
  if (outside !== undefined)
    return { code: isSentCopy ? 'tracking-handed-over' : 'tracking-handed-over-earlier', event: outside };
  const [passedOn] = transfers;
  const queued = events.find(({ event }) => QUEUED.includes(event));
  const reported =
    queued && events.find(({ event, time }) => event === REPORTED && time.ticks >= queued.time.ticks);
  if (reported === undefined && passedOn !== undefined)
    return { code: 'tracking-passed-on', event: passedOn };
  if (queued === undefined) return undefined;
  return reported === undefined
    ? { code: 'tracking-queued', event: queued }
    : keptFate(queued, reported, recipient, log);
}

/** How long a message waited that came back, and whether the partner took others meanwhile. */
function keptFate(queued: TrackedEvent, reported: TrackedEvent, recipient: string, log: TrackingLog): Fate {
  const waited = reported.time.ticks - queued.time.ticks;
  const hours = Number(waited / TICKS_PER_HOUR);
  if (waited < LEAST_HOURS * TICKS_PER_HOUR) return { code: 'tracking-refused', event: reported, hours };
  const isPartnerUp = tookAnother(log, recipient, queued, reported);
  return { code: isPartnerUp ? 'tracking-kept' : 'tracking-kept-alone', event: reported, hours };
}

/** Whether another message to the same domain was handed over while this one waited. */
function tookAnother(
  { handovers }: TrackingLog,
  recipient: string,
  queued: TrackedEvent,
  reported: TrackedEvent,
): boolean {
  const own = normaliseMessageId(queued.messageId);
  const ofDomain = handovers.get(domainOf(recipient) ?? '') ?? [];
  return ofDomain.some(
    ({ time, messageIds }) =>
      time.ticks + TICKS_PER_MINUTE > queued.time.ticks &&
      time.ticks <= reported.time.ticks &&
      messageIds.some((each) => each !== own),
  );
}

function statementOf(
  address: string,
  { code, event, hours }: Fate,
  common: { readonly source: number; readonly path: '' },
): DeliveryStatement {
  const { file, offset, partner, time } = event;
  const values = { address, partner, time: time.toString(), hours, number: event.event, file, offset };
  const correlatedBy = 'tracking' as const;
  if (code === 'tracking-kept') return { code, verdict: 'this-defect', ...common, values, correlatedBy };
  if (code === 'tracking-handed-over') return { code, verdict: 'refutes', ...common, values, correlatedBy };
  return { code, verdict: 'silent', ...common, values, correlatedBy };
}
