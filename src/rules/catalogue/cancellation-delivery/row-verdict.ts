import type { FileTime } from '../../../mapi/values/file-time';
import { recipientProperties } from '../../../mapi/definitions/recipient-properties';
import { isAnswer, isUnusableTime } from '../../../message/answer';
import type { MeetingCopy } from '../../../message/meeting-copy';
import { hasAddress } from '../../../message/meeting';
import type { Recipient } from '../../../message/recipient';

/** What a row of the recipient table says about the delivery of updates and cancellations. */
export type RowVerdict =
  | 'defect'
  | 'suspect'
  /** The attendee is known to have answered, but the row does not. */
  | 'status-lost'
  | 'undetermined'
  | 'unanswered'
  | 'healthy'
  /** Is not sent to, or does not hold what the organizer knows. */
  | 'not-judged';

/** A row's verdict and the code of its reason. */
export interface RowJudgement {
  readonly verdict: RowVerdict;
  readonly code: RowCode;
}

/** Why a row has its verdict. */
export type RowCode =
  | 'attendee-copy-row'
  | 'organizer-row'
  | 'sender-row'
  | 'deleted-from-exception'
  | 'zero-in-unjudged-row'
  | 'row-lost'
  | 'track-status-time-zero'
  | 'saved-time-zero'
  | 'track-status-time-unusable'
  | 'track-status-time-unreadable'
  | 'track-status-unreadable'
  | 'track-status-time-not-captured'
  | 'track-status-not-captured'
  | 'unanswered'
  | 'status-lost'
  | 'answered'
  | 'no-date'
  | 'cleared-by-update'
  | 'time-without-status'
  | 'response-without-time'
  | 'track-status-undocumented';

/** What a row is judged by beside its own cells. */
export interface RowContext {
  readonly copy: MeetingCopy;
  /** The addresses of whoever sends the message. */
  readonly senders: ReadonlySet<string>;
  /** Whether it is known from elsewhere that the attendee answered. */
  readonly hasAnswered: boolean;
  /** The time of the row as Outlook saved it elsewhere. */
  readonly savedTime: FileTime | undefined;
}

/** Judges one row. Every combination of cells has a verdict; the status time decides, the status explains. */
export function judgeRow(row: Recipient, context: RowContext): RowJudgement {
  return attendeeDoubt(row, context) ?? judgeTime(row, context);
}

/** The rows that are not judged at all, and those of which nothing is left. */
function attendeeDoubt(row: Recipient, { copy, senders }: RowContext): RowJudgement | undefined {
  if (copy.owner === 'attendee') return { verdict: 'not-judged', code: 'attendee-copy-row' };
  if (row.flags?.includes('organizer')) return { verdict: 'not-judged', code: 'organizer-row' };
  if (hasAddress(row, senders)) return { verdict: 'not-judged', code: 'sender-row' };
  if (row.flags?.includes('exceptionalDeleted'))
    return { verdict: 'not-judged', code: 'deleted-from-exception' };
  if (row.properties.size === 0) return { verdict: 'undetermined', code: 'row-lost' };
  return undefined;
}

function judgeTime(row: Recipient, context: RowContext): RowJudgement {
  const state = row.properties.state(recipientProperties.trackStatusTime);
  if (state === 'absent') return judgeWithoutTime(row, context);
  const time = state === 'present' ? row.trackStatusTime : undefined;
  if (time === undefined) {
    if (context.savedTime?.kind === 'zero') return { verdict: 'defect', code: 'saved-time-zero' };
    const code = state === 'not-captured' ? 'track-status-time-not-captured' : 'track-status-time-unreadable';
    return { verdict: 'undetermined', code };
  }
  if (time.kind === 'zero') return { verdict: 'defect', code: 'track-status-time-zero' };
  if (isUnusableTime(time)) return { verdict: 'suspect', code: 'track-status-time-unusable' };
  return { verdict: 'healthy', code: time.kind === 'none' ? 'no-date' : codeOfAnswer(row) };
}

function codeOfAnswer(row: Recipient): RowCode {
  const state = row.properties.state(recipientProperties.trackStatus);
  if (state === 'absent') return 'time-without-status';
  if (state === 'not-captured') return 'answered';
  if (row.trackStatus === 'none') return 'cleared-by-update';
  return isAnswer(row.trackStatus) ? 'answered' : 'track-status-undocumented';
}

function judgeWithoutTime(row: Recipient, { hasAnswered }: RowContext): RowJudgement {
  const state = row.properties.state(recipientProperties.trackStatus);
  if (state === 'absent' || row.trackStatus === 'none') {
    const verdict = hasAnswered ? 'status-lost' : 'unanswered';
    return { verdict, code: verdict };
  }
  if (state === 'not-captured') return { verdict: 'undetermined', code: 'track-status-not-captured' };
  if (row.trackStatus === undefined) return { verdict: 'undetermined', code: 'track-status-unreadable' };
  return {
    verdict: 'healthy',
    code: isAnswer(row.trackStatus) ? 'response-without-time' : 'track-status-undocumented',
  };
}
