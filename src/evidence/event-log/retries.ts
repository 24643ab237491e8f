import { checkArgument } from '../../arguments/check';
import { aListOfEvents } from './given-events';
import type { EventTime, LoggedEvent } from './logged-event';

/** Attempts to send one message: the event of the first one, their number, and the times of the first and last one. */
export interface RepeatedEvent {
  readonly event: LoggedEvent;
  readonly count: number;
  readonly first: EventTime | undefined;
  readonly last: EventTime | undefined;
}

/** Retries of a message that has no number in its events are taken for one within this time: 72 h in ticks. */
const RETRY_WINDOW = 72n * 3600n * 10_000_000n;

interface Group {
  readonly event: LoggedEvent;
  count: number;
  first: EventTime | undefined;
  last: EventTime | undefined;
}

/**
 * Groups retries of the same failure: events with the same MDB, FID and MID or, if those are empty, with the same file
 * within 72 hours. Events without a failed call are left out. The groups are in the order of time, as far as it is
 * known.
 */
export function countRetries(events: readonly LoggedEvent[]): RepeatedEvent[] {
  checkArgument('countRetries', 'The events', events, aListOfEvents);
  const groups: Group[] = [];
  const latest = new Map<string, Group>();
  for (const event of inOrder(events.filter(({ call }) => call !== undefined))) {
    const key = keyOf(event);
    const group = latest.get(key);
    if (group !== undefined && isRetry(group, event)) {
      group.count += 1;
      group.last = event.time ?? group.last;
      continue;
    }
    const next: Group = { event, count: 1, first: event.time, last: event.time };
    groups.push(next);
    latest.set(key, next);
  }
  return groups;
}

function inOrder(events: readonly LoggedEvent[]): LoggedEvent[] {
  const ticks = ({ time }: LoggedEvent): bigint => time?.time.ticks ?? 0n;
  return [...events].sort((left, right) => Number(ticks(left) - ticks(right)));
}

/** Whether an event says which message failed. */
export function namesMessage({ mid }: LoggedEvent): boolean {
  return mid !== undefined && mid !== '';
}

function keyOf(event: LoggedEvent): string {
  const { call, code, mdb, fid, mid, file, source, time } = event;
  const what = namesMessage(event) ? ['id', normalId(mdb), normalId(fid), normalId(mid)] : ['file', file];
  return JSON.stringify([source?.toLowerCase(), call?.toLowerCase(), code, ...what, time?.zone]);
}

/** An identifier without the braces or brackets around it, in upper case. */
export function normalId(id: string | undefined): string {
  return (id ?? '').replace(/[{}<>\s]/g, '').toUpperCase();
}

function isRetry({ event: one, first }: Group, event: LoggedEvent): boolean {
  if (namesMessage(one)) return true;
  if (first === undefined || event.time === undefined) return first === event.time;
  return event.time.time.ticks - first.time.ticks <= RETRY_WINDOW;
}
