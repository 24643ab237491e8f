import { checkArgument } from '../arguments/check';
import { aText } from '../arguments/kinds';
import type { TrackStatus } from '../mapi/definitions/recipient-enums';
import type { Undocumented } from '../mapi/definitions/enumeration';

/** A tracking status in Exchange Web Services: ResponseTypeType. */
export type EwsResponse = 'Unknown' | 'Organizer' | 'Tentative' | 'Accept' | 'Decline' | 'NoResponseReceived';
/** A tracking status in Microsoft Graph: responseType. */
export type GraphResponse =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
/** A tracking status in Outlook's object model: OlResponseStatus. */
export type OutlookResponse =
  | 'olResponseNone'
  | 'olResponseOrganized'
  | 'olResponseTentative'
  | 'olResponseAccepted'
  | 'olResponseDeclined'
  | 'olResponseNotResponded';
/** The values of PARTSTAT (RFC 5545 3.2.12) that a tracking status can have. */
export type Participation = 'TENTATIVE' | 'ACCEPTED' | 'DECLINED';

/** The word of each world for each status, in the order of the numbers 0 to 5. */
const spellings = {
  none: ['Unknown', 'none', 'olResponseNone', undefined],
  organized: ['Organizer', 'organizer', 'olResponseOrganized', undefined],
  tentative: ['Tentative', 'tentativelyAccepted', 'olResponseTentative', 'TENTATIVE'],
  accepted: ['Accept', 'accepted', 'olResponseAccepted', 'ACCEPTED'],
  declined: ['Decline', 'declined', 'olResponseDeclined', 'DECLINED'],
  notResponded: ['NoResponseReceived', 'notResponded', 'olResponseNotResponded', undefined],
} as const satisfies Record<
  TrackStatus,
  readonly [EwsResponse, GraphResponse, OutlookResponse, Participation | undefined]
>;

const EWS = 0;
const GRAPH = 1;
const OUTLOOK = 2;
const PARTICIPATION = 3;
type World = typeof EWS | typeof GRAPH | typeof OUTLOOK | typeof PARTICIPATION;

/** The value of a recipient's `trackStatus`. Absent and undocumented values do not have a counterpart. */
export type StoredTrackStatus = TrackStatus | Undocumented | undefined;

function spelledAs<W extends World>(
  of: string,
  status: StoredTrackStatus,
  world: W,
): (typeof spellings)[TrackStatus][W] | undefined {
  if (status !== undefined) checkArgument(of, 'The status', status, aText);
  return status !== undefined && Object.hasOwn(spellings, status)
    ? spellings[status as TrackStatus][world]
    : undefined;
}

function statusOf(of: string, word: string | undefined, world: World): TrackStatus | undefined {
  if (word === undefined) return undefined;
  checkArgument(of, 'The word', word, aText);
  const spelled = world === PARTICIPATION ? word.toUpperCase() : word;
  const [status] = Object.entries(spellings).find(([, row]) => row[world] === spelled) ?? [];
  return status as TrackStatus | undefined;
}

/** The ResponseType of Exchange Web Services; undefined for a status that is absent or undocumented. */
export function toEwsResponse(status: StoredTrackStatus): EwsResponse | undefined {
  return spelledAs('toEwsResponse', status, EWS);
}

/** The status that a ResponseType of Exchange Web Services stands for; undefined for any other word. */
export function fromEwsResponse(word: string | undefined): TrackStatus | undefined {
  return statusOf('fromEwsResponse', word, EWS);
}

/** The responseType of Microsoft Graph; undefined for a status that is absent or undocumented. */
export function toGraphResponse(status: StoredTrackStatus): GraphResponse | undefined {
  return spelledAs('toGraphResponse', status, GRAPH);
}

/** The status that a responseType of Microsoft Graph stands for; undefined for any other word. */
export function fromGraphResponse(word: string | undefined): TrackStatus | undefined {
  return statusOf('fromGraphResponse', word, GRAPH);
}

/**
 * Outlook's OlResponseStatus; undefined for a status that is absent or undocumented. Its numbers are MAPI's: see
 * `codeOf`.
 */
export function toOutlookResponse(status: StoredTrackStatus): OutlookResponse | undefined {
  return spelledAs('toOutlookResponse', status, OUTLOOK);
}

/** The status that an OlResponseStatus of Outlook stands for, by its name or number; undefined for any other value. */
export function fromOutlookResponse(response: string | number | undefined): TrackStatus | undefined {
  return typeof response === 'number'
    ? (Object.keys(spellings) as TrackStatus[])[response] // their order is that of the numbers
    : statusOf('fromOutlookResponse', response, OUTLOOK);
}

/**
 * The PARTSTAT of an ATTENDEE, [MS-OXCICAL] 2.1.3.1.1.20.2.3: undefined for `none`, `organized` and `notResponded`,
 * which are not exported. A program that reads the calendar then assumes NEEDS-ACTION.
 */
export function toParticipation(status: StoredTrackStatus): Participation | undefined {
  return spelledAs('toParticipation', status, PARTICIPATION);
}

/**
 * The status that a PARTSTAT stands for, in upper or lower case; undefined for values that are not imported, such as
 * NEEDS-ACTION.
 */
export function fromParticipation(participation: string | undefined): TrackStatus | undefined {
  return statusOf('fromParticipation', participation, PARTICIPATION);
}
