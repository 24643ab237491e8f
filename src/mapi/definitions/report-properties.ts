import { integer, ofId as tagged, text, time } from './property';
import type { PropertyDefinitions } from './property';

/** What a non-delivery report that is an item says of the message that was not delivered. */
export const reportProperties = {
  /** PidTagOriginalSubject: of the message that was not delivered. [MS-OXOMSG] 2.2.2.16 */
  originalSubject: tagged(0x0049, text),
  /** PidTagOriginalSubmitTime: when it was submitted. [MS-OXOMSG] 2.2.2.17 */
  originalSubmitTime: tagged(0x004e, time),
  /** PidTagReportTime: when the report was written, or of a row the last attempt was made. */
  reportTime: tagged(0x0032, time),
} as const satisfies PropertyDefinitions;

/** What a row of its recipient table says: whom it was not delivered to, and why. */
export const reportRowProperties = {
  /** PidTagReportTime: when delivery failed. */
  reportTime: tagged(0x0032, time),
  /** PidTagReportText: the reason in words. */
  reportText: tagged(0x1001, text),
  /** PidTagNonDeliveryReportReasonCode. */
  reasonCode: tagged(0x0c04, integer),
  /** PidTagNonDeliveryReportDiagCode: 5 is MAPI_DIAG_MAXIMUM_TIME_EXPIRED. */
  diagnosticCode: tagged(0x0c05, integer),
  /** PidTagSupplementaryInfo: what the server said, such as `<mail1.example.com #4.4.7>`. */
  supplementaryInfo: tagged(0x0c1b, text),
  /** PidTagNonDeliveryReportStatusCode: the enhanced status code without its dots, such as 447. */
  statusCode: tagged(0x0c20, integer),
} as const satisfies PropertyDefinitions;
