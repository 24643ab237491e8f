import { exceptionsOf } from '../message/meeting';
import type { Message } from '../message/message';
import { who } from '../rules/wording';
import type { Person } from '../rules/rule';
import type { Diagnosis } from '../rules/diagnose';
import { distinctPeople } from '../rules/unreached';
import { factsOf } from './facts';
import type { LetterOptions } from './language';
import { filled } from './template';
import type { Template } from './template';
import { templates } from './templates';

/** A mail to those whom the changes of a meeting did not reach. */
export interface Letter {
  /** To whom it goes: each has a mail address. */
  readonly to: readonly Person[];
  /** Who should have it and has no mail address that is known. */
  readonly unaddressed: readonly Person[];
  readonly subject: string;
  /** Lines, with `\n` between them. */
  readonly body: string;
}

/** One address of RFC 5322 without comments, quotes and other characters that could end it. */
const MAIL_ADDRESS = /^[^\s@<>()[\]:;,\\"]+@[^\s@<>()[\]:;,\\"]+$/u;

/** The mail about a meeting; undefined: there is nobody whom its changes do not reach. */
export function letterOf(
  message: Message,
  { unreached, findings }: Pick<Diagnosis, 'unreached' | 'findings'>,
  options: LetterOptions & { readonly template?: Template | undefined },
): Letter | undefined {
  const people = distinctPeople(unreached.flatMap(({ attendees }) => attendees));
  if (people.length === 0) return undefined;
  const { subject, body } = options.template ?? templates[options.language];
  const facts = factsOf(message, occurrencesAtFault(message, findings), options);
  return {
    to: people.filter(isAddressed),
    unaddressed: people.filter((person) => !isAddressed(person)),
    subject: filled(subject, facts).replace(/\s+/g, ' ').trim(),
    body: filled(body, facts),
  };
}

/** The exceptions of which rows are at fault, unless rows of the series are: then it is about all of it. */
function occurrencesAtFault(message: Message, findings: Diagnosis['findings']): Message[] {
  const rows = findings.filter(({ person }) => person !== undefined);
  const exceptions = exceptionsOf(message).filter(({ path }) => rows.some((row) => isIn(row, path)));
  const isPartial = rows.every((row) => exceptions.some(({ path }) => isIn(row, path)));
  return isPartial ? exceptions.map(({ exception }) => exception) : [];
}

function isIn(row: { readonly path: string }, path: string): boolean {
  return row.path.startsWith(`${path}.`);
}

function isAddressed({ address }: Person): boolean {
  return address !== undefined && MAIL_ADDRESS.test(address) && !/\p{Cc}/u.test(address);
}

/** The letter as plain text, to be copied. */
export function letterText({ to, unaddressed, subject, body }: Letter): string {
  const names = (people: readonly Person[]): string => people.map(who).join('; ');
  return [
    ...(to.length === 0 ? [] : [`To: ${names(to)}`]),
    ...(unaddressed.length === 0 ? [] : [`Without a mail address: ${names(unaddressed)}`]),
    `Subject: ${subject}`,
    '',
    body,
  ].join('\n');
}
