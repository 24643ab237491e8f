import 'rtf-stream-parser'; // what bodies need is loaded before the first input is timed
import '../../src/message/body/read-body';
import { allRules } from '../../src/rules/index';
import {
  bodyProperties,
  decodeEntryId,
  decodeGlobalObjectId,
  decodeRecurrence,
  decodeSearchKey,
  decodeTimeZoneDefinition,
  decodeTimeZoneStruct,
  diagnose,
  messageProperties,
  readMessage,
  recipientProperties,
} from '../../src/index';
import type { Message, PropertyDefinition } from '../../src/index';
import { toRRule } from '../../src/interop/index';
import { propertyNames } from '../../src/mapi/names/index';
import { decodeUnsendableRecipients } from '../../src/mapi/structures/unsendable-recipients';
import { formatJson, formatProperties, formatTable, formatText } from '../../src/report/index';

/** What came of an input: read, or refused with a typed error. */
export type Outcome = 'read' | 'refused';

const typedErrors = new Set(['FormatError', 'UnsupportedError', 'LimitError']);

/** Does with an input all that anyone may do with it; throws if anything but a typed error comes of it. */
export async function exercise(bytes: Uint8Array): Promise<Outcome> {
  const message = await unlessRefused(() => readMessage(bytes));
  if (message === undefined) return 'refused';
  await exerciseMessage(message);
  return 'read';
}

/** Judges and reports a message and touches everything in it. */
export async function exerciseMessage(message: Message): Promise<void> {
  const diagnosis = diagnose(message, { rules: allRules });
  const failed = diagnosis.findings.find(({ code }) => code === 'rule-failed');
  if (failed !== undefined) throw new Error(failed.message);
  const file = { path: 'x.msg', message, diagnosis };
  formatText(file);
  formatTable(message);
  formatJson([file]);
  JSON.stringify(message);
  await walk(message);
}

/** What somebody reads; undefined if it is refused with a typed error. */
export async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
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
  touched.last = message.values;
  touched.last = message.unsendableAttendees;
  touched.last = message.replaces;
  const recurrence = message.appointmentRecurrence && decodeRecurrence(message.appointmentRecurrence);
  touched.last = recurrence && toRRule(recurrence);
  for (const { bytes } of message.properties) for (const decodeStructure of decoders) decodeStructure(bytes);
  for (const recipient of message.recipients) {
    touched.last = { ...recipient };
    for (const definition of Object.values(recipientProperties)) recipient.properties.state(definition);
    for (const property of recipient.properties) touched.last = property.origin;
  }
  for (const attachment of message.attachments) touched.last = { ...attachment };
  await readDeferred(message);
  await exerciseBodies(message);
  for (const embedded of message.embedded) await walk(embedded);
}

/** Reads the bodies, and every other value that may have been left in the file. */
async function exerciseBodies(message: Message): Promise<void> {
  touched.last = await message.body();
  const definitions: readonly PropertyDefinition<unknown>[] = [
    ...Object.values(bodyProperties),
    ...Object.values(messageProperties),
  ];
  for (const definition of definitions)
    touched.last = await unlessRefused(() => message.properties.load(definition));
}

/** Reads the contents of the attachments, which were left in the file. */
export async function readDeferred({ attachments }: Message): Promise<void> {
  for (const attachment of attachments) {
    await attachment.read().catch((error: unknown) => {
      if (!(error instanceof Error && typedErrors.has(error.name))) throw error;
    });
  }
}
