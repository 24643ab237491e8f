import { messageProperties } from '../mapi/definitions/message-properties';
import type { ReportedMessage } from './checked-file';
import { namesNotCaptured } from './recipient-report';

/** The names of what an export does not tell of a message: values, tables, the messages in its attachments. */
export function messageNotCaptured({ properties, notCaptured }: ReportedMessage): readonly string[] {
  const { messageClass, subject } = messageProperties;
  return [...namesNotCaptured({ messageClass, subject }, properties), ...notCaptured];
}
