import { classifyEvent, hasStorePathFailure } from './differential';
import type { EventVerdict } from './differential';
import type { EventLog, LoggedEvent } from './logged-event';

/** The failures of a log that have one cause, another than this defect's, or none that can be told. */
export interface EventsOfCause {
  readonly events: readonly LoggedEvent[];
  readonly verdict: EventVerdict;
}

/** The failures of a log, by what they mean. */
export interface SortedEvents {
  readonly ofDefect: readonly LoggedEvent[];
  /** Failures of another cause, each cause once, and those of which too little is there. */
  readonly ofOthers: readonly EventsOfCause[];
  /** Whether the log has the event that gives every failed call another possible cause. */
  readonly hasPathFailure: boolean;
}

/** What was sorted once: a log is handed over beside every item of a run, and its events do not change. */
const known = new WeakMap<EventLog, SortedEvents>();

/** The failures of a log, by what they mean. */
export function sortedEvents(log: EventLog): SortedEvents {
  const sorted = known.get(log) ?? sortEvents(log.events);
  known.set(log, sorted);
  return sorted;
}

function sortEvents(events: readonly LoggedEvent[]): SortedEvents {
  const hasPathFailure = hasStorePathFailure(events);
  const ofDefect: LoggedEvent[] = [];
  const ofOthers = new Map<string, { events: LoggedEvent[]; verdict: EventVerdict }>();
  for (const event of events) {
    const verdict = classifyEvent(event, hasPathFailure);
    if (verdict.kind === 'this-defect') ofDefect.push(event);
    const cause = causeOf(event, verdict);
    if (cause === undefined) continue;
    const group = ofOthers.get(cause);
    if (group === undefined) ofOthers.set(cause, { events: [event], verdict });
    else group.events.push(event);
  }
  return { ofDefect, ofOthers: [...ofOthers.values()], hasPathFailure };
}

/** What tells another cause from others; undefined: the event is of this defect, or no failure of the store. */
function causeOf({ id, call, code }: LoggedEvent, verdict: EventVerdict): string | undefined {
  if (verdict.kind === 'unknown') return verdict.reason === 'incomplete' && id === 327 ? '' : undefined;
  return verdict.kind === 'this-defect' ? undefined : `${call ?? ''} ${code ?? ''}`;
}
