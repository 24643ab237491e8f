/** Fields that a saved mail begins with, one of them or another. */
const firstFields = new Set([
  'received',
  'return-path',
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'mime-version',
  'content-type',
  'delivered-to',
  'x-received',
  'thread-topic',
  'thread-index',
  'content-class',
  'x-mimeole',
]);
const LOOKED_AT = 40;

/** Whether a text begins with the header of a mail: fields up to an empty line, two well-known ones among them. */
export function isMail(text: string): boolean {
  let known = 0;
  for (const line of text.slice(0, 65_536).split('\n', LOOKED_AT)) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = line.slice(0, 80).split(':', 1)[0]?.toLowerCase() ?? '';
    if (!/^[!-9;-~]+$/.test(name) || !line.includes(':')) return false;
    if (firstFields.has(name)) known += 1;
  }
  return known >= 2;
}
