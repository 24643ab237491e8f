import { languages } from '../../letter/index';
import type { Option } from './option';

/** The options of what is made of an item: a copy, a letter. */
export const makingOptions = {
  'What is repaired': {
    'attendee-copy': {
      commands: ['repair'],
      does: "an attendee's copy, too, which is not what Exchange sends",
    },
  },
  'What a letter is like': {
    language: {
      value: 'en|de',
      choices: languages,
      commands: ['letter'],
      does: 'its language (default: en)',
    },
    template: {
      value: 'FILE',
      commands: ['letter'],
      does: 'its text instead: "Subject: …", an empty line, the letter, with {{subject}} and the like',
    },
    'time-zone': {
      value: 'ZONE',
      commands: ['letter'],
      does: 'the zone of its times: Europe/Berlin (default: UTC)',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Option>>>>;
