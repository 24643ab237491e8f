import type { Message } from '../../../src/index';
import { ChecksumAdder } from '../checksum';
import type { Checksum } from '../checksum';

/** Decodes every property of every recipient of a message and of what it embeds. */
export function sumOf(message: Message): Checksum {
  const adder = new ChecksumAdder();
  const messages = [message];
  for (const { recipients, embedded } of messages) {
    messages.push(...embedded);
    for (const { properties } of recipients) {
      adder.row();
      for (const property of properties) adder.property(property.tag, properties.valueOf(property));
    }
  }
  return adder.result();
}
