import type { Anomaly, AnomalyLog } from '../anomaly';
import type { MessageObject, ReadObject } from './message-object';

/** A message that was read to its end, and the damage that its log has. */
export class LoggedMessage implements ReadObject {
  readonly message: MessageObject;
  readonly #log: AnomalyLog;

  constructor(message: MessageObject, log: AnomalyLog) {
    this.message = message;
    this.#log = log;
  }

  get anomalies(): readonly Anomaly[] {
    return this.#log.anomalies;
  }

  get suppressedAnomalies(): number {
    return this.#log.suppressed;
  }

  get suppressedErrors(): number {
    return this.#log.suppressedErrors;
  }
}
