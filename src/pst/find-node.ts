import type { ReportDamage } from '../damage/anomaly';
import type { NodeEntry } from './ndb/node-database';
import type { StoreReading } from './ndb/store-reading';
import { hex } from './ndb/store-bytes';

/** Finds a node that should be there; one that is not is reported. */
export function findNode(reading: StoreReading, nodeId: number, report: ReportDamage): NodeEntry | undefined {
  const entry = reading.database.node(nodeId, report);
  if (entry === undefined) report('pst-node-missing', `Node ${hex(nodeId)} is not in the node B-tree`);
  return entry;
}
