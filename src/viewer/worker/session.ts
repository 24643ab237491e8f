import type { JudgedFileOfPage } from '../judged';
import { propertyNames } from '../../mapi/names/index';
import { exportedAs } from '../exported';
import type { Answer, Question } from '../protocol';
import type { EvidenceSelection, Source } from '../source';
import { propertiesOf, readingOf } from '../reading';
import { EvidenceBeside } from './evidence-beside';
import { judgeFile } from './file-judge';
import { ListExporter } from './list-exporter';
import { OpenItems } from './open-items';
import { StoreJudge } from './store-judge';
import { storeReading } from './store-reading';
import { warmUp } from './warm-up';

/** Milliseconds of judging after which the page hears of it, and may ask something else. */
const MOMENT = 80;

type Asked<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** Answers questions about files. */
export class Session {
  readonly #items = new OpenItems();
  readonly #beside = new EvidenceBeside();
  readonly #judges = new Map<number, StoreJudge>();
  #export: ListExporter | undefined;

  async answer(question: Question): Promise<Answer> {
    switch (question.kind) {
      case 'open':
        return readingOf(await this.#checked(question.source, question.evidence), propertyNames);
      case 'open-store':
        return storeReading(await this.#items.store(question.source));
      case 'judge-files':
        return this.#judgeFiles(question);
      case 'judge-items':
        return this.#judgeItems(question);
      case 'warm-up':
        await warmUp(question.mailbox);
        return { kind: 'warm' };
      case 'properties':
        return propertiesOf(await this.#items.message(question.source), question.place, propertyNames);
      case 'export': {
        const { source, evidence, form } = question;
        return { kind: 'exported', text: exportedAs(form, await this.#checked(source, evidence)) };
      }
      case 'export-list':
        return this.#exportList(question);
    }
  }

  async #checked(source: Source, evidence: EvidenceSelection) {
    return this.#beside.checked(source, await this.#items.message(source), evidence);
  }

  async #judgeFiles({ sources, evidence, isAlone }: Asked<'judge-files'>): Promise<Answer> {
    const isTime = moment();
    const files: JudgedFileOfPage[] = [];
    for (const source of sources) {
      files.push(await judgeFile(this.#items, this.#beside, source, evidence));
      if (!isTime()) break;
    }
    const [file] = files;
    const [source] = sources;
    if (!isAlone || source === undefined || file?.kind !== 'item' || file.failure !== undefined)
      return { kind: 'judged', files };
    const reading = readingOf(await this.#checked(source, evidence), propertyNames);
    return { kind: 'judged', files, reading };
  }

  async #judgeItems({ source, from, most, evidence }: Asked<'judge-items'>): Promise<Answer> {
    const isTime = moment();
    const store = await this.#items.store(source);
    const judge = this.#judges.get(source.number) ?? new StoreJudge(store, this.#beside);
    this.#judges.set(source.number, judge);
    return judge.next(source, from, most, evidence, isTime);
  }

  async #exportList(piece: Asked<'export-list'>): Promise<Answer> {
    if (piece.isFirst) this.#export = new ListExporter(piece);
    if (this.#export?.job !== piece.job)
      throw new Error('The export began in a reader that has stopped: begin again');
    const texts: string[] = [];
    for (const source of piece.sources)
      try {
        texts.push(this.#export.add(await this.#checked(source, piece.evidence)));
      } catch (error) {
        texts.push(this.#export.addUnread(source, error as Error));
      }
    if (piece.isLast) texts.push(this.#export.end());
    return { kind: 'exported', text: texts.join('') };
  }
}

/** Whether there is time left of a moment that begins now. */
function moment(): () => boolean {
  const end = performance.now() + MOMENT;
  return () => performance.now() < end;
}
