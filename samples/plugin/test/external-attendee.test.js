import { test } from 'node:test';
import { testRule } from 'mapilint/rules/kit';
import { externalAttendee } from '../rules/external-attendee.js';

/** @param {readonly string[]} addresses */
const meetingWith = (...addresses) => ({
  messageClass: 'IPM.Appointment',
  subject: 'Weekly call',
  recipients: addresses.map((emailAddress) => ({ displayName: 'Bob', addressType: 'SMTP', emailAddress })),
});

testRule(
  externalAttendee,
  {
    valid: [
      { name: 'a colleague', message: meetingWith('bob@example.com') },
      { name: 'an address in capitals', message: meetingWith('BOB@EXAMPLE.COM') },
      { name: 'a name of Exchange, which has no domain', message: meetingWith('/o=Example/cn=bob') },
      {
        name: 'a partner who is listed',
        message: meetingWith('bob@partner.example'),
        options: { domains: ['example.com', 'partner.example'] },
      },
      { name: 'nobody', message: meetingWith(), outcome: 'not-applicable' },
      { name: 'a mail', message: { messageClass: 'IPM.Note' }, outcome: 'not-applicable' },
    ],
    invalid: [
      {
        name: 'somebody else',
        message: meetingWith('ann@example.com', 'bob@partner.example'),
        findings: [
          {
            code: 'external-attendee',
            path: 'recipients[1].emailAddress',
            message: 'Bob <bob@partner.example>: partner.example is none of our domains',
          },
        ],
      },
      {
        name: 'a colleague where the house has another domain',
        message: meetingWith('bob@example.com'),
        options: { domains: ['example.org'] },
        findings: ['external-attendee'],
      },
    ],
  },
  test,
);
