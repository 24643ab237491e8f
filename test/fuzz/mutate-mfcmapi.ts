import { Random } from './random';

/** What the exports are made of, and what stands between it. */
const pieces = [
  '<Value>',
  '</Value>',
  '<Value><![CDATA[',
  ']]>',
  ']]></Value>\n',
  '</AltValue>\n',
  '<AltValue cb="4294967295">',
  '<Value mv="true" count="4000000000">',
  '<Value err="0x8004010F">',
  '<property tag = "0x5FFB0040" type = "PT_SYSTIME">\n',
  '<property tag = "0x3001001E" >\n',
  '<property tag = "0x8001101F" >\n',
  '\t</property>\n',
  '<row>\n',
  '<row index = "0x00000000">\n',
  '</row>\n',
  '<recipient num="0x00000001">\n',
  '</recipients>\n',
  '<attachment num="0x0" filename="',
  '<embeddedmessage path="x"/>\n',
  '<properties listtype="FullPropList">\n',
  '</message>\n',
  '<table>\n',
  '<message num="0x00000000">\n',
  'cb: 3 lpb: 414243',
  'cb: 4000000000 lpb: 41',
  '99999: 1; 2; ',
  'Err:0x8007000E=MAPI_E_NOT_ENOUGH_MEMORY',
  'Low: 0x00000000 High: 0x00000000',
  '0x00000000:0x00000003',
  'sz: "__proto__"',
  'id: 0x8217=33303',
  '{00062002-0000-0000-C000-000000000046}',
  '<!--',
  '<?',
  '<',
  '>',
  '"',
  '; ',
  '\0',
  '\ud800',
];

/** Tags of columns that decide. */
const tags = ['0C150003', '3001001F', '3002001F', '3003001F', '5FFD0003', '5FFF0003', '5FFB0040', '001A001F'];

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
  function lineRemoved(text, random) {
    const lines = text.split('\n');
    lines.splice(random.below(lines.length), 1 + random.below(random.below(4) === 0 ? 40 : 2));
    return lines.join('\n');
  },
  function linesSwapped(text, random) {
    const lines = text.split('\n');
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return lines.join('\n');
  },
  function tagChanged(text, random) {
    const at = text.indexOf('tag = "0x', random.below(text.length + 1));
    return at < 0 ? text : text.slice(0, at + 9) + random.pick(tags) + text.slice(at + 17);
  },
  function typeChanged(text, random) {
    const at = text.indexOf('tag = "0x', random.below(text.length + 1));
    const type = random.below(0x10000).toString(16).padStart(4, '0');
    return at < 0 ? text : text.slice(0, at + 13) + type + text.slice(at + 17);
  },
  function digitChanged(text, random) {
    const at = text.indexOf('0x', random.below(text.length + 1));
    const digit = random.below(16).toString(16);
    return at < 0 ? text : text.slice(0, at + 2 + random.below(8)) + digit + text.slice(at + 10);
  },
  function sliceCopied(text, random) {
    const from = random.below(text.length + 1);
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(from, from + random.below(3000)) + text.slice(at);
  },
  function cut(text, random) {
    return text.slice(0, random.below(text.length + 1));
  },
];

/** A damaged copy of an export: some of the mutations, then sometimes another encoding or another byte. */
export function mutateMfcmapi(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  const isWide = original[0] === 0xff || original[1] === 0;
  let text = Buffer.from(original).toString(isWide ? 'utf16le' : 'latin1');
  for (let count = 1 + random.below(4); count > 0; count--) text = random.pick(mutations)(text, random);
  const encoding = random.below(8);
  const isOther = encoding === 0;
  const bytes = new Uint8Array(Buffer.from(text, isWide !== isOther ? 'utf16le' : 'latin1'));
  if (encoding === 1 && bytes.length > 0) bytes[random.below(bytes.length)] = random.next() & 0xff;
  return bytes;
}
