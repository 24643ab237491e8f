import { FormatError } from '../../damage/errors';
import { bodyProperties } from '../../mapi/definitions/body-properties';
import { messageProperties } from '../../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../../mapi/definitions/property';
import type { PropertyStore } from '../../mapi/rows/property-store';
import { decompressRtf } from '../../mapi/structures/decompress-rtf';
import { latin1Text } from '../../mapi/values/code-page';
import type { BodyDamage, BodyOptions, Encapsulated, MessageBody, RtfParser } from './body';
import { formatIn, takenOut } from './encapsulated-rtf';
import { decodeHtml } from './html-text';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads the bodies of a message. Damage is told; rejects only with the error of the source itself. */
export async function readBody(
  properties: PropertyStore,
  { rtfParser }: BodyOptions = {},
): Promise<MessageBody> {
  if (rtfParser !== undefined && typeof (rtfParser as Partial<RtfParser>).deEncapsulateSync !== 'function')
    throw new TypeError('rtfParser must be what rtf-stream-parser exports: it has no deEncapsulateSync');
  const damage: BodyDamage[] = [];
  const report = (body: BodyDamage['body'], code: BodyDamage['code'], message: string): void => {
    damage.push({ body, code, message });
  };
  const load = async <T>(
    body: BodyDamage['body'],
    definition: PropertyDefinition<T>,
  ): Promise<T | undefined> => {
    const value = await loaded(properties, definition);
    if (!(value instanceof FormatError)) return value;
    report(body, 'unreadable', value.message);
    return undefined;
  };
  const text = await load('text', bodyProperties.text);
  const stored = await load('html', bodyProperties.html);
  const compressed = await load('rtf', bodyProperties.compressedRtf);
  const html = typeof stored === 'object' ? htmlOf(stored, properties, report) : stored;
  const rtf = compressed && rtfOf(compressed, report);
  const body: Mutable<MessageBody> = withEncapsulated(
    { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) },
    rtf === undefined ? undefined : await encapsulatedIn(rtf, { text, html }, properties.codePage, rtfParser),
  );
  if (rtf !== undefined) body.rtf = rtf;
  if (damage.length > 0) body.damage = damage;
  return body;
}

/** What is known of encapsulated RTF, and what was taken out of it. */
interface FromRtf {
  readonly encapsulated: Encapsulated;
  readonly content?: string | undefined;
}

function withEncapsulated(body: MessageBody, from: FromRtf | undefined): MessageBody {
  if (from === undefined) return body;
  const { encapsulated, content } = from;
  return { ...body, ...(content === undefined ? {} : { [encapsulated.format]: content }), encapsulated };
}

async function encapsulatedIn(
  rtf: string,
  own: Partial<Record<'text' | 'html', string | undefined>>,
  codePage: number,
  rtfParser: RtfParser | undefined,
): Promise<FromRtf | undefined> {
  const format = formatIn(rtf);
  if (format === undefined) return undefined;
  if (own[format] !== undefined) return { encapsulated: { format, state: 'stored' } };
  const outcome = await takenOut(rtf, codePage, rtfParser);
  if (typeof outcome === 'string') return { encapsulated: { format, state: 'derived' }, content: outcome };
  return { encapsulated: { format, ...outcome } };
}

/** A value; a `FormatError` if the file has it and its bytes cannot be had, or are no value. */
async function loaded<T>(
  properties: PropertyStore,
  definition: PropertyDefinition<T>,
): Promise<T | undefined | FormatError> {
  try {
    const value = await properties.load(definition);
    const isLost = value === undefined && properties.state(definition) === 'damaged';
    return isLost
      ? new FormatError('mapi-value-malformed', 'Its bytes are lost, or do not fit its type')
      : value;
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

type Report = (body: BodyDamage['body'], code: BodyDamage['code'], message: string) => void;

function htmlOf(bytes: Uint8Array, properties: PropertyStore, report: Report): string {
  const internetCodePage = properties.peek(messageProperties.internetCodePage);
  const { text, isExact } = decodeHtml(bytes, internetCodePage, properties.codePage);
  if (!isExact)
    report('html', 'html-charset', 'The bytes of the HTML do not fit any of its possible charsets');
  return text;
}

function rtfOf(compressed: Uint8Array, report: Report): string | undefined {
  const { bytes, damage } = decompressRtf(compressed);
  for (const { code, message } of damage) report('rtf', code, message);
  return bytes && latin1Text(bytes);
}
