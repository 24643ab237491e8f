import { isTimeZone } from '../evidence/index';
import type { EvidenceArguments } from './evidence-files';
import { UsageError } from './usage-error';

interface Given {
  readonly events?: readonly string[] | undefined;
  readonly ndr?: readonly string[] | undefined;
  readonly reply?: readonly string[] | undefined;
  readonly replied?: readonly string[] | undefined;
  readonly 'event-timezone'?: string | undefined;
}

/** The evidence that a command line names; throws a `UsageError` for an address or a zone that is none. */
export function evidenceArguments(values: Given): EvidenceArguments {
  const { replied: named = [] } = values;
  const nameless = named.find((address) => !/^[^\s@]+@[^\s@]+$|^\/o=/i.test(address.trim()));
  if (nameless !== undefined)
    throw new UsageError(
      `--replied is an address such as carla@partner.example, not ${JSON.stringify(nameless)}`,
    );
  const { events = [], ndr = [], reply = [], replied = [], 'event-timezone': eventTimeZone } = values;
  if (eventTimeZone !== undefined && !isTimeZone(eventTimeZone)) {
    const given = JSON.stringify(eventTimeZone);
    throw new UsageError(`--event-timezone is a zone such as Europe/Berlin or +02:00, not ${given}`);
  }
  return { events, ndr, reply, replied, eventTimeZone };
}
