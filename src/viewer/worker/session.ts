import { decodeEvidence } from '../../evidence/index';
import type { Evidence } from '../../evidence/index';
import { diagnose, readMessage } from '../../index';
import { recommendedRules } from '../../rules/index';
import type { Message } from '../../index';
import { propertyNames } from '../../mapi/names/index';
import type { CheckedFile } from '../../report/command';
import { openStore } from '../../store';
import type { Store } from '../../store';
import { exportedAs } from '../exported';
import type { Answer, EvidenceSelection, Question, Source } from '../protocol';
import { propertiesOf, readingOf } from '../reading';
import { evidenceReading, listingOf, storeReading } from './store-reading';

/** Answers questions about files, and keeps what was read last: the next question is mostly about the same. */
export class Session {
  #message: { readonly key: string; readonly message: Message } | undefined;
  #store: { readonly key: number; readonly store: Store } | undefined;
  #evidence: { readonly key: number; readonly evidence: readonly Evidence[] } = { key: 0, evidence: [] };

  answer(question: Question): Promise<Answer> {
    switch (question.kind) {
      case 'open':
        return this.#open(question.source, question.evidence);
      case 'list':
        return this.#list(question.source, question.folder, question.subject);
      case 'properties':
        return this.#properties(question.source, question.place);
      case 'export':
        return this.#export(question);
    }
  }

  async #open(source: Source, evidence: EvidenceSelection): Promise<Answer> {
    try {
      return readingOf(await this.#checked(source, evidence), propertyNames);
    } catch (error) {
      if (isOf(error, 'feature', 'pst')) return storeReading(await this.#storeOf(source));
      if (!isOf(error, 'code', 'message-unrecognized')) throw error;
      return await evidenceOr(source.file, error);
    }
  }

  async #list(source: Source, folder: string, subject: string): Promise<Answer> {
    return listingOf(await this.#storeOf(source), folder, subject);
  }

  async #properties(source: Source, place: string): Promise<Answer> {
    return propertiesOf(await this.#messageOf(source), place, propertyNames);
  }

  async #export({ source, evidence, form }: Extract<Question, { kind: 'export' }>): Promise<Answer> {
    return { kind: 'exported', text: exportedAs(form, await this.#checked(source, evidence)) };
  }

  async #checked(source: Source, files: EvidenceSelection): Promise<CheckedFile> {
    const message = await this.#messageOf(source);
    const evidence = await this.#evidenceOf(files);
    const diagnosis = diagnose(message, { rules: recommendedRules, evidence, now: new Date() });
    return { path: source.file.name, item: source.item, message, diagnosis };
  }

  async #messageOf(source: Source): Promise<Message> {
    const key = `${source.number} ${source.item?.id ?? ''}`;
    if (this.#message?.key === key) return this.#message.message;
    const message =
      source.item === undefined
        ? await readMessage(source.file)
        : await (await this.#storeOf(source)).item(source.item.id);
    this.#message = { key, message };
    return message;
  }

  async #storeOf({ number, file }: Source): Promise<Store> {
    if (this.#store?.key === number) return this.#store.store;
    await this.#store?.store.close();
    const store = await openStore(file);
    this.#store = { key: number, store };
    return store;
  }

  async #evidenceOf({ number, files }: EvidenceSelection): Promise<readonly Evidence[]> {
    if (this.#evidence.key === number) return this.#evidence.evidence;
    const evidence = await Promise.all(files.map(decodeFile));
    this.#evidence = { key: number, evidence };
    return evidence;
  }
}

async function decodeFile(file: File): Promise<Evidence> {
  return decodeEvidence(new Uint8Array(await file.arrayBuffer()), { name: file.name });
}

/** A file that is no message may be evidence; if it is not, the first error is the one to show. */
async function evidenceOr(file: File, error: unknown): Promise<Answer> {
  if (file.size > MOST_EVIDENCE) throw error;
  try {
    return evidenceReading(await decodeFile(file));
  } catch (second) {
    throw isOf(second, 'code', 'evidence-unrecognized') ? error : second;
  }
}

/** Bytes: the largest log that is read whole. */
const MOST_EVIDENCE = 64 << 20;

function isOf(error: unknown, name: 'feature' | 'code', value: string): boolean {
  return (error as Partial<Record<string, unknown>>)[name] === value;
}
