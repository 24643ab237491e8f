import type { Message } from './message';

// Subjects of meetings: what Outlook and other programs put before them

/** What Outlook puts before the subject of an update or a cancellation, in its languages. */
const updatePrefixes: ReadonlySet<string> = new Set([
  ...['canceled', 'cancelled', 'updated', 'canceled event', 'cancelled event', 'updated invitation'],
  ...['abgesagt', 'aktualisiert', 'annulé', 'annulée', 'mis à jour', 'mise à jour'],
  ...['cancelado', 'cancelada', 'actualizado', 'actualizada', 'atualizado', 'atualizada'],
  ...['annullato', 'annullata', 'aggiornato', 'aggiornata', 'geannuleerd', 'bijgewerkt'],
  ...['inställt', 'inställd', 'uppdaterad', 'uppdaterat', 'aflyst', 'opdateret', 'avlyst', 'oppdatert'],
  ...['peruutettu', 'päivitetty', 'odwołane', 'odwołano', 'zaktualizowane', 'zrušeno', 'aktualizováno'],
  ...[
    'lemondva',
    'frissítve',
    'отменено',
    'обновлено',
    'скасовано',
    'оновлено',
    'iptal edildi',
    'güncelleştirildi',
  ],
  ...['ακυρώθηκε', 'ενημερώθηκε', 'キャンセル', 'キャンセル済み', '中止', '更新', '更新済み', '取り消し'],
  ...['已取消', '已更新', '取消', '已取消的', '취소됨', '취소', '업데이트됨', 'בוטל', 'ملغى'],
]);

/** What Outlook puts before the subject of an answer, in the languages in which it is known. */
const answerPrefixes: ReadonlySet<string> = new Set([
  ...['accepted', 'declined', 'tentative', 'tentatively accepted', 'new time proposed'],
  ...['zugesagt', 'abgelehnt', 'mit vorbehalt', 'mit vorbehalt zugesagt', 'anderer termin vorgeschlagen'],
  ...['accepté', 'acceptée', 'refusé', 'refusée', 'provisoire', 'nouvelle heure proposée'],
  ...['aceptado', 'aceptada', 'rechazado', 'rechazada', 'provisional', 'nueva hora propuesta'],
  ...[
    'accettato',
    'accettata',
    'rifiutato',
    'rifiutata',
    'provvisorio',
    'geaccepteerd',
    'afgewezen',
    'voorlopig',
  ],
  ...['承諾', '承諾済み', '辞退', '辞退済み', '仮承諾', '仮の予定'],
]);

const allPrefixes: ReadonlySet<string> = new Set([...updatePrefixes, ...answerPrefixes]);

/** What stands before the subject of a reply to a mail, or of one that was passed on: never a meeting's own. */
const mailPrefixes: ReadonlySet<string> = new Set([
  ...[
    're',
    'fw',
    'fwd',
    'aw',
    'wg',
    'sv',
    'vs',
    'vb',
    'vl',
    'tr',
    'rv',
    'ref',
    'rif',
    'r',
    'i',
    'antw',
    'doorst',
  ],
  ...[
    'odp',
    'pd',
    'ynt',
    'ilt',
    'res',
    'enc',
    'atb',
    'απ',
    'πρθ',
    '回复',
    '转发',
    '答复',
    '回覆',
    '轉寄',
    '返信',
    '転送',
    '답장',
    '전달',
  ],
]);

type Prefixes = ReadonlySet<string>;
type Named = Pick<Message, 'subject' | 'subjectPrefix'>;

/**
 * Whether a subject is that of an item or of an update or a cancellation of it: bare, or behind a prefix that Outlook
 * puts there, or the item's own PR_SUBJECT_PREFIX. Undefined: one of the two is missing.
 */
export function isUpdateSubject(subject: string | undefined, item: Named): boolean | undefined {
  return isSubject(subject, item, updatePrefixes);
}

/** Whether a subject is that of an answer to an item, or the item's own. Undefined: one of the two is missing. */
export function isAnswerSubject(subject: string | undefined, item: Named): boolean | undefined {
  return isSubject(subject, item, allPrefixes);
}

/** A subject as it stands and without the prefixes of updates, cancellations and answers; none if there is none. */
export function subjectForms({ subject = '', subjectPrefix }: Named): string[] {
  return formsOf(subject, withOwn(allPrefixes, subjectPrefix)).filter((form) => form !== '');
}

/** A subject as it was given, without such a prefix; undefined if nothing of it is left. */
export function bareSubject({ subject, subjectPrefix }: Named): string | undefined {
  const [whole, withoutPrefix] = subjectForms({ subject, subjectPrefix });
  if (subject === undefined || whole === undefined) return undefined;
  return (withoutPrefix === undefined ? subject : subject.replace(/^[^:\uff1a]*[:\uff1a]/, '')).trim();
}

function isSubject(subject: string | undefined, item: Named, prefixes: Prefixes): boolean | undefined {
  const known = withOwn(prefixes, item.subjectPrefix);
  const [one, other] = [subject, item.subject].map((text) => formsOf(text ?? '', known));
  if (one === undefined || other === undefined || one[0] === '' || other[0] === '') return undefined;
  return one.some((form) => other.includes(form));
}

/** The prefixes, and the item's own if that is not one of replies and forwarded mails. */
function withOwn(prefixes: Prefixes, own: string | undefined): Prefixes {
  const word = own === undefined ? '' : normalised(own).replace(/\s?[:\uff1a]$/, '');
  return word === '' || mailPrefixes.has(word) ? prefixes : new Set([...prefixes, word]);
}

/** A subject as it stands and, if it begins with one of the prefixes, without that. */
function formsOf(subject: string, prefixes: Prefixes): string[] {
  const whole = normalised(subject);
  const [, prefix = '', rest = ''] = /^([^:\uff1a]{1,40})[:\uff1a](.*)$/s.exec(whole) ?? [];
  return rest.trim() !== '' && prefixes.has(prefix.trim()) ? [whole, rest.trim()] : [whole];
}

function normalised(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}
