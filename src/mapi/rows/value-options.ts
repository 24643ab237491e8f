/** Which values are loaded, and how one that was left in the file is fetched, by its place there. */
export interface ValueOptions<Place extends readonly unknown[]> {
  /** Larger values stay in the file, but for those that the reader itself needs. */
  readonly loadValuesUpTo: number;
  /** Whether it is only a glance, for which no larger value is needed at all. Default false. */
  readonly isPeek?: boolean | undefined;
  /** Fetches a value, or as much of it as there is; rejects with a `FormatError` if it is damaged. */
  readonly fetch: (...place: Place) => Promise<Uint8Array>;
  /** The same at once, where the file is in memory and stays there. */
  readonly fetchNow?: ((...place: Place) => Uint8Array) | undefined;
}
