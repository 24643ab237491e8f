import { messageProperties } from '../mapi/definitions/message-properties';
import type { Origin } from '../mapi/values/raw-property';
import { addressesOf, normaliseAddress } from '../message/address';
import { lastSendingOf } from '../message/last-sending';
import type { SendingSignal } from '../message/last-sending';
import { tablesOf } from '../message/meeting-tables';
import { joinPath } from '../damage/path';
import type { EvidenceStatement, Verdict } from '../rules/rule';
import type { Reason, RuleResult } from '../rules/rule-result';
import type { CheckedFile } from './checked-file';

/** A link of the chain by which the defect keeps a message from somebody. */
export interface ChainLink {
  /** The reply that plants the zero, the zero, the sending that meets it, the failure. */
  readonly link: 'reply' | 'zero' | 'sending' | 'failure';
  /**
   * Whether it is seen; `unsure`: what is at hand may be of something else; `missing`: nothing at hand shows it;
   * `against`: what is at hand speaks against it.
   */
  readonly state: 'seen' | 'unsure' | 'missing' | 'against';
  /** What shows it, or what would. */
  readonly message: string;
  /** Where in the item it stands; undefined: elsewhere. */
  readonly path?: string | undefined;
  readonly origin?: Origin | undefined;
  /** Which piece of evidence shows it, by its place among those that were weighed. */
  readonly source?: number | undefined;
}

/** The chain for one person and one item. */
export interface AttendeeChain {
  readonly verdict: Verdict | undefined;
  readonly links: readonly ChainLink[];
}

type Statement = EvidenceStatement & Reason;

/** The chain for a person, by address; undefined: the item is no meeting that is judged, or they are in none of its tables. */
export function chainOf(
  { message, diagnosis }: Pick<CheckedFile, 'message' | 'diagnosis'>,
  address: string,
): AttendeeChain | undefined {
  const wanted = normaliseAddress(address);
  const paths = tablesOf(message).flatMap((table) =>
    table.message.recipients.flatMap((row, index) =>
      addressesOf(row).includes(wanted) ? [joinPath(table.path, `recipients[${index}]`)] : [],
    ),
  );
  const result = diagnosis.results.find(({ path, verdict }) => path === '' && verdict !== undefined);
  if (paths.length === 0 || result === undefined || result.verdict === 'not-applicable') return undefined;
  const links = [
    ...replyLinks(result.evidence, wanted),
    ...paths.flatMap((path) => zeroLinks(result, path)),
    sendingLink(message),
    ...failureLinks(result, wanted),
  ];
  return { verdict: result.verdict, links };
}

function replyLinks(evidence: readonly Statement[], wanted: string): ChainLink[] {
  const seen = evidence.filter(({ verdict, values }) => verdict === 'replied' && isOf(values, wanted));
  if (seen.length > 0)
    return seen.map(({ message, source }) => ({ link: 'reply', state: 'seen', message, source }));
  const missing =
    'no reply from this attendee was supplied; it would show which program answered, and whether it left out the time of the answer';
  return [{ link: 'reply', state: 'missing', message: missing }];
}

function isOf(values: Statement['values'], wanted: string): boolean {
  const { address } = values ?? {};
  return typeof address === 'string' && normaliseAddress(address) === wanted;
}

/** The code of the finding that a row's time is 0. */
const ZERO = 'track-status-time-zero';

/** What is said of a row: a finding is the zero or what resembles it; a reason speaks against it. */
function zeroLinks({ findings, reasons }: RuleResult, row: string): ChainLink[] {
  const isOfRow = ({ path }: { path: string }): boolean => path === row || path.startsWith(`${row}.`);
  const found = findings.filter(isOfRow);
  if (found.length > 0)
    return found.map(({ message, path, origin }) => ({ link: 'zero', state: 'seen', message, path, origin }));
  const own = reasons.filter(isOfRow).map(({ code, message, path }): ChainLink => {
    return { link: 'zero', state: code === ZERO ? 'seen' : 'against', message, path };
  });
  const table = row.replace(/recipients\[\d+\]$/, '');
  const others = findings.filter(({ code, path }) => code === ZERO && path.startsWith(`${table}recipients[`));
  const blocking = others.map(({ message, path, origin }): ChainLink => {
    return {
      link: 'zero',
      state: 'seen',
      message: `one 0 keeps the whole message back – ${message}`,
      path,
      origin,
    };
  });
  return [...own, ...blocking];
}

const sendings: Readonly<Record<SendingSignal, string>> = {
  clientSubmitTime: 'this item was submitted (PR_CLIENT_SUBMIT_TIME)',
  ownerCriticalChange: 'the organizer last sent an update (PidLidOwnerCriticalChange)',
  lastModificationTime:
    'this item was last changed (PR_LAST_MODIFICATION_TIME), by sending it, by an answer or by a reminder',
};

function sendingLink(message: CheckedFile['message']): ChainLink {
  const sending = lastSendingOf(message);
  const missing =
    'the file does not say when it was last sent; requests and cancellations of the same meeting in Sent Items do';
  if (sending === undefined) return { link: 'sending', state: 'missing', message: missing };
  const { time, by } = sending;
  const origin = message.properties.raw(messageProperties[by])?.origin;
  const when = time.toString().slice(0, 19).replace('T', ' ');
  const state = by === 'lastModificationTime' ? 'unsure' : 'seen';
  const doubt = state === 'unsure' ? `${missing}. All that it says: on ` : 'on ';
  return { link: 'sending', state, message: `${doubt}${when} UTC ${sendings[by]}`, path: by, origin };
}

/** Whether a report names somebody, by address; evidence that names nobody is about all. */
function namesThem(values: Statement['values'], wanted: string): boolean {
  const { recipients } = values ?? {};
  return !isTexts(recipients) || recipients.length === 0 || recipients.includes(wanted);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** What shows that the message was kept back, or that it was not. */
function failureLinks({ evidence, explanation }: RuleResult, wanted: string): ChainLink[] {
  const isTheirs = ({ values }: Statement): boolean =>
    values?.['address'] === undefined || isOf(values, wanted);
  const seen = evidence.filter((each) => each.verdict === 'this-defect' && isTheirs(each));
  const against = evidence.filter((each) => each.verdict === 'refutes' && isTheirs(each));
  const links = [
    ...seen.map(({ message, source, values, correlatedBy = '' }) => {
      const isUnsure =
        correlatedBy.startsWith('time') || correlatedBy === 'subject' || !namesThem(values, wanted);
      return { link: 'failure', state: isUnsure ? 'unsure' : 'seen', message, source } as const;
    }),
    ...against.map(
      ({ message, source }) => ({ link: 'failure', state: 'against', message, source }) as const,
    ),
  ];
  if (links.length > 0) return links;
  const settle = explanation?.settle === undefined ? '' : `. ${explanation.settle}`;
  return [{ link: 'failure', state: 'missing', message: `nothing supplied shows a failure${settle}` }];
}
