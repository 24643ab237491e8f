import type { Anomaly } from '../anomaly';
import type { Message } from './message';

/**
 * The damage because of which a message's recipient table may lack rows or cells: in the table itself, or in what
 * holds all of the file together.
 */
export function tableDamage(message: Message): readonly string[] {
  const own = errorsOf(message).filter(({ path }) => path.startsWith('recipients'));
  return [...own.map((anomaly) => anomaly.message), ...sharedDamage(outermost(message))];
}

/** The damage because of which a message may lack exceptions: in the attachments that would hold them. */
export function exceptionDamage(message: Message): readonly string[] {
  return errorsOf(message)
    .filter((anomaly) => /^(attachments|embedded)\[\d+\]$/.test(anomaly.path) && costsAnObject(anomaly))
    .map((anomaly) => anomaly.message);
}

/** Whether a message may lack properties of its own, so that the absence of one proves nothing. */
export function hasLostProperties(message: Message): boolean {
  const own = errorsOf(message).some((anomaly) => anomaly.path === '' && costsAnObject(anomaly));
  return own || sharedDamage(outermost(message)).length > 0;
}

function errorsOf({ anomalies }: Message): Anomaly[] {
  return anomalies.filter(({ severity }) => severity === 'error');
}

/** Whether damage hit a property stream or a storage, and not a single value. */
function costsAnObject({ code, storage }: Anomaly): boolean {
  if (code.startsWith('limit-') || code.startsWith('msg-property-stream')) return true;
  return code.startsWith('cfb-') && (storage === undefined || storage.endsWith('/__properties_version1.0'));
}

/** Damage that belongs to no storage or stream – header, FAT, directory, mini stream, limits – or was not kept. */
function sharedDamage(message: Message): readonly string[] {
  const shared = errorsOf(message).filter(({ path, storage }) => path === '' && storage === undefined);
  const uncounted =
    message.suppressedErrors > 0 ? [`${message.suppressedErrors} errors beyond the limit of anomalies`] : [];
  return [...shared.map((anomaly) => anomaly.message), ...uncounted];
}

function outermost(message: Message): Message {
  return message.parent === undefined ? message : outermost(message.parent);
}
