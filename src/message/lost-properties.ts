import type { Anomaly } from '../damage/anomaly';
import type { DamageCode } from '../damage/errors';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { Message } from './message';
import { exceptionsLeftOut, tableLeftOut } from './not-captured';
import { isNamedId } from '../mapi/values/property-type';

/**
 * The damage because of which a message's recipient table may lack rows or cells: in the table itself, or in what
 * holds all of the file together.
 */
export function tableDamage(message: Message): readonly string[] {
  const own = message.anomalies.filter((anomaly) => hitsTable(anomaly, message));
  return [
    ...tableLeftOut(message),
    ...own.map((anomaly) => anomaly.message),
    ...sharedDamage(outermost(message)),
  ];
}

/** Whether damage is in the table of a message, or in what holds a message within another together. */
function hitsTable({ code, path, severity }: Anomaly, { parent }: Message): boolean {
  if (code === 'tnef-recipient-table-absent') return path === 'recipients';
  if (severity !== 'error') return false;
  return path.startsWith('recipients') || (parent !== undefined && path === '' && endsStream(code));
}

/** Whether what followed the damage in a TNEF stream is lost, the recipient table perhaps. */
function endsStream(code: DamageCode): boolean {
  return code === 'tnef-attribute-cut' || code === 'tnef-attribute-level';
}

/** The damage because of which a message may lack exceptions: in the attachments that would hold them. */
export function exceptionDamage(message: Message): readonly string[] {
  const lost = errorsOf(message).filter(
    (anomaly) => /^((attachments|embedded)\[\d+\]|attachments)$/.test(anomaly.path) && costsAnObject(anomaly),
  );
  return [...exceptionsLeftOut(message), ...lost.map((anomaly) => anomaly.message)];
}

/** Whether a message may lack properties of its own, by damage or by an export, so that the absence of one proves nothing. */
export function hasLostProperties(message: Message): boolean {
  if (message.properties.isPartial) return true;
  const own = errorsOf(message).some((anomaly) => anomaly.path === '' && costsAnObject(anomaly));
  return own || hasNamelessProperties(message) || sharedDamage(outermost(message)).length > 0;
}

/** Whether it cannot be told what the message is: its class is unreadable, or may be among what was lost. */
export function isClassLost(message: Message): boolean {
  if (message.messageClass !== undefined) return false;
  return message.properties.state(messageProperties.messageClass) !== 'absent' || hasLostProperties(message);
}

/** Whether a property that has a name only has lost it, so that nobody can ask for it. */
function hasNamelessProperties({ properties }: Message): boolean {
  return Array.from(properties, ({ tag }) => tag >>> 16).some(
    (id) => isNamedId(id) && properties.nameOf(id) === undefined,
  );
}

function errorsOf({ anomalies }: Message): Anomaly[] {
  return anomalies.filter(({ severity }) => severity === 'error');
}

const costsAnObjectOf: ReadonlySet<DamageCode> = new Set<DamageCode>([
  'mfcmapi-row-index',
  'tnef-properties-lost',
  'tnef-embedded-message',
]);

/** Whether damage hit a property stream or a storage, and not a single value. */
function costsAnObject({ code, storage }: Anomaly): boolean {
  if (code.startsWith('limit-') || code.startsWith('msg-property-stream') || endsStream(code)) return true;
  if (code.startsWith('pst-')) return code !== 'pst-value-missing' && code !== 'pst-multiple-values';
  if (costsAnObjectOf.has(code)) return true;
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
