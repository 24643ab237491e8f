/** Which values are loaded, and how one that was left in the file is fetched, by its place there. */
export interface ValueOptions<Place extends readonly unknown[]> {
  /** Larger values stay in the file. */
  readonly loadValuesUpTo: number;
  /** Fetches a value, or as much of it as there is; rejects with a `FormatError` if it is damaged. */
  readonly fetch: (...place: Place) => Promise<Uint8Array>;
}
