import CFB from 'cfb';
import { touch } from '../peer';
import type { Peer } from '../peer';

const ADDRESS = /__recip_version1\.0_#([0-9A-F]{8})\/__substg1\.0_(?:3001|3003|39FE)00(?:1E|1F)$/;

/** cfb: the contents of all streams. It knows no recipients: their rows are the streams that hold name and address. */
export const peer: Peer = {
  read: (bytes) => {
    const { FullPaths, FileIndex } = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const rows: string[] = [];
    FullPaths.forEach((path, index) => {
      const content = FileIndex[index]?.content;
      touch(content?.length);
      if (ADDRESS.test(path)) rows.push(`${path} ${Buffer.from(content ?? []).toString('latin1')}`);
    });
    return { rows: rows.sort(), said: [] };
  },
};
