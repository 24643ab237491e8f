import { readFileSync } from 'node:fs';

/** A library and how it is called. */
export interface PeerEntry {
  readonly name: string;
  /** Below `readers`. */
  readonly reader: string;
  /** Its folder, by which its version is known. */
  readonly folder: string;
  /** The version that is installed when it is needed; undefined: it is a dependency of this project. */
  readonly installs?: string;
}

const mapilint = (reader: string): PeerEntry => ({ name: 'mapilint', reader, folder: '.' });
const peer = (name: string, reader: string): PeerEntry => ({ name, reader, folder: `node_modules/${name}` });

const nodeTnef: PeerEntry = {
  name: 'node-tnef',
  reader: 'node-tnef',
  folder: 'node_modules/.cache/peers/node_modules/node-tnef',
  installs: '1.4.0',
};

/** The libraries that read a format; the first is ours. */
export const peers = {
  msg: [mapilint('mapilint'), peer('@kenjiuno/msgreader', 'msgreader'), peer('cfb', 'cfb')],
  pst: [mapilint('mapilint-store'), peer('pst-extractor', 'pst-extractor')],
  tnef: [mapilint('mapilint'), nodeTnef],
} as const satisfies Record<string, readonly [PeerEntry, ...PeerEntry[]]>;

export type PeerFormat = keyof typeof peers;

export function addressOf({ reader }: PeerEntry): URL {
  return new URL(`./readers/${reader}.ts`, import.meta.url);
}

export function versionOf({ folder }: PeerEntry): string {
  const path = new URL(`../../../${folder}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
