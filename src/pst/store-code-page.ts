import type { ReportDamage } from '../damage/anomaly';
import { integer, ofId as tagged } from '../mapi/definitions/property';
import { messageProperties } from '../mapi/definitions/message-properties';
import { codePageHintsOf, decideCodePage } from '../mapi/object/message-code-page';
import type { PropertyStore } from '../mapi/rows/property-store';
import { windowsCodePageOfLocale } from '../mapi/values/locale-code-page';
import { windowsCodePageOf } from '../mapi/values/windows-code-page';
import { findNode } from './find-node';
import { readProperties } from './folder';
import type { NodeEntry } from './ndb/node-database';
import type { StoreReading } from './ndb/store-reading';
import { NodeId, NodeType, nodeType } from './ndb/node-id';

/** PidTagCodePageId, [MS-OXPROPS]: the client's code page for strings that are not Unicode. */
const codePageId = tagged(0x66c3, integer);
/** PidTagLocaleId and PidTagSortLocaleId, [MS-OXPROPS]. */
const localeIds = [tagged(0x66a1, integer), tagged(0x6705, integer)];

/** How many messages have a vote, and among how many they are chosen, evenly. */
const VOTERS = 128;
const ELECTORATE = 2048;

/** PidTagMessageFlags, [MS-OXCMSG] 2.2.1.6; mfFromMe and mfUnsent. */
const messageFlags = tagged(0x0e07, integer);
const OWN = 0x28;

const ownItem = /^IPM\.(Appointment|Contact|DistList|Task|StickyNote|Activity)(\.|$)/i;

/**
 * How much the word of a message counts. What is no mail – a meeting, a contact, a task – was mostly made by the owner of
 * the mailbox; what was sent answers others, at times in their charset; what was received is in the charset of its
 * sender. A language that is stated counts more than a charset.
 */
const weight = { ownItem: 16, sent: 8, received: 1, language: 8, charset: 1 } as const;

/** What damage of messages is there, whoever reads them will hear. */
const silent: ReportDamage = () => undefined;

/** The code page that the store itself states for its 8-bit strings; undefined: it states none. */
export function statedCodePage(reading: StoreReading): number | undefined {
  if (reading.database.header.format.name !== 'ansi') return undefined;
  const entry = findNode(reading, NodeId.messageStore, silent);
  if (entry === undefined) return undefined;
  const store = readProperties(reading, entry, undefined, silent);
  const own = windowsCodePageOf(store.peek(codePageId) ?? 0);
  const ofLocales = localeIds.map((id) => windowsCodePageOfLocale(store.peek(id) ?? 0));
  return own ?? decideCodePage(codePageHintsOf(store), () => false)?.codePage ?? ofLocales.find(Boolean);
}

/**
 * The code page of the 8-bit strings of a store and its folders, which rarely say: that of most of its messages, which do.
 * Undefined if none of them does. Only ANSI stores have such strings.
 */
export function votedCodePage(reading: StoreReading): number | undefined {
  if (reading.database.header.format.name !== 'ansi') return undefined;
  const electorate: NodeEntry[] = [];
  reading.database.forEachNode((node) => {
    if (nodeType(node.id) === NodeType.message) electorate.push(node);
    return electorate.length < ELECTORATE;
  }, silent);
  const step = Math.max(1, electorate.length / VOTERS);
  const voters = Array.from(
    { length: Math.min(VOTERS, electorate.length) },
    (_, index) => electorate[Math.floor(index * step)] as NodeEntry,
  );
  const ballots: (Ballot | undefined)[] = [];
  reading.database.source.gather(voters.length, (index) => {
    const properties = readProperties(reading, voters[index] as NodeEntry, undefined, silent);
    ballots[index] = ballotOf(properties);
  });
  return winnerOf(ballots);
}

/** What a message says of the code page, and how much that counts. */
interface Ballot {
  readonly codePage: number;
  readonly weight: number;
}

/** UTF-8 has no language, so a message in it has no vote. */
function ballotOf(properties: PropertyStore): Ballot | undefined {
  const { codePage, by } = decideCodePage(codePageHintsOf(properties), () => false) ?? {};
  const family = windowsCodePageOf(codePage ?? 0);
  if (family === undefined) return undefined;
  const statement = by === 'internetCodePage' ? weight.charset : weight.language;
  return { codePage: family, weight: statement * originWeight(properties) };
}

function originWeight(properties: PropertyStore): number {
  if (ownItem.test(properties.peek(messageProperties.messageClass) ?? '')) return weight.ownItem;
  return ((properties.peek(messageFlags) ?? 0) & OWN) === 0 ? weight.received : weight.sent;
}

/** The code page with the most votes; of several, that which was met first. */
function winnerOf(ballots: readonly (Ballot | undefined)[]): number | undefined {
  const votes = new Map<number, number>();
  for (const ballot of ballots) {
    if (ballot !== undefined) votes.set(ballot.codePage, (votes.get(ballot.codePage) ?? 0) + ballot.weight);
  }
  const most = Math.max(...votes.values());
  return [...votes].find(([, count]) => count === most)?.[0];
}
