import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { integer, ofId as tagged } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';

/** PidTagAttachFlags, [MS-OXCMSG] 2.2.2.18: how the attachment is rendered. */
const attachFlags = tagged(0x3714, integer);
/** attInvisibleInHtml: where the body is HTML it is not listed beside it. */
const INVISIBLE_IN_HTML = 0x1;
/** attRenderedInBody: the HTML body refers to it and shows it. */
const RENDERED_IN_BODY = 0x4;

/**
 * QUIRK: the specification has attRenderedInBody for what the body shows. A received copy may have attInvisibleInHtml in its
 * place (`example_received_regular.msg` of Apache POI, whose sent copy has the former). A content id tells nothing: gateways
 * give one to every attachment.
 */
export function isShownInBody(attachment: PropertyStore): boolean {
  const { contentId, hidden } = attachmentProperties;
  const flags = attachment.peek(attachFlags);
  if (flags !== undefined) return (flags & (RENDERED_IN_BODY | INVISIBLE_IN_HTML)) !== 0;
  return attachment.peek(hidden) === true && attachment.peek(contentId) !== undefined;
}
