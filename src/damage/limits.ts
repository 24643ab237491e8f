/** The guards against files made to exhaust a reader. */
export interface Limits {
  /** Messages within messages. Default 32. */
  readonly embeddedDepth: number;
  /** Storages within storages. Default 256. */
  readonly storageDepth: number;
  /** Rows of one recipient table. Default 1,000,000. */
  readonly recipients: number;
  /** Anomalies kept; further ones are only counted. Default 1,000. */
  readonly anomalies: number;
}

export const defaultLimits: Limits = {
  embeddedDepth: 32,
  storageDepth: 256,
  recipients: 1_000_000,
  anomalies: 1_000,
};
