import type { Message } from '../../../src/index';
import { ChecksumAdder } from '../checksum';
import type { Checksum } from '../checksum';

/** Decodes every property of every recipient of a message. */
export function sumOf({ recipients }: Message): Checksum {
  const adder = new ChecksumAdder();
  for (const { properties } of recipients) {
    adder.row();
    for (const property of properties) adder.property(property.tag, properties.valueOf(property));
  }
  return adder.result();
}
