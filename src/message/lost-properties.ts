import type { Anomaly } from '../damage/anomaly';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { Message } from './message';
import { exceptionsLeftOut, tableLeftOut } from './not-captured';
import { isNamedId, typeOf } from '../mapi/values/property-type';
import { textWithTail } from '../mapi/values/text-tail';
import { mayJudgeRows, mayTellAttachments } from './judged-columns';

/**
 * The damage because of which a message's recipient table may lack rows or cells: in the table itself, or in what
 * holds the message or all of the file together.
 */
export function tableDamage(message: Message): readonly string[] {
  const own = message.anomalies.filter(
    ({ path, loses, tag }) => path.startsWith('recipients') && loses !== 'nothing' && mayJudgeRows(tag),
  );
  return [...tableLeftOut(message), ...own.map((anomaly) => anomaly.message), ...damageToAll(message)];
}

/** The damage because of which a message may lack exceptions: in the attachments that would hold them. */
export function exceptionDamage(message: Message): readonly string[] {
  const lost = message.anomalies.filter(
    (anomaly) =>
      /^((attachments|embedded)\[\d+\]|attachments)$/.test(anomaly.path) &&
      mayLack(anomaly) &&
      !isOfAttachedFile(anomaly, message) &&
      (anomaly.path.startsWith('embedded') || mayTellAttachments(anomaly.tag)),
  );
  return [...exceptionsLeftOut(message), ...lost.map((anomaly) => anomaly.message)];
}

/** How many messages that are attached to one could not be read: as files, or because they lie too deep. */
export function unreadAttachments(message: Message): number {
  Array.from(message.attachments); // reads them, and says what could not be read
  return message.anomaliesSoFar.filter(
    ({ code, path }) =>
      (code === 'attached-file-unread' || code === 'limit-embedded-depth') &&
      (path === '' || /^attachments\[\d+\]$/.test(path)),
  ).length;
}

/** Whether damage is that of a file attached to a message, which is none of its exceptions. */
function isOfAttachedFile({ path }: Anomaly, { embedded }: Message): boolean {
  const index = /^embedded\[(\d+)\]$/.exec(path)?.[1];
  return index !== undefined && embedded[Number(index)]?.kind === 'attached';
}

/** Whether a message may lack properties of its own, by damage or by an export, so that the absence of one proves nothing. */
export function hasLostProperties(message: Message): boolean {
  if (message.properties.isPartial) return true;
  const isOwnLost = message.anomalies.some((anomaly) => anomaly.path === '' && mayLack(anomaly));
  return isOwnLost || hasNamelessProperties(message) || damageToAll(message).length > 0;
}

/** Whether it cannot be told what the message is: its class is unreadable, or may be among what was lost. */
export function isClassLost(message: Message): boolean {
  if (message.properties.state(messageProperties.messageClass) === 'unlisted') return true;
  if (message.messageClass !== undefined) return isCut(message);
  return message.properties.state(messageProperties.messageClass) !== 'absent' || hasLostProperties(message);
}

/** Whether the class ends in half a character, so that more of it may be gone. */
function isCut({ properties }: Message): boolean {
  const raw = properties.raw(messageProperties.messageClass);
  const tail = raw && textWithTail(typeOf(raw.tag), raw)?.at(-1);
  return tail !== undefined && tail !== 0;
}

/** Whether a property that has a name only has lost it, so that nobody can ask for it. */
function hasNamelessProperties({ properties }: Message): boolean {
  return Array.from(properties, ({ tag }) => tag >>> 16).some(
    (id) => isNamedId(id) && properties.nameOf(id) === undefined,
  );
}

/** Whether damage may have cost a property of the object where it was met, or that object. */
function mayLack({ loses }: Anomaly): boolean {
  return loses !== 'nothing' && loses !== 'value';
}

/** Damage that may have cost anything of a message: its own, that of what holds it, and what was not kept. */
function damageToAll(message: Message): readonly string[] {
  const { anomalies, suppressedErrors, parent } = message;
  const own = anomalies.filter(({ path, loses }) => path === '' && loses === 'anything');
  const uncounted = suppressedErrors > 0 ? [`${suppressedErrors} errors beyond the limit of anomalies`] : [];
  const around = parent === undefined ? [] : damageToAll(parent);
  return [...own.map((anomaly) => anomaly.message), ...uncounted, ...around];
}
