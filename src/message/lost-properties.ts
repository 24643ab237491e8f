import type { Anomaly } from '../anomaly';
import { messageProperties } from '../mapi/message-properties';
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
    .filter(
      (anomaly) =>
        /^((attachments|embedded)\[\d+\]|attachments)$/.test(anomaly.path) && costsAnObject(anomaly),
    )
    .map((anomaly) => anomaly.message);
}

/** Whether a message may lack properties of its own, so that the absence of one proves nothing. */
export function hasLostProperties(message: Message): boolean {
  const own = errorsOf(message).some((anomaly) => anomaly.path === '' && costsAnObject(anomaly));
  return own || hasNamelessProperties(message) || sharedDamage(outermost(message)).length > 0;
}

/** Whether it cannot be told what the message is: its class is unreadable, or may be among what was lost. */
export function isClassLost(message: Message): boolean {
  if (message.messageClass !== undefined) return false;
  return message.properties.state(messageProperties.messageClass) !== 'absent' || hasLostProperties(message);
}

const FIRST_NAMED_ID = 0x8000;
const LAST_NAMED_ID = 0xfffe;

/** Whether a property that has a name only has lost it, so that nobody can ask for it. */
function hasNamelessProperties({ properties }: Message): boolean {
  return Array.from(properties, ({ tag }) => tag >>> 16).some(
    (id) => id >= FIRST_NAMED_ID && id <= LAST_NAMED_ID && properties.nameOf(id) === undefined,
  );
}

function errorsOf({ anomalies }: Message): Anomaly[] {
  return anomalies.filter(({ severity }) => severity === 'error');
}

/** Whether damage hit a property stream or a storage, and not a single value. */
function costsAnObject({ code, storage }: Anomaly): boolean {
  if (code.startsWith('limit-') || code.startsWith('msg-property-stream')) return true;
  if (code.startsWith('pst-')) return code !== 'pst-value-missing' && code !== 'pst-multiple-values';
  return code.startsWith('cfb-') && (storage === undefined || storage.endsWith('/__properties_version1.0'));
}

/** Damage that belongs to no storage or stream – header, FAT, directory, mini stream, limits – or was not kept. */
function sharedDamage(message: Message): readonly string[] {
  const shared = errorsOf(message).filter(
    ({ code, path, storage }) =>
      path === '' && (storage === undefined || code.endsWith('-named-property-map')),
  );
  const uncounted =
    message.suppressedErrors > 0 ? [`${message.suppressedErrors} errors beyond the limit of anomalies`] : [];
  return [...shared.map((anomaly) => anomaly.message), ...uncounted];
}

function outermost(message: Message): Message {
  return message.parent === undefined ? message : outermost(message.parent);
}
