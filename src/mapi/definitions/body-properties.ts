import { binary, ofId as tagged, text } from './property';
import type { PropertyDefinitions, PropertyKind } from './property';
import { PropertyType } from '../values/property-type';

/** Bytes in a charset that the message states, or text. */
const html: PropertyKind<Uint8Array | string> = {
  types: [PropertyType.binary, PropertyType.string, PropertyType.string8],
  convert: (value) => value as Uint8Array | string,
};

/** The properties that hold a message's text, as they are stored; `message.body()` decodes them. */
export const bodyProperties = {
  /** PidTagBody: plain text. [MS-OXCMSG] 2.2.1.56.1 */
  text: tagged(0x1000, text),
  /** PidTagHtml, or PidTagBodyHtml if it is stored as text. [MS-OXCMSG] 2.2.1.56.3 */
  html: tagged(0x1013, html),
  /** PidTagRtfCompressed: RTF, compressed as [MS-OXRTFCP] specifies. [MS-OXCMSG] 2.2.1.56.4 */
  compressedRtf: tagged(0x1009, binary),
} satisfies PropertyDefinitions;
