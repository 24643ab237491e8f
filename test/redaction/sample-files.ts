// The samples, and the evidence that goes with them.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
/** Folders of samples that hold messages and stores. */
export const messageFolders = [
  'meetings',
  'containers',
  'field',
  'malformed',
  'rules',
  'stores',
  'scenario',
] as const;
/** What lies beside the samples and is none. */
const unlike = /README|\.(?:json|ts|mjs|sh|ya?ml|sbatch)$/;

export function samplesIn(folder: string): string[] {
  return readdirSync(join(samples, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !unlike.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const at = (path: string): string => join(samples, path);
const sent = at('meetings/sent-cancellation.msg');
const event = (name: string): readonly [string, string] => ['--events', at(name)];

/** Items, each with evidence beside it; the first is undefined where the evidence is judged alone. */
export const withEvidence: readonly (readonly [
  item: string | undefined,
  ...evidence: (readonly [option: string, path: string])[],
])[] = [
  [
    sent,
    ...['event.evt', 'event-other-code.evt', 'event-too-early.evt', 'event.txt', 'event.csv'].map((name) =>
      event(`evidence/${name}`),
    ),
    event('field/event-text-of-2003-tools/psloglist.txt'),
    ['--ndr', at('evidence/ndr.eml')],
    ['--ndr', at('evidence/ndr-of-another.eml')],
    ['--reply', at('evidence/reply-carla.ics')],
    ['--reply', at('field/calendar-counter/counter.ics')],
  ],
  ...['confirms', 'refused', 'refutes', 'tells-nothing'].map((name) => {
    return [
      at('scenario/sent-cancellation.msg'),
      ['--tracking', at(`scenario/tracking-${name}.log`)],
    ] as const;
  }),
  [at('field/ndr-angle-brackets/a0-plain.msg'), ['--ndr', at('field/ndr-angle-brackets/n3-ndr-angle.eml')]],
  [
    at('field/ndr-and-reply-as-msg/a5-meeting.msg'),
    ['--ndr', at('field/ndr-and-reply-as-msg/a4-ndr.msg')],
    ['--reply', at('field/ndr-and-reply-as-msg/a5-reply-nocc.msg')],
  ],
  [
    undefined,
    ...['fails', 'passes'].map((name) => {
      return ['--reply', at(`rules/reply-without-critical-change/${name}.ics`)] as const;
    }),
    ['--reply', at('field/reply-not-an-answer/reply-needs-action.ics')],
  ],
];
