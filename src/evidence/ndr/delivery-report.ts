import { checkArgument } from '../../arguments/check';
import type { Kind } from '../../arguments/kinds';
import type { Anomaly } from '../../damage/anomaly';
import type { EventTime } from '../event-log/logged-event';
import type { DeliveryStatus } from './delivery-status';

/** The message that was not delivered, as far as the report describes it. */
export interface OriginalMessage {
  /** Its message class, if the report is an item: the part between `REPORT.` and `.NDR`. */
  readonly messageClass?: string | undefined;
  readonly subject: string | undefined;
  /** Its Message-ID, with angle brackets. */
  readonly messageId: string | undefined;
  readonly time: EventTime | undefined;
}

/** A non-delivery report, read from a text, a mail or an item. */
export interface DeliveryReport {
  readonly kind: 'ndr';
  /** When the report was written. */
  readonly time: EventTime | undefined;
  readonly statuses: readonly DeliveryStatus[];
  readonly original: OriginalMessage;
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/** What a report says, without what was damaged. */
export type DeliveryReportContent = Omit<DeliveryReport, 'kind' | 'anomalies' | 'suppressedAnomalies'>;

const aReport: Kind = [
  'a non-delivery report from decodeEvidence',
  (value) => Array.isArray((value as Partial<DeliveryReport> | null | undefined)?.statuses),
];

/**
 * Whether a report says that the message expired in the queue. That can have any cause. A warning that a message is
 * delayed has the same status code, but is not a failure.
 */
export function isQueueExpiry(report: DeliveryReport): boolean {
  checkArgument('isQueueExpiry', 'The report', report, aReport);
  return report.statuses.some(isExpired);
}

/** Whether a status says that the message expired in the queue on its way to a recipient, and is not tried any more. */
export function isExpired({ meaning, action = 'failed' }: DeliveryStatus): boolean {
  return meaning === 'queue-expired' && action === 'failed';
}

/** Whether a report says no more than that the message is delayed: it is still tried. */
export function isDelayWarning(report: DeliveryReport): boolean {
  return report.statuses.length > 0 && report.statuses.every(({ action }) => action === 'delayed');
}
