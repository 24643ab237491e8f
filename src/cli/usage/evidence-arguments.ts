import { isTimeZone } from '../../evidence/index';
import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** The evidence that the command line names. */
export interface EvidenceArguments {
  readonly events: readonly string[];
  readonly ndr: readonly string[];
  readonly reply: readonly string[];
  readonly tracking: readonly string[];
  readonly replied: readonly string[];
  readonly eventTimeZone: string | undefined;
}

/** The evidence that a command line names; throws a `UsageError` for an address or a zone that is none. */
export function evidenceArguments(given: ParsedOptions): EvidenceArguments {
  const replied = given.values('replied');
  const nameless = replied.find((address) => !/^[^\s@]+@[^\s@]+$|^\/o=/i.test(address.trim()));
  if (nameless !== undefined)
    throw new UsageError(
      `--replied must be an address such as carla@partner.example, not ${JSON.stringify(nameless)}`,
    );
  const eventTimeZone = given.value('event-timezone');
  if (eventTimeZone !== undefined && !isTimeZone(eventTimeZone)) {
    const found = JSON.stringify(eventTimeZone);
    throw new UsageError(`--event-timezone must be a zone such as Europe/Berlin or +02:00, not ${found}`);
  }
  const [events, ndr, reply] = [given.values('events'), given.values('ndr'), given.values('reply')];
  const tracking = given.values('tracking');
  return { events, ndr, reply, tracking, replied, eventTimeZone };
}
