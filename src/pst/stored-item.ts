import type { Anomaly, AnomalyLog } from '../anomaly';
import type { ReadObject } from '../mapi/message-object';
import type { StoredMessage } from '../mapi/stored-message';
import type { MessageTree } from './message-tree';

/** A message that was read from a store. Its values are checked when somebody asks for the damage. */
export class StoredItem implements ReadObject {
  readonly message: StoredMessage;
  readonly #log: AnomalyLog;
  #unchecked: MessageTree | undefined;

  constructor(tree: MessageTree, log: AnomalyLog) {
    this.message = tree.outermost;
    this.#log = log;
    this.#unchecked = tree;
  }

  get anomalies(): readonly Anomaly[] {
    this.check();
    return this.#log.anomalies;
  }

  get suppressedAnomalies(): number {
    this.check();
    return this.#log.suppressed;
  }

  get suppressedErrors(): number {
    this.check();
    return this.#log.suppressedErrors;
  }

  /** Checks all values, if that has not been done. */
  check(): void {
    const tree = this.#unchecked;
    this.#unchecked = undefined;
    tree?.check();
  }
}
