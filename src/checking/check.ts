import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aListOf, anObject, aText, either, oneWordOf } from '../arguments/kinds';
import { toByteSource } from '../bytes/byte-source';
import type { ByteSource, Readable } from '../bytes/byte-source';
import type { Evidence } from '../evidence/decode-evidence';
import type { Message } from '../message/message';
import { readMessage } from '../reading/read-message';
import { readOptionKinds } from '../reading/read-options';
import type { ReadOptions } from '../reading/read-options';
import { diagnose, judgingKinds } from '../rules/diagnose';
import type { DiagnoseOptions, Diagnosis } from '../rules/diagnose';
import { defaultPreset, presets, rulesOfPreset } from '../rules/preset-rules';
import type { Preset } from '../rules/preset-rules';
import { sourceOfPath } from './path-source';

/** How `check` reads and judges. Every option has the same default as in the command. */
export interface CheckOptions extends Omit<DiagnoseOptions, 'rules' | 'evidence'> {
  /** Which rules to apply. Default `recommended`. */
  readonly preset?: Preset | undefined;
  /**
   * Evidence about the item: event logs, non-delivery reports, replies. Each is decoded already, or anything that
   * `decodeEvidence` can read.
   */
  readonly evidence?: readonly (Evidence | Readable | string)[] | undefined;
  /** How to read the message. */
  readonly read?: ReadOptions | undefined;
}

/** A message, and what the rules say about it. */
export interface CheckedMessage {
  readonly message: Message;
  readonly diagnosis: Diagnosis;
}

/**
 * Reads a message and judges it as `mapilint check` does: with the same rules, the current time as `now`, and the same
 * findings. A string is a path, which only Node can open. Rejects with a `MapilintError` if the message or the evidence
 * cannot be read, and with the system's error if the file cannot be opened; damage that leaves something to read is in
 * `message.anomalies`.
 *
 * @example
 * ```ts
 * const { message, diagnosis } = await check('calendar.msg');
 * console.log(message.subject, diagnosis.verdict);
 * ```
 */
export async function check(input: Readable | string, options: CheckOptions = {}): Promise<CheckedMessage> {
  checkOptions('check', options, {
    ...judgingKinds,
    preset: oneWordOf(presets),
    evidence: aListOf('evidence, decoded or as a path, bytes or a file', either(anObject, aText)),
    read: readOptionKinds,
  } satisfies OptionKinds<CheckOptions>);
  const { preset = defaultPreset, evidence = [], read, ...judging } = options;
  const rules = rulesOfPreset(preset);
  const message = await readMessage(await sourceOf(input), read);
  const decoded = await Promise.all(evidence.map(evidenceOfAny));
  const now = judging.now ?? new Date();
  return { message, diagnosis: diagnose(message, { ...judging, rules, now, evidence: decoded }) };
}

function sourceOf(input: Readable | string): Promise<ByteSource> | ByteSource {
  return typeof input === 'string' ? sourceOfPath(input) : toByteSource(input, ', or a path');
}

async function evidenceOfAny(evidence: Evidence | Readable | string): Promise<Evidence> {
  if (typeof evidence === 'object' && 'kind' in evidence) return evidence;
  const source = await sourceOf(evidence);
  const { decodeEvidence } = await import('../evidence/decode-evidence');
  return decodeEvidence(await bytesOf(source), { name: source.name });
}

async function bytesOf(source: ByteSource): Promise<Uint8Array> {
  const open = await source.open();
  try {
    return open.whole ?? (await open.slice(0, open.byteLength));
  } finally {
    await open.close();
  }
}
