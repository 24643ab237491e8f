import type { MessageReport } from '../../report/command';
import type { Vocabulary } from '../protocol';
import { shown } from './words';

export type Row = MessageReport['recipients'][number];

/** What a cell of the recipient table shows. */
export interface Cell {
  /** The name of the value, or the value if it has none. */
  readonly text: string;
  /** The value as it is stored, if that is not what `text` says. */
  readonly raw?: string | undefined;
  readonly kind: 'value' | 'absent' | 'zero' | 'sentinel' | 'damaged' | 'not-captured';
}

const DISPLAY_NAME = ['3001001F', '3001001E'];
export const TRACK_STATUS = '5FFF0003';
export const TRACK_STATUS_TIME = '5FFB0040';

/** A stored value by its tag; undefined if the row has none. */
export function valueOf(row: Row, tag: string): unknown {
  return row['properties'][tag];
}

/** The columns of a table: the track status and its time, then the others in the order in which the file has them. */
export function columnsOf(rows: readonly Row[], { order }: Vocabulary): string[] {
  const there = new Set(rows.flatMap((row) => Object.keys(row['properties'] as object)));
  const rest = order.filter(
    (tag) => there.has(tag) && !DISPLAY_NAME.includes(tag) && !tracking.includes(tag),
  );
  return rows.length === 0 ? [] : [...tracking, ...rest];
}

const tracking = [TRACK_STATUS, TRACK_STATUS_TIME];
/** What an export calls the values of the two columns that it leaves out. */
const namesOfTracking: Readonly<Record<string, string>> = {
  [TRACK_STATUS]: 'trackStatus',
  [TRACK_STATUS_TIME]: 'trackStatusTime',
};

export function tableCell(row: Row, tag: string, { labels }: Vocabulary): Cell {
  const value = valueOf(row, tag);
  if (value === undefined) return missing(row, tag);
  if (value === null) return { text: 'null', kind: 'value' };
  if (typeof value === 'number') return numberCell(value, labels[tag]?.[String(value)]);
  if (typeof value === 'object') return objectCell(value);
  return { text: shown(typeof value === 'string' ? value : JSON.stringify(value)), kind: 'value' };
}

function missing(row: Row, tag: string): Cell {
  const left = row['notCaptured'] ?? [];
  return left.includes(namesOfTracking[tag] ?? '')
    ? { text: 'not captured', kind: 'not-captured' }
    : { text: 'absent', kind: 'absent' };
}

function numberCell(value: number, label: string | undefined): Cell {
  return label === undefined
    ? { text: String(value), kind: 'value' }
    : { text: label, raw: String(value), kind: 'value' };
}

interface EncodedCell {
  readonly kind?: string;
  readonly ticks?: string;
  readonly iso?: string | null;
  readonly state?: string;
  readonly size?: number;
  readonly bytes?: string;
}

function objectCell(value: object): Cell {
  const { kind, ticks, iso, state, size, bytes } = value as EncodedCell;
  if (ticks !== undefined) return timeCell(kind ?? '', ticks, iso ?? null);
  if (state === 'damaged') return { text: 'damaged', raw: bytes, kind: 'damaged' };
  if (state === 'not-captured') return { text: 'not captured', kind: 'not-captured' };
  if (state === 'not-loaded') return { text: `${size ?? 0} bytes, left in the file`, kind: 'value' };
  if (state !== undefined) return { text: state, kind: 'value' };
  return { text: shown(JSON.stringify(value)), kind: 'value' };
}

function timeCell(kind: string, ticks: string, iso: string | null): Cell {
  const raw = `FILETIME ${ticks}`;
  if (kind === 'zero')
    return { text: '1601-01-01 – FILETIME 0', raw: 'Low: 0x00000000 High: 0x00000000', kind: 'zero' };
  if (kind === 'none') return { text: '4501-01-01 – no date', raw, kind: 'sentinel' };
  if (iso === null) return { text: 'out of range', raw, kind: 'damaged' };
  return {
    text: iso
      .replace('T', ' ')
      .replace(/0{0,7}Z$/, 'Z')
      .replace('.Z', 'Z'),
    raw,
    kind: 'value',
  };
}

/** Who a row is about: name and address, always both. */
export function attendeeOf(row: Row): { readonly name: string; readonly address: string } {
  const text = (key: string): string => (typeof row[key] === 'string' ? row[key] : '');
  return {
    name: shown(text('displayName')),
    address: shown(text('smtpAddress') || text('emailAddress')),
  };
}
