/** A reader of `@kenjiuno/msgreader`: `new MsgReader(buffer)`. */
export interface MsgReaderLike {
  /** What it is told; taken into account when it reads. */
  parserConfig?: MsgReaderConfig;
  /** Reads the file on the first call, and gives the same afterwards. */
  getFileData(): MsgReaderFields;
}

/** What such a reader is told, and whom it tells of what it reads. */
export interface MsgReaderConfig {
  /** Hears every property: the fields of its object, its tag, its bytes. */
  propertyObserver?: (fields: never, tag: number, raw: Uint8Array | null) => void;
  /** Whether `rawProps` is filled. */
  includeRawProps?: boolean;
  /** The encoding of 8-bit strings. */
  ansiEncoding?: string;
}

/** What it gives for a message, a recipient or an attachment. */
export interface MsgReaderFields {
  /** Why there is nothing else. */
  readonly error?: string;
  readonly recipients?: readonly MsgReaderFields[];
  readonly attachments?: readonly MsgReaderFields[];
  /** Of an attachment: the message in it. */
  readonly innerMsgContentFields?: MsgReaderFields;
  readonly rawProps?: readonly MsgReaderName[];
}

/** Its reading of one property, of which only the name is taken. */
export interface MsgReaderName {
  readonly propertyTag: string | undefined;
  readonly propertySet: string | undefined;
  readonly propertyLid: string | undefined;
  readonly propertyName: string | undefined;
}
