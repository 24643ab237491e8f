import { readFileSync } from 'node:fs';
import { exportPlaces } from './export-places';
import { decodeEvidence } from '../../src/evidence/index';
import { decodeMessage } from '../../src/index';
import { openStore } from '../../src/store';
import { sampleMessages } from '../support/pst-writer/sample-store';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import { binaryChanges, textChanges } from './changes';
import { placesIn } from './compound-file-places';
import { contentOf } from './content';
import type { Damage, Reading } from './content';
import type { Trial } from './trial';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../samples/${name}`, import.meta.url)));

const readOne = (bytes: Uint8Array): Promise<Reading> => {
  const message = decodeMessage(bytes);
  return Promise.resolve({ content: contentOf([['', message]]), damage: message.anomalies });
};

/** The items of a store by folder and number, and the damage of both. */
async function readStore(bytes: Uint8Array): Promise<Reading> {
  const store = await openStore(bytes);
  try {
    const messages: [string, ReturnType<typeof decodeMessage>][] = [];
    const damage: Damage[] = [];
    for await (const { folder, message, id, error } of store.items({ folders: 'all' })) {
      const path = `${folder.path} ${id}`;
      if (message !== undefined) messages.push([path, message]);
      else damage.push({ code: error.message, severity: 'error', loses: 'anything', path });
      damage.push(...(message?.anomalies ?? []));
    }
    return { content: contentOf(messages), damage: [...store.anomalies, ...damage] };
  } finally {
    await store.close();
  }
}

/** The events of a log, each an object whose fields are its properties. */
async function readEvents(bytes: Uint8Array): Promise<Reading> {
  const evidence = await decodeEvidence(bytes);
  const events = evidence.kind === 'event-log' ? evidence.events : [];
  const objects = events.map((event, index) => {
    const fields = Object.entries(event).map(([name, value]): [string, string] => [
      name,
      value === undefined ? '' : JSON.stringify(value),
    ]);
    return [`events[${index}]`, new Map(fields)] as const;
  });
  return {
    content: { objects: new Map(objects), names: new Map(), claims: evidence.kind },
    damage: evidence.anomalies,
  };
}

const files = (
  names: readonly string[],
  read: Trial['read'],
  changes: Trial['changes'],
  places?: Trial['places'],
): readonly Trial[] => names.map((name) => ({ name, bytes: sample(name), read, changes, places }));

/** By format: sound files, and everything that is done to one place of them. */
export const trials = {
  msg: () =>
    files(
      ['meetings/textbook-defect.msg', 'meetings/exception-defect.msg'],
      readOne,
      binaryChanges,
      placesIn,
    ),
  tnef: () =>
    files(
      ['containers/textbook-defect.tnef', 'containers/exception-defect.tnef', 'containers/legacy-class.tnef'],
      readOne,
      binaryChanges,
    ),
  pst: (): readonly Trial[] => {
    const folders = mailboxFolders({ calendar: sampleMessages().slice(0, 1) });
    return [
      {
        name: 'a store with a meeting',
        bytes: writeStore({ folders }).bytes,
        read: readStore,
        changes: binaryChanges,
      },
    ];
  },
  mfcmapi: () =>
    files(['containers/message-export.xml', 'containers/recipient-table-2012.xml'], readOne, textChanges).map(
      (trial) => ({ ...trial, places: exportPlaces }),
    ),
  evt: () => files(['evidence/event.evt'], readEvents, binaryChanges),
} as const satisfies Record<string, () => readonly Trial[]>;

export type FormatName = keyof typeof trials;
export const formats = Object.keys(trials) as readonly FormatName[];
