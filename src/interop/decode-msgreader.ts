// What its observer hears: https://github.com/HiraokaHyperTools/msgreader

import { AnomalyLog } from '../damage/anomaly';
import { FormatError } from '../damage/errors';
import { ContainerMessages } from '../mapi/object/container-messages';
import { Message } from '../message/message';
import { checkedOptions } from '../reading/read-options';
import type { ReadOptions } from '../reading/read-options';
import { attachedUnread } from './attached-unread';
import type { MsgReaderFields, MsgReaderLike } from './msgreader';
import { MsgReaderMessage } from './msgreader-message';
import type { MsgReaderPlace } from './msgreader-message';
import { objectsOf, MsgReaderNames } from './msgreader-names';
import { MsgReaderObject } from './msgreader-object';
import { quoted } from '../damage/quoted';

/**
 * Decodes the message that a reader of `@kenjiuno/msgreader` reads. It gives the same `Message` from the bytes that its
 * `propertyObserver` receives, without parsing the file again. Pass the reader before you call `getFileData()`.
 * Afterwards `getFileData()` works as usual, and your own observer is called too.
 *
 * What the reader does not report is `not-captured`, not absent: the property sets of named properties and, in most
 * embedded messages, the properties without a stream. Flags are 0, `origin.offset` is undefined, and mapilint cannot
 * report damage that the reader ignores. Throws a `FormatError` if the reader fails or does not find a message, and a
 * `TypeError` if it has read its file before.
 */
export function decodeMsgReader(reader: MsgReaderLike, options: ReadOptions = {}): Message {
  if (typeof (reader as Partial<MsgReaderLike> | undefined)?.getFileData !== 'function')
    throw new TypeError('decodeMsgReader expects a reader of @kenjiuno/msgreader: new MsgReader(buffer)');
  const checked = checkedOptions('decodeMsgReader', options);
  const { objects, fields } = observe(reader);
  const log = new AnomalyLog(checked.strict, checked.limits.anomalies);
  const content = { objects, names: new MsgReaderNames(fields), log };
  if (reader.parserConfig?.includeRawProps !== true) removeRawProps(fields);
  const messages: ContainerMessages<MsgReaderPlace> = new ContainerMessages(
    log,
    { ...checked, lostValue: 'msg-value-stream-missing', recogniseAttached: attachedUnread },
    (place, message) => new MsgReaderMessage(content, place, message, messages),
  );
  const decoded = messages.decode({ fields, name: 'fileData' });
  decoded.readAll(); // what the reader gives may be changed by whoever has it
  return Message.of(decoded);
}

/** The caller did not ask for them, and gets the same objects from the reader. */
function removeRawProps(fields: MsgReaderFields): void {
  for (const object of objectsOf(fields)) delete (object as { rawProps?: unknown }).rawProps;
}

interface Heard {
  readonly objects: ReadonlyMap<object, MsgReaderObject>;
  readonly fields: MsgReaderFields;
}

/** Lets the reader read, and listens. */
function observe(reader: MsgReaderLike): Heard {
  const objects = new Map<object, MsgReaderObject>();
  const { parserConfig } = reader;
  reader.parserConfig = {
    ...parserConfig,
    includeRawProps: true,
    propertyObserver: (fields: never, tag: number, raw: Uint8Array | null) => {
      const object = objects.get(fields) ?? new MsgReaderObject();
      objects.set(fields, object);
      if (raw !== null) object.observe(tag >>> 0, raw);
      parserConfig?.propertyObserver?.(fields, tag, raw);
    },
  };
  try {
    return { objects, fields: fieldsOf(reader, objects) };
  } finally {
    if (parserConfig === undefined) delete reader.parserConfig;
    else reader.parserConfig = parserConfig;
  }
}

function fieldsOf(reader: MsgReaderLike, objects: ReadonlyMap<object, MsgReaderObject>): MsgReaderFields {
  const fields = tryToRead(reader);
  if (fields.error !== undefined)
    throw new FormatError('message-unrecognized', `msgreader refuses the file: ${quoted(fields.error)}`);
  if (objects.size > 0) return fields;
  if (hasAnything(fields))
    throw new TypeError('The reader has read its file before: call decodeMsgReader before getFileData()');
  throw new FormatError(
    'msg-property-stream-missing',
    'msgreader finds no property in the file, so it is not a message',
  );
}

function tryToRead(reader: MsgReaderLike): MsgReaderFields {
  try {
    return reader.getFileData();
  } catch (cause) {
    const message = `msgreader cannot read the file (${String(cause)}); decodeMessage(bytes) says what is left of it`;
    throw new FormatError('message-unrecognized', message, undefined, { cause });
  }
}

/** What the data of a file without any property consists of. */
const ofEveryFile: readonly string[] = ['dataType', 'attachments', 'recipients'];

function hasAnything(fields: MsgReaderFields): boolean {
  const { recipients = [], attachments = [] } = fields;
  const isFilled = Object.keys(fields).some((key) => !ofEveryFile.includes(key));
  return isFilled || recipients.length > 0 || attachments.length > 0;
}
