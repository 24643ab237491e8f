import { Random } from './random';

/** What texts are taken apart at, and what parsers stumble over. */
const pieces = [
  '\n',
  '\r\n',
  '\t',
  ',',
  ';',
  ':',
  ' : ',
  '"',
  '""',
  "'",
  '{',
  '}',
  '(',
  ')',
  '<',
  '>',
  '.',
  '...',
  ' ',
  '\n\n',
  '\0',
  '\ufeff',
  '\ud800',
  '\uff1a',
  '=',
  '#4.4.7',
  '550 5.1.1',
  '-2147467259',
  '0x80004005',
  '99999999999',
  '1/1/1601',
  '31.12.9999 23:59',
  'EcGetMime',
  'MDB : ',
  'FID :',
  'MID :',
  'Event ID: 327',
  'Message : ',
  '327',
  'BEGIN:VEVENT\n',
  'END:VEVENT\n',
  'ATTENDEE;CN="',
  'Content-Type: multipart/mixed; boundary=x\n\n--x\n',
  '--',
  '__proto__',
  '=?utf-8?Q?',
];

type Mutation = (text: string, random: Random) => string;

const mutations: readonly Mutation[] = [
  function insertion(text, random) {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at);
  },
  function repetition(text, random) {
    const at = random.below(text.length + 1);
    const times = random.below(20) === 0 ? random.below(4000) : random.below(20);
    return text.slice(0, at) + random.pick(pieces).repeat(times) + text.slice(at);
  },
  function removal(text, random) {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(random.below(4) === 0 ? 400 : 8));
  },
  function sliceCopied(text, random) {
    const from = random.below(text.length + 1);
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(from, from + random.below(300)) + text.slice(at);
  },
  function linesSwapped(text, random) {
    const lines = text.split('\n');
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return lines.join('\n');
  },
  function cut(text, random) {
    return text.slice(0, random.below(text.length + 1));
  },
];

/** A damaged copy of a text: some of the mutations, then sometimes other bytes or another encoding. */
export function mutateText(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  let text = Buffer.from(original).toString('utf8');
  for (let count = 1 + random.below(4); count > 0; count--) text = random.pick(mutations)(text, random);
  const encoding = random.below(8);
  if (encoding === 0) return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const bytes = new Uint8Array(Buffer.from(text, encoding === 1 ? 'latin1' : 'utf8'));
  if (encoding === 2 && bytes.length > 0) bytes[random.below(bytes.length)] = random.next() & 0xff;
  return bytes;
}
