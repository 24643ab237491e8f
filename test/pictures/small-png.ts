import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A picture as a PNG of at most 256 colours, a fraction of what browsers write. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await pixelsOf(page, png);
  const colours = new Map<number, number>();
  const counts = new Map<number, number>();
  const key = (at: number): number =>
    (coarse(pixels[at]!) << 16) | (coarse(pixels[at + 1]!) << 8) | coarse(pixels[at + 2]!);
  for (let at = 0; at < pixels.length; at += 4) counts.set(key(at), (counts.get(key(at)) ?? 0) + 1);
  const palette = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 256);
  for (const [index, [colour]] of palette.entries()) colours.set(colour, index);
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at += 4) {
    const pixel = at / 4;
    const colour = key(at);
    const index = colours.get(colour) ?? nearest(palette, colour);
    colours.set(colour, index);
    lines[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, by palette
  const table = Buffer.from(
    palette.flatMap(([colour]) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 32 steps a channel. */
const coarse = (value: number): number => Math.min(Math.round(value / 8) * 8, 255);

function nearest(palette: readonly (readonly [number, number])[], colour: number): number {
  const distance = (other: number): number =>
    Math.abs((other >> 16) - (colour >> 16)) +
    Math.abs(((other >> 8) & 0xff) - ((colour >> 8) & 0xff)) +
    Math.abs((other & 0xff) - (colour & 0xff));
  let best = 0;
  for (const [index, [other]] of palette.entries())
    if (distance(other) < distance(palette[best]![0])) best = index;
  return best;
}

/** The browser takes the picture apart. */
async function pixelsOf(page: Page, png: Buffer): Promise<{ width: number; height: number; pixels: Buffer }> {
  const { width, height, text } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192)
      text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width: picture.width, height: picture.height, text: btoa(text) };
  }, png.toString('base64'));
  return { width, height, pixels: Buffer.from(text, 'base64') };
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(typed.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(typed, 4);
  out.writeUInt32BE(crc32(typed), typed.length + 4);
  return out;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
