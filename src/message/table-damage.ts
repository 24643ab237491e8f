import type { Anomaly } from '../anomaly';
import type { Message } from './message';

/**
 * The damage because of which a message's recipient table may lack rows or cells: in the table itself, or in what
 * holds all of the file together.
 */
export function tableDamage(message: Message): readonly Anomaly[] {
  const own = message.anomalies.filter(
    ({ severity, path }) => severity === 'error' && path.startsWith('recipients'),
  );
  return [...own, ...sharedDamage(outermost(message))];
}

/** Damage that belongs to no storage or stream: header, FAT, directory, mini stream, limits. */
function sharedDamage(message: Message): readonly Anomaly[] {
  return message.anomalies.filter(
    ({ severity, path, storage }) => severity === 'error' && path === '' && storage === undefined,
  );
}

function outermost(message: Message): Message {
  return message.parent === undefined ? message : outermost(message.parent);
}
