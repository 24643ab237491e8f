import { languages } from '../../letter/index';
import type { Option } from './option';

/** The options of what is made of an item: a copy, a letter. */
export const makingOptions = {
  Repair: {
    'attendee-copy': {
      commands: ['repair'],
      does: "accept a FILE that is an attendee's copy of the meeting, which Exchange never sends",
    },
  },
  Letter: {
    language: {
      value: 'en|de',
      choices: languages,
      commands: ['letter'],
      does: 'the language of the letter (default: en)',
    },
    template: {
      value: 'FILE',
      commands: ['letter'],
      does: 'your own text: "Subject: …", an empty line, the letter, with {{subject}} and the like',
    },
    'time-zone': {
      value: 'ZONE',
      commands: ['letter'],
      does: 'the time zone of the letter, such as Europe/Berlin (default: UTC)',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Option>>>>;
