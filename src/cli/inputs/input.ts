/** A file to read: named on the command line, or found in a folder or a list that was. */
export interface Input {
  readonly path: string;
  /** What a list of files is divided by: the path within the folder that was named. */
  readonly relativePath: string;
  readonly isNamed: boolean;
  /** The only item of a store that is asked for. */
  readonly item?: string | undefined;
}

/** A path at which there is nothing to read. */
export interface BadInput {
  readonly path: string;
  readonly error: Error;
}

/** What was met in a folder and is no file to read: a link, a pipe, a device. */
export interface PassedOver {
  readonly path: string;
  readonly passedOver: string;
}
