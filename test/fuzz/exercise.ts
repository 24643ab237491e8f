import {
  allRules,
  decodeEntryId,
  decodeGlobalObjectId,
  decodeRecurrence,
  decodeSearchKey,
  decodeTimeZoneDefinition,
  decodeTimeZoneStruct,
  diagnose,
  readMessage,
  recipientProperties,
} from '../../src/index';
import type { Message } from '../../src/index';
import { propertyNames } from '../../src/mapi/names/index';
import { decodeUnsendableRecipients } from '../../src/mapi/structures/unsendable-recipients';
import { formatJson, formatProperties, formatTable, formatText } from '../../src/report/index';

/** What came of an input: read, or refused with a typed error. */
export type Outcome = 'read' | 'refused';

const typedErrors = new Set(['FormatError', 'UnsupportedError', 'LimitError']);

/** Does with an input all that anyone may do with it; throws if anything but a typed error comes of it. */
export async function exercise(bytes: Uint8Array): Promise<Outcome> {
  const message = await read(bytes);
  if (message === undefined) return 'refused';
  const diagnosis = diagnose(message, { rules: allRules });
  const failed = diagnosis.findings.find(({ code }) => code === 'rule-failed');
  if (failed !== undefined) throw new Error(failed.message);
  const file = { path: 'x.msg', message, diagnosis };
  formatText(file);
  formatTable(message);
  formatJson([file]);
  JSON.stringify(message);
  await walk(message);
  return 'read';
}

async function read(bytes: Uint8Array): Promise<Message | undefined> {
  try {
    return await readMessage(bytes);
  } catch (error) {
    if (error instanceof Error && typedErrors.has(error.name) && 'code' in error) return undefined;
    throw error;
  }
}

const decoders = [
  decodeEntryId,
  decodeGlobalObjectId,
  decodeRecurrence,
  decodeSearchKey,
  decodeTimeZoneDefinition,
  decodeTimeZoneStruct,
  decodeUnsendableRecipients,
];

/** Takes what an accessor gives, so that reading it is no dead code. */
const touched: { last: unknown } = { last: undefined };

/** Every accessor, iterator and deferred value of a message and what it holds. */
async function walk(message: Message): Promise<void> {
  formatProperties(message.properties, propertyNames);
  message.toObject();
  touched.last = message.unsendableAttendees;
  touched.last = message.replaces;
  for (const { bytes } of message.properties) for (const decodeStructure of decoders) decodeStructure(bytes);
  for (const recipient of message.recipients) {
    recipient.toObject();
    for (const definition of Object.values(recipientProperties)) recipient.properties.state(definition);
    for (const property of recipient.properties) touched.last = property.origin;
  }
  for (const attachment of message.attachments) {
    attachment.toObject();
    await attachment.read().catch((error: unknown) => {
      if (!(error instanceof Error && typedErrors.has(error.name))) throw error;
    });
  }
  for (const embedded of message.embedded) await walk(embedded);
}
