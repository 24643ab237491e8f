import { decodeEvidence, isEvidenceClass, MailboxEvidence } from '../../evidence/index';
import type { Evidence } from '../../evidence/index';
import { diagnose } from '../../index';
import type { Diagnosis, Message } from '../../index';
import { recommendedRules } from '../../rules/index';
import type { CheckedFile } from '../../report/command';
import type { EvidenceSelection, Source } from '../source';

/** What stands beside the items, and judges them by it: files that were handed over, and what the mailbox holds itself. */
export class EvidenceBeside {
  readonly #mailbox = new MailboxEvidence();
  readonly #noted = new Set<string>();
  #last: { readonly key: string; readonly file: CheckedFile } | undefined;
  #files: { readonly key: number; readonly evidence: readonly Evidence[] } = { key: 0, evidence: [] };

  /** Takes note of a message that may say something of others; of each one once. */
  note({ number, item }: Pick<Source, 'number' | 'item'>, message: Message): void {
    const key = `${number} ${item?.id ?? ''}`;
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    this.#mailbox.add(message);
  }

  /** What was judged last is kept: it is mostly opened next. */
  async checked(source: Source, message: Message, files: EvidenceSelection): Promise<CheckedFile> {
    const { path, item } = source;
    const key = `${files.number} ${this.#noted.size}`;
    if (this.#last?.file.message === message && this.#last.key === key) return this.#last.file;
    const file = { path, item, message, diagnosis: await this.#judged(source, message, files) };
    this.#last = { key, file };
    return file;
  }

  async #judged(
    { isInSentItems }: Source,
    message: Message,
    selection: EvidenceSelection,
  ): Promise<Diagnosis> {
    const handedOver = await this.#handedOver(selection);
    return diagnose(message, {
      rules: recommendedRules,
      evidence: [...handedOver, ...this.#mailbox.of(message)],
      otherSubmissions: this.#mailbox.otherSubmissions(message),
      now: new Date(),
      isInSentItems,
    });
  }

  async #handedOver({ number, files }: EvidenceSelection): Promise<readonly Evidence[]> {
    if (this.#files.key === number) return this.#files.evidence;
    const evidence = await Promise.all(files.map(decodeFile));
    this.#files = { key: number, evidence };
    return evidence;
  }
}

/** Whether a message of a class is evidence for others, or tells when another one was sent. */
export function isWorthNoting(messageClass: string | undefined): boolean {
  return isEvidenceClass(messageClass) || /^ipm\.schedule\.meeting\./i.test(messageClass ?? '');
}

/** Reads a file of evidence. */
export async function decodeFile(file: File): Promise<Evidence> {
  return decodeEvidence(new Uint8Array(await file.arrayBuffer()), { name: file.name });
}
