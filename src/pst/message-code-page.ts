import type { ReportDamage } from '../damage/anomaly';
import { chooseCodePage, codePageHintsOf } from '../mapi/object/message-code-page';
import { readProperties } from './folder';
import type { NodeEntry } from './ndb/node-database';
import type { StoreReading } from './ndb/store-reading';
import { NodeType, nodeType } from './ndb/node-id';

/** How many messages are asked. */
const ASKED = 8;
const UNKNOWN = 0;

/**
 * The code page of the 8-bit strings of a store's folders, which do not say: that of the first message which does. Only
 * ANSI stores have such strings.
 */
export function messageCodePage(reading: StoreReading): number | undefined {
  if (reading.database.header.format.name !== 'ansi') return undefined;
  const silent: ReportDamage = () => undefined; // whoever reads the message will hear of it
  const messages: NodeEntry[] = [];
  reading.database.forEachNode((node) => {
    if (nodeType(node.id) === NodeType.message) messages.push(node);
    return messages.length < ASKED;
  }, silent);
  const found: number[] = [];
  reading.database.source.gather(messages.length, (index) => {
    found[index] = codePageOf(reading, messages[index] as NodeEntry, silent);
  });
  return found.find((codePage) => codePage !== UNKNOWN);
}

function codePageOf(reading: StoreReading, node: NodeEntry, report: ReportDamage): number {
  const properties = readProperties(reading, node, undefined, report);
  return chooseCodePage(codePageHintsOf(properties), UNKNOWN, () => false);
}
