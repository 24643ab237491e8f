import { exercise } from './exercise';
import type { Outcome } from './exercise';
import { exerciseEvidence } from './exercise-evidence';
import { exerciseStore } from './exercise-store';
import {
  eventTextSeeds,
  evidenceItemSeeds,
  evtSeeds,
  evtxSeeds,
  icsSeeds,
  ndrSeeds,
  replySeeds,
  trackingSeeds,
} from './evidence-seeds';
import { mutateEvt } from './mutate-evt';
import { mutateEvtx } from './mutate-evtx';
import { mfcmapiSeeds } from './mfcmapi-seeds';
import { mutateMfcmapi } from './mutate-mfcmapi';
import { mutateMsg } from './mutate-msg';
import { mutatePst } from './mutate-pst';
import { mutateText } from './mutate-text';
import { mutateTnef } from './mutate-tnef';
import { pstSeeds } from './pst-seeds';
import { msgSeeds } from './seeds';
import { emlSeeds, tnefSeeds } from './tnef-seeds';

/** A sound file that is damaged. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A format as the fuzzer knows it: what is damaged, how, and what is done with what comes of it. */
export interface Format {
  readonly seeds: () => readonly Seed[];
  /** A damaged copy: the same for the same number. */
  readonly mutate: (original: Uint8Array, seed: number) => Uint8Array;
  readonly exercise: (bytes: Uint8Array) => Promise<Outcome>;
}

export const formats = {
  msg: { seeds: msgSeeds, mutate: mutateMsg, exercise },
  pst: { seeds: pstSeeds, mutate: mutatePst, exercise: exerciseStore },
  mfcmapi: { seeds: mfcmapiSeeds, mutate: mutateMfcmapi, exercise },
  tnef: { seeds: tnefSeeds, mutate: mutateTnef, exercise },
  eml: { seeds: emlSeeds, mutate: mutateText, exercise },
  evt: { seeds: evtSeeds, mutate: mutateEvt, exercise: exerciseEvidence },
  evtx: { seeds: evtxSeeds, mutate: mutateEvtx, exercise: exerciseEvidence },
  'event-text': { seeds: eventTextSeeds, mutate: mutateText, exercise: exerciseEvidence },
  ndr: { seeds: ndrSeeds, mutate: mutateText, exercise: exerciseEvidence },
  ics: { seeds: icsSeeds, mutate: mutateText, exercise: exerciseEvidence },
  reply: { seeds: replySeeds, mutate: mutateText, exercise: exerciseEvidence },
  tracking: { seeds: trackingSeeds, mutate: mutateText, exercise: exerciseEvidence },
  'evidence-item': { seeds: evidenceItemSeeds, mutate: mutateMsg, exercise: exerciseEvidence },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
