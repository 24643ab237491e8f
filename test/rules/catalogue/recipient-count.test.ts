import { countingAttachments, countingRecipients } from '../../../samples/build/rule-sample';
import * as sound from '../../../samples/build/sound-meeting';
import { recipientCount } from '../../../src/rules/index';
import { testRule } from '../../support/rule-lists';

testRule(recipientCount, {
  silent: [
    { title: 'as many as there are', write: countingRecipients(3) },
    { title: 'mail', changes: [sound.setTo(0x001a, 'IPM.Note')] },
    { title: 'an attachment too few, which is another count', write: countingAttachments(4) },
  ],
  reports: [
    {
      title: 'more than there are',
      write: countingRecipients(4),
      code: 'recipients-missing',
      severity: 'warning',
      paths: ['recipients'],
    },
    {
      title: 'fewer than there are',
      write: countingRecipients(2),
      code: 'recipients-uncounted',
      severity: 'warning',
      paths: ['recipients'],
    },
  ],
});
