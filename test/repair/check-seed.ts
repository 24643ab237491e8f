import CFB from 'cfb';
import { decodeMessage, diagnose } from '../../src/index';
import { repairMessage } from '../../src/repair/index';
import { msgReader } from '../support/msgreader';
import { meetingOf } from './generated';
import { allowed, differences, withoutRepaired } from './repaired';

/** Bytes of the checksums of two attributes, the one that holds the table and the one that holds an exception. */
const MOST_CHECKSUM_BYTES = 4;
const NO_DATE = 0x0cb34557a3dd4000n;

/** Repairs the meeting of a seed; gives what is not as it should be, in words. */
export function checkSeed(seed: number): string[] {
  const { container, bytes, zeros } = meetingOf(seed);
  const original = bytes.slice();
  const made = repairMessage(bytes, diagnose(decodeMessage(bytes)));
  const places = allowed(made);
  const elsewhere = differences(bytes, made.bytes).filter((at) => !places.has(at));
  const isTnef = container === 'tnef';
  const copy = decodeMessage(made.bytes);
  const checks: Readonly<Record<string, boolean>> = {
    'the original was changed': Buffer.compare(bytes, original) === 0,
    [`${made.changes.length} changes, ${zeros} rows`]: made.changes.length === zeros,
    'a change is not MAPI\'s "no date"': made.changes.every(({ after }) => after.ticks === NO_DATE),
    [`bytes differ elsewhere: ${elsewhere.slice(0, 5).join(', ')}`]:
      elsewhere.length <= (isTnef && zeros > 0 ? zeros * MOST_CHECKSUM_BYTES : 0),
    'another value differs': withoutRepaired(bytes, made) === withoutRepaired(made.bytes, made),
    'the copy is blamed': diagnose(copy).verdict === 'unlikely',
    'the copy is damaged': copy.anomalies.length === decodeMessage(bytes).anomalies.length,
    'peers do not open the copy': isTnef || isOpenedByPeers(made.bytes, copy.recipients.length),
  };
  return Object.entries(checks).flatMap(([words, isRight]) =>
    isRight ? [] : [`seed ${seed} (${container}): ${words}`],
  );
}

function isOpenedByPeers(bytes: Uint8Array, recipients: number): boolean {
  const { recipients: rows = [] } = msgReader(bytes).getFileData() as { recipients?: unknown[] };
  const paths = CFB.read(bytes, { type: 'buffer' }).FullPaths;
  const storages = paths.filter((path) => /^Root Entry\/__recip_version1\.0_#[0-9A-F]{8}\/$/.test(path));
  return rows.length === recipients && storages.length === recipients;
}
