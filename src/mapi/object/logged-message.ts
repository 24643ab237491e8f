import type { Anomaly, AnomalyLog } from '../../damage/anomaly';
import type { ReadObject } from './message-object';
import type { StoredMessage } from './stored-message';

/** A message and the damage in its log. What nobody has asked for may be left: whoever asks for the damage asks for all. */
export class LoggedMessage implements ReadObject {
  readonly message: StoredMessage;
  readonly #log: AnomalyLog;
  #finish: (() => void) | undefined;

  /** `finish` reads and checks what is left; nothing of the file is needed after it. */
  constructor(message: StoredMessage, log: AnomalyLog, finish?: () => void) {
    this.message = message;
    this.#log = log;
    this.#finish = finish;
  }

  get anomalies(): readonly Anomaly[] {
    this.readAll();
    return this.#log.anomalies;
  }

  get suppressedAnomalies(): number {
    this.readAll();
    return this.#log.suppressed;
  }

  get suppressedErrors(): number {
    this.readAll();
    return this.#log.suppressedErrors;
  }

  readAll(): void {
    this.#finish?.();
    this.#finish = undefined;
  }
}
