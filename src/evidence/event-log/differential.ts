import { checkArgument } from '../../arguments/check';
import { aFlag, anObject, aText, either } from '../../arguments/kinds';
import { aListOfEvents } from './given-events';
import type { LoggedEvent } from './logged-event';

// What event 327 of MSExchangeTransport means by the call that failed and its code: its text is a template.

/** The URL of an article in the Microsoft Knowledge Base. */
export type Article = `https://support.microsoft.com/kb/${number}`;

/** A documented cause of a failed call to the store. */
export interface DocumentedCause {
  /** The stable code of the cause. */
  readonly cause: CauseCode;
  readonly article: Article;
  /** The cause in a few words. */
  readonly meaning: string;
}

/** The stable codes of the causes that the knowledge base documents. */
export type CauseCode =
  | 'track-status-time-zero'
  | 'references-header-too-long'
  | 'report-nested-too-deep'
  | 'record-deleted'
  | 'table-invalid'
  | 'store-path-not-found';

/** A documented combination of failed call and error code. */
export interface DocumentedFailure extends DocumentedCause {
  /** The failed call, as the event prints it. */
  readonly call: string;
  /** The error code of the call, as a signed 32-bit number. */
  readonly code: number;
}

const kb = (number: number): Article => `https://support.microsoft.com/kb/${number}`;

/** The documented combinations of failed call and error code. */
export const failureTable: readonly DocumentedFailure[] = [
  {
    call: 'EcGetMime',
    code: -2147467259,
    cause: 'track-status-time-zero',
    article: kb(938650),
    meaning: "the time of an attendee's answer is 0 and cannot be converted to MIME",
  },
  {
    call: 'EcLocallyDeliverMsg',
    code: -2147024882,
    cause: 'references-header-too-long',
    article: kb(951558),
    meaning: 'a References header of more than 8 KB, out of memory in the local delivery queue',
  },
  {
    call: 'EcLocallyDeliverMsg',
    code: -2147220731,
    cause: 'report-nested-too-deep',
    article: kb(317124),
    meaning: 'a non-delivery report with deeply nested MIME parts (Exchange 2000 before SP3)',
  },
  {
    call: 'EcSaveChangesMessage',
    code: -1017,
    cause: 'record-deleted',
    article: kb(328671),
    meaning: 'a record of the database was deleted (with event 1706 and status 5.0.0)',
  },
  {
    call: 'EcDeleteMessages',
    code: -1310,
    cause: 'table-invalid',
    article: kb(328671),
    meaning: 'an invalid table of the database (with event 1706 and status 5.0.0)',
  },
];

/** The possible cause of any failed call if MSExchangeIS logged event 12003 in the same log. */
export const pathNotFound: DocumentedCause = {
  cause: 'store-path-not-found',
  article: kb(298415),
  meaning: "the store's TEMP path was not found for attachments in TNEF",
};

/**
 * What one event shows. `this-defect`: the signature of KB 938650; its error code is generic, so the item decides;
 * `other-cause`: another documented cause; `other-failure`: a failed call that is neither this defect nor documented;
 * `unknown`: another kind of event, or too little of it is there.
 */
export type EventVerdict =
  | { readonly kind: 'this-defect'; readonly known: DocumentedCause; readonly alsoPossible?: DocumentedCause }
  | { readonly kind: 'other-cause'; readonly known: DocumentedCause }
  | { readonly kind: 'other-failure' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** Why an event does not show anything: it is another event, has another source or category, or is incomplete. */
export type UnknownReason = 'other-event' | 'other-source' | 'other-category' | 'incomplete';

const EVENT_ID = 327;
const SOURCE = 'msexchangetransport';
const CATEGORY = 'exchange store driver';
const aCategory = /* @__PURE__ */ either(aText, ['a number', (value) => typeof value === 'number']);
/** English names of the source's other categories, of this version and later ones: their events 327 are others. */
const otherCategories = new Set([
  'routing engine/service',
  'categorizer',
  'connection manager',
  'queuing engine',
  'smtp protocol',
  'ntfs store driver',
  'authentication',
  'ndr',
  'smtpreceive',
  'smtpsend',
  'dsn',
  'routing',
  'logging',
  'components',
  'remotedelivery',
  'pickup',
  'transportservice',
]);

/**
 * Classifies an event. `hasPathFailure`: whether the same log has event 12003 of MSExchangeIS (`hasStorePathFailure`).
 */
export function classifyEvent(event: LoggedEvent, hasPathFailure = false): EventVerdict {
  checkArgument('classifyEvent', 'The event', event, anObject);
  checkArgument('classifyEvent', 'The second argument', hasPathFailure, aFlag);
  const reason = foreignness(event);
  if (reason !== undefined) return { kind: 'unknown', reason };
  const { call, code } = event;
  if (call === undefined || call === '' || code === undefined)
    return { kind: 'unknown', reason: 'incomplete' };
  const known = failureTable.find(
    (row) => row.code === code && row.call.toLowerCase() === call.toLowerCase(),
  );
  if (known?.cause === 'track-status-time-zero')
    return {
      kind: 'this-defect',
      known: documented(known),
      ...(hasPathFailure ? { alsoPossible: pathNotFound } : {}),
    };
  if (known !== undefined) return { kind: 'other-cause', known: documented(known) };
  return hasPathFailure ? { kind: 'other-cause', known: pathNotFound } : { kind: 'other-failure' };
}

function documented({ cause, article, meaning }: DocumentedFailure): DocumentedCause {
  return { cause, article, meaning };
}

/** Why an event is none of those the table is about. What the input does not say, or says in another language, passes. */
function foreignness({ id, source, category }: LoggedEvent): UnknownReason | undefined {
  if (id !== undefined && id !== EVENT_ID) return 'other-event';
  if (source !== undefined && source !== '' && source.toLowerCase() !== SOURCE) return 'other-source';
  return hasCategory(category) === 'no' ? 'other-category' : undefined;
}

/**
 * Whether an event has the category of the store driver: `yes`, `no`, or `unchecked` if the input does not have a
 * category, or has a number (which no available source documents) or a name in another language.
 */
export function hasCategory(category: string | number | undefined): 'yes' | 'no' | 'unchecked' {
  if (category !== undefined) checkArgument('hasCategory', 'The category', category, aCategory);
  const name = typeof category === 'string' ? category.trim().toLowerCase() : '';
  if (name === CATEGORY) return 'yes';
  return otherCategories.has(name) ? 'no' : 'unchecked';
}

/** Whether a log has event 12003 of MSExchangeIS, which is another possible cause of every failed call. */
export function hasStorePathFailure(events: readonly LoggedEvent[]): boolean {
  checkArgument('hasStorePathFailure', 'The events', events, aListOfEvents);
  return events.some(({ id, source }) => id === 12003 && /^msexchangeis\b/i.test(source ?? ''));
}
