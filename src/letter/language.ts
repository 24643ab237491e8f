/** The languages that letters are written in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** How a letter is written. */
export interface LetterOptions {
  readonly language: Language;
  /** The zone in which times are given, as IANA names it. Default: UTC. */
  readonly timeZone?: string | undefined;
}
