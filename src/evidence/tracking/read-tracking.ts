import { checkArgument, checkOptions } from '../../arguments/check';
import { someBytes } from '../../bytes/is-bytes';
import { textDecoder } from '../../bytes/text-codec';
import { isBareLine, namedColumns } from './tracking-lines';
import type { TrackingLog } from './tracking-log';
import { TrackingReader } from './tracking-reader';
import { trackingKinds } from './tracking-options';
import type { TrackingOptions } from './tracking-options';

/** How many bytes tell whether a file is a tracking log. */
const HEAD = 4096;

/** Whether bytes begin like a message tracking log of Exchange 2000 or 2003. */
export function isTrackingLog(head: Uint8Array): boolean {
  checkArgument('isTrackingLog', 'The head', head, someBytes);
  const text = textDecoder('latin1').decode(head.subarray(0, HEAD));
  if (/^#\s*Message Tracking Log File/i.test(text)) return true;
  const lines = text.split(/\r?\n/, 8);
  return (
    lines.some((line) => line.startsWith('#') && namedColumns(line) !== undefined) ||
    isBareLine(lines[0] ?? '')
  );
}

/** Reads a message tracking log that is in memory. */
export function readTrackingLog(bytes: Uint8Array, options: TrackingOptions = {}): TrackingLog {
  checkArgument('readTrackingLog', 'The log', bytes, someBytes);
  checkOptions('readTrackingLog', options, trackingKinds);
  const reader = new TrackingReader(options);
  reader.begin();
  reader.take(bytes);
  reader.end();
  return reader.log();
}
