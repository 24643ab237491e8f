/** A reader of `@kenjiuno/msgreader`: `new MsgReader(buffer)`. */
export interface MsgReaderLike {
  /** The settings of the reader, which it uses when it reads. */
  parserConfig?: MsgReaderConfig;
  /** Reads the file on the first call, and returns the same object afterwards. */
  getFileData(): MsgReaderFields;
}

/** The settings of such a reader. */
export interface MsgReaderConfig {
  /** Called for every property with the fields of its object, its tag and its bytes. */
  propertyObserver?: (fields: never, tag: number, raw: Uint8Array | null) => void;
  /** Whether the reader fills `rawProps`. */
  includeRawProps?: boolean;
  /** The encoding of 8-bit strings. */
  ansiEncoding?: string;
}

/** What the reader returns for a message, a recipient or an attachment. */
export interface MsgReaderFields {
  /** The error, if the reader could not read the file. */
  readonly error?: string;
  readonly recipients?: readonly MsgReaderFields[];
  readonly attachments?: readonly MsgReaderFields[];
  /** The message in an attachment. */
  readonly innerMsgContentFields?: MsgReaderFields;
  readonly rawProps?: readonly MsgReaderName[];
}

/** One property in `rawProps`. mapilint uses only its name. */
export interface MsgReaderName {
  readonly propertyTag: string | undefined;
  readonly propertySet: string | undefined;
  readonly propertyLid: string | undefined;
  readonly propertyName: string | undefined;
}
