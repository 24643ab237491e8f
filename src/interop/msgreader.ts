/** A reader of `@kenjiuno/msgreader`: `new MsgReader(buffer)`. */
export interface MsgReaderLike {
  parserConfig?: MsgReaderConfig;
  getFileData(): MsgReaderFields;
}

/** What such a reader is told, and whom it tells of what it reads. */
export interface MsgReaderConfig {
  propertyObserver?: (fields: never, tag: number, raw: Uint8Array | null) => void;
  includeRawProps?: boolean;
  ansiEncoding?: string;
}

/** What it gives for a message, a recipient or an attachment. */
export interface MsgReaderFields {
  readonly error?: string;
  readonly recipients?: readonly MsgReaderFields[];
  readonly attachments?: readonly MsgReaderFields[];
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
