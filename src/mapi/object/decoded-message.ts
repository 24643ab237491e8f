import type { Anomaly, AnomalyLog } from '../../damage/anomaly';
import type { MessageObject } from './message-object';

/** A message and the damage in its log. What nobody has asked for may be left: whoever asks for the damage asks for all. */
export class DecodedMessage {
  readonly message: MessageObject;
  /** What is to be known of how the message was found: of a mail, which part was read. */
  readonly note: string | undefined;
  readonly #log: AnomalyLog;
  #finish: (() => void) | undefined;

  /** `finish` reads and checks what is left; nothing of the file is needed after it. */
  constructor(message: MessageObject, log: AnomalyLog, finish: () => void, note?: string) {
    this.message = message;
    this.note = note;
    this.#log = log;
    this.#finish = finish;
  }

  /** Damage anywhere in the file; the paths begin at the outermost message. */
  get anomalies(): readonly Anomaly[] {
    this.readAll();
    return this.#log.anomalies;
  }

  /** The damage that was met so far; what is not read yet is left. */
  get anomaliesSoFar(): readonly Anomaly[] {
    return this.#log.anomalies;
  }

  /** How many more there were than the limit allows to keep. */
  get suppressedAnomalies(): number {
    this.readAll();
    return this.#log.suppressed;
  }

  /** How many of those were of severity error. */
  get suppressedErrors(): number {
    this.readAll();
    return this.#log.suppressedErrors;
  }

  readAll(): void {
    this.#finish?.();
    this.#finish = undefined;
  }
}
