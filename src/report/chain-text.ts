import { checkOptions } from '../arguments/check';
import { textKinds } from './text-options';
import type { AttendeeChain, ChainLink } from './attendee-chain';
import { subjectText } from './heading';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { CheckedFile } from './checked-file';
import { reportedName } from './reported';
import type { TextOptions } from './text-options';

const names: Readonly<Record<ChainLink['link'], string>> = {
  reply: '1 reply  ',
  zero: '2 zero   ',
  sending: '3 sending',
  failure: '4 failure',
};
const states: Readonly<Record<ChainLink['state'], string>> = {
  seen: '',
  unsure: 'not sure: ',
  missing: 'not seen: ',
  against: 'no: ',
};

/** The chain for one person and one item: a paragraph for each link, with where it stands. */
export function formatChain(
  file: Pick<CheckedFile, 'path' | 'item' | 'message'>,
  address: string,
  { verdict, links }: AttendeeChain,
  options: TextOptions = {},
): string {
  checkOptions('formatChain', options, textKinds);
  const width = options.width ?? DEFAULT_WIDTH;
  const head = `${visible(reportedName(file))}: ${verdict ?? 'no verdict'} – ${subjectText(file.message)}, for ${visible(address)}`;
  const lines = links.map((link) => {
    const words = `${states[link.state]}${visible(link.message)}${visible(placeOf(link, options))}`;
    return wrap(`  ${names[link.link]}  `, words, width);
  });
  return [head, ...lines].join('\n');
}

/** Where a link stands: a place and a byte of the item, or the name of the piece of evidence. */
function placeOf({ path, origin, source }: ChainLink, { sourceName }: TextOptions): string {
  const name = source === undefined ? undefined : sourceName?.(source);
  const byte =
    origin?.offset === undefined ? undefined : `byte ${origin.offset} of ${origin.part ?? 'the file'}`;
  const places = [path, byte, name].filter((place) => place !== undefined && place !== '');
  return places.length === 0 ? '' : ` (${places.join(', ')})`;
}
