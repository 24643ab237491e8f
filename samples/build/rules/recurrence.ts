import { recurrenceBlob } from '../blobs';
import { error } from '../rule-sample';
import type { RuleSample } from '../rule-sample';
import * as sound from '../sound-meeting';

export const sample: RuleSample = {
  shows: 'The recurrence ends before it begins.',
  given: [
    sound.withoutException,
    sound.setTo(
      sound.appointment(0x8216),
      recurrenceBlob({ startDate: '2004-03-15', endDate: '2004-05-17' }),
    ),
  ],
  but: sound.setTo(
    sound.appointment(0x8216),
    recurrenceBlob({ startDate: '2004-03-15', endDate: '2004-03-08' }),
  ),
  finding: error('recurrence-ends-before-start', 'appointmentRecurrence'),
};
