import { messageProperties } from '../mapi/definitions/message-properties';
import type { ReportedMessage } from './checked-file';
import { visible } from './layout';

/** The message class as a heading has it, or `(no message class)`; of an export that does not tell, that. */
export function classText(message: ReportedMessage): string {
  return visible(message.messageClass ?? none(message, 'messageClass', 'message class'));
}

/** The subject in quotes, or `(no subject)`; of an export that does not tell, that. */
export function subjectText(message: ReportedMessage): string {
  return message.subject === undefined
    ? none(message, 'subject', 'subject')
    : JSON.stringify(visible(message.subject));
}

function none({ properties }: ReportedMessage, name: 'messageClass' | 'subject', what: string): string {
  return properties.state(messageProperties[name]) === 'not-captured'
    ? `(${what} not captured)`
    : `(no ${what})`;
}
