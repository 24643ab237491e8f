import type { EvidenceStatement, Observation, Problem, Values } from './rule';
import type { KnownEverywhere, ValueKind, ValueKinds } from './value-kinds';

/** The wording of a rule's codes, each with the values that it needs. */
export type Wording = Readonly<Record<string, (values: never) => string>>;

/** The figures and names that the wording of a code needs. */
export type PlaceholdersOf<Words> = Words extends (values: infer V) => string
  ? unknown extends V
    ? Values
    : V
  : never;

/** Values that may be left out where the wording needs none. */
export type WithValues<V> =
  Partial<V> extends V ? { readonly values?: V | undefined } : { readonly values: V };

/** Something whose code is one of a wording, with the values that this one needs. */
type Worded<M extends Wording, Base extends Observation> = {
  [Code in keyof M & string]: Omit<Base, 'code' | 'values'> & {
    readonly code: Code;
  } & WithValues<PlaceholdersOf<M[Code]>>;
}[keyof M & string];

/** The names of the texts among some values. */
type TextNames<V> = string extends keyof V
  ? never
  : { [N in keyof V]-?: Extract<V[N], string | readonly string[]> extends never ? never : N }[keyof V];

/** The names of the texts that a wording needs. */
type TextNamesOf<M extends Wording> = {
  [Code in keyof M]: TextNames<PlaceholdersOf<M[Code]>>;
}[keyof M];

/** The kinds of a wording's values: each text that it needs has one, and others may. */
export type KindsOf<M extends Wording> = ValueKinds &
  Readonly<Record<Exclude<TextNamesOf<M>, KnownEverywhere>, ValueKind>>;

/** The kinds as a rule states them: left out where its sentences have no texts but those that are known everywhere. */
export type WithKinds<M extends Wording> = [Exclude<TextNamesOf<M>, KnownEverywhere>] extends [never]
  ? { readonly kinds?: ValueKinds | undefined }
  : { readonly kinds: KindsOf<M> };

/** An observation in the words of a rule. */
export type ObservationOf<M extends Wording> = Worded<M, Observation>;
/** A problem in the words of a rule. */
export type ProblemOf<M extends Wording> = Worded<M, Problem>;
/** A statement about a piece of evidence, in the words of a rule. */
export type StatementOf<M extends Wording> = Worded<M, EvidenceStatement>;

/** The words of reasons that many rules have in common. */
export const sharedMessages = {
  'not-a-meeting': ({ messageClass }: { messageClass: string | undefined }) =>
    `not a meeting (${messageClass ?? 'no message class'})`,
  'class-lost': () => 'the message class is lost to damage, so it may or may not be a meeting',
  'class-not-captured': () =>
    'the export does not say what the item is, so it may or may not be a meeting: save the message itself',
  reply: () => "an attendee's reply, which has a table of one",
  'not-a-calendar-item': () => 'being sent or already sent: the item in the calendar is judged instead',
  'attendee-copy': () => "an attendee's copy: the organizer's copy is judged instead",
  'no-rows': () => 'the recipient table is empty',
  'never-sent': () => 'never sent to anybody, as drafts and templates are not',
  'table-damaged': ({ damage }: { damage: string }) => `the recipient table may be incomplete: ${damage}`,
  'properties-lost': () =>
    'properties may be lost to damage or left out of an export, so what is missing proves nothing',
  'columns-not-captured': ({ columns }: { columns: string }) =>
    `the export leaves out ${columns}, so what a row lacks proves nothing`,
  'value-unreadable': ({ what }: { what: string }) => `${what} is there but cannot be read`,
  sound: ({ what }: { what: string }) => `nothing wrong with ${what}`,
} as const;

/** What the texts among the values of those are. */
export const sharedKinds: KindsOf<typeof sharedMessages> = {
  messageClass: 'message-class',
  damage: 'damage',
  columns: 'term',
  what: 'term',
};

/** A reason in the words that rules share. */
export type SharedReason = ObservationOf<typeof sharedMessages>;
