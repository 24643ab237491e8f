import type { JudgedFileOfPage } from '../judged';
import type { EvidenceSelection, Source } from '../source';
import { decodeFile, isWorthNoting } from './evidence-beside';
import type { EvidenceBeside } from './evidence-beside';
import { failureOf, isOf } from '../failure';
import type { OpenItems } from './open-items';
import { unreadLine } from '../unread-line';
import { pageLine } from './page-line';
import { evidenceWords } from './store-reading';

/** Bytes: the largest log that is read whole. */
const MOST_EVIDENCE = 64 << 20;
const ROOT = { folder: 0 };

/** Judges a file: a message gives its line, anything else what it is. */
export async function judgeFile(
  items: OpenItems,
  beside: EvidenceBeside,
  source: Source,
  evidence: EvidenceSelection,
): Promise<JudgedFileOfPage> {
  try {
    const message = await items.message(source);
    if (isWorthNoting(message.messageClass)) beside.note(source, message);
    const checked = await beside.checked(source, message, evidence);
    return pageLine(checked, ROOT, evidence.files.length);
  } catch (error) {
    if (isOf(error, 'feature', 'pst')) return { kind: 'store' };
    return unread(source, error);
  }
}

/** A file that is not a message may be evidence; if it is not, the first error is the one to show. */
async function unread({ file, path }: Source, error: unknown): Promise<JudgedFileOfPage> {
  if (!isNoMessage(error, path)) return unreadLine(ROOT, failureOf(error));
  if (file.size > MOST_EVIDENCE) return { kind: 'no-message', failure: failureOf(error) };
  try {
    return { kind: 'evidence', what: evidenceWords(await decodeFile(file)) };
  } catch (second) {
    const isUnknown = isOf(second, 'code', 'evidence-unrecognized');
    return { kind: 'no-message', failure: failureOf(isUnknown ? error : second) };
  }
}

/** Whether a file is sound or empty and holds no message, rather than being a damaged one. */
function isNoMessage(error: unknown, path: string): boolean {
  const { code, storage } = error as { readonly code?: string; readonly storage?: string };
  if (code === 'file-empty') return !/\.(?:msg|oft|pst|ost|eml|emlx|tnef)$/i.test(path);
  if (code === 'message-unrecognized' || code === 'unsupported') return true;
  return code === 'msg-property-stream-missing' && storage === '/';
}
