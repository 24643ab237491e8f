import { reportProperties, reportRowProperties } from '../../mapi/definitions/report-properties';
import type { FileTime } from '../../mapi/values/file-time';
import type { Message } from '../../message/message';
import type { Recipient } from '../../message/recipient';
import type { EventTime } from '../event-log/logged-event';
import type { DeliveryReport, OriginalMessage } from '../ndr/delivery-report';
import { deliveryStatus, statusCodesOf } from '../ndr/delivery-status';
import type { DeliveryStatus } from '../ndr/delivery-status';
import { readReportText } from '../ndr/report-text';
import { messageBody } from './message-body';

/** MAPI_DIAG_MAXIMUM_TIME_EXPIRED. */
const TIME_EXPIRED = 5;
/** What stands for the code of a report that has none. */
const UNKNOWN = 'unknown';

/** What a non-delivery report that is an item says; of one without rows, what its text says. */
export function reportOfItem(message: Message): DeliveryReport {
  const { properties, anomalies, suppressedAnomalies } = message;
  const said = readReportText(messageBody(message) ?? '');
  const ofRows = message.recipients.map(statusOf);
  const statuses = ofRows.length > 0 ? ofRows : (said?.statuses ?? [deliveryStatus(UNKNOWN, '')]);
  return {
    kind: 'ndr',
    time: utc(properties.peek(reportProperties.reportTime)) ?? said?.time,
    statuses,
    original: originalOf(message, said?.original),
    anomalies,
    suppressedAnomalies,
  };
}

/** What the report says of the message that came back, and for the rest what its text says of it. */
function originalOf({ properties, messageClass = '' }: Message, said?: OriginalMessage): OriginalMessage {
  return {
    subject: properties.peek(reportProperties.originalSubject) ?? said?.subject,
    messageId: undefined,
    messageClass: /^report\.(.*)\.ndr\s*$/i.exec(messageClass)?.[1],
    time: utc(properties.peek(reportProperties.originalSubmitTime)) ?? said?.time,
  };
}

function utc(time: FileTime | undefined): EventTime | undefined {
  return time?.kind === 'time' ? { time, alternative: undefined, zone: 'utc' } : undefined;
}

function statusOf(row: Recipient): DeliveryStatus {
  const { properties, smtpAddress, emailAddress, displayName } = row;
  const info = properties.peek(reportRowProperties.supplementaryInfo);
  const text = properties.peek(reportRowProperties.reportText);
  const diagnostic = properties.peek(reportRowProperties.diagnosticCode);
  const code =
    withDots(properties.peek(reportRowProperties.statusCode)) ??
    [info, text].flatMap((each) => each?.split(/\r\n?|\n/).flatMap(statusCodesOf) ?? [])[0] ??
    (diagnostic === TIME_EXPIRED ? '4.4.7' : diagnostic === undefined ? UNKNOWN : `diagnostic ${diagnostic}`);
  const recipient = smtpAddress ?? emailAddress ?? displayName;
  return deliveryStatus(code, info ?? text ?? '', recipient, 'failed');
}

/** 447 as 4.4.7, and 5110 as 5.1.10. */
function withDots(code: number | undefined): string | undefined {
  const match = /^([245])(\d)(\d{1,2})$/.exec(String(code ?? ''));
  return match === null ? undefined : match.slice(1).join('.');
}
