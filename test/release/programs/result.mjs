// Everything that the package tells of a file, by all its rules.
import { allRules } from 'mapilint/rules';
import { diagnose, readMessage } from 'mapilint';
import { toMessageReport } from 'mapilint/report';
import { openStore } from 'mapilint/store';

const storeSignature = '33,66,68,78'; // !BDN

/** The report on a message, on every item of a store, or of the error: a line of JSON each. */
export async function toldOf(bytes) {
  const isStore = String(bytes.subarray(0, 4)) === storeSignature;
  return (isStore ? ofStore(bytes) : ofMessage(bytes)).catch(failure);
}

/** The SHA-256 of that, in hexadecimal. */
export async function resultOf(bytes) {
  const text = await toldOf(bytes);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const reportOn = (message) =>
  JSON.stringify(toMessageReport('file', message, diagnose(message, { rules: allRules })));
const failure = ({ name, code, message }) => JSON.stringify({ name, code, message });

async function ofMessage(bytes) {
  return reportOn(await readMessage(bytes));
}

async function ofStore(bytes) {
  const store = await openStore(bytes);
  const items = [];
  for await (const { id, folder, message, error } of store.items({ folders: 'all' })) {
    const what = JSON.stringify({ id, folder: folder.path });
    items.push(what, message === undefined ? failure(error) : reportOn(message));
  }
  await store.close();
  return [...items, JSON.stringify({ anomalies: store.anomalies })].join('\n');
}
