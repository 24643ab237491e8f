// Every entry point, with types that would not compile if they were wrong.
import { decodeMessage, diagnose, TrackStatus } from 'mapilint';
import type { Message, Recipient } from 'mapilint';
import { decodeEvidence } from 'mapilint/evidence';
import { decodeCfb, decodeMsgReader, toParticipation } from 'mapilint/interop';
import { propertyNames } from 'mapilint/names';
import { fromFile } from 'mapilint/node';
import { formatTable } from 'mapilint/report';
import { openStore } from 'mapilint/store';

declare const bytes: Uint8Array;
const message: Message = decodeMessage(bytes);
const first: Recipient | undefined = message.recipients[0];
const status: TrackStatus | `0x${string}` | undefined = first?.trackStatus;
const ticks: bigint | undefined = first?.trackStatusTime?.ticks;
// @ts-expect-error it cannot be misspelt
void first?.trackstatus;
void [
  diagnose(message).verdict,
  openStore,
  decodeEvidence,
  formatTable(message),
  propertyNames,
  fromFile,
  ticks,
];
void [decodeCfb, decodeMsgReader, toParticipation(status)];
