import * as sound from '../../../samples/build/sound-meeting';
import { organizerMismatch } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

const smtpOnly = sound.setTo(0x0065, 'olivia@example.com');

testRule(organizerMismatch, {
  silent: [
    {
      title: 'the same address in other letters',
      changes: [sound.setTo(0x0065, '/O=EXAMPLE/OU=First Administrative Group/cn=Recipients/cn=olivia ')],
    },
    { title: 'the SMTP address of the row', changes: [smtpOnly] },
    {
      title: 'an SMTP and an Exchange address',
      changes: [smtpOnly, sound.dropCell(0, 0x39fe)],
      outcome: 'open',
      reason: 'addresses-of-different-kinds',
    },
    {
      title: 'nobody is the organizer in the table',
      changes: [sound.setCell(0, sound.long(0x5ffd, 1))],
      outcome: 'not-applicable',
      reason: 'no-organizer-row',
    },
    {
      title: 'the message names nobody',
      changes: [sound.drop(0x0065)],
      outcome: 'not-applicable',
      reason: 'no-represented-address',
    },
    {
      title: 'UNKNOWN is nobody’s address',
      changes: [sound.setTo(0x0064, 'UNKNOWN')],
      outcome: 'not-applicable',
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'another Exchange address',
      but: sound.setTo(0x0065, '/o=Example/cn=oscar'),
      code: 'organizer-mismatch',
      severity: 'warning',
      paths: ['recipients[0]'],
    },
    {
      title: 'another SMTP address',
      given: [smtpOnly],
      but: sound.setTo(0x0065, 'oscar@example.com'),
      code: 'organizer-mismatch',
      severity: 'warning',
      paths: ['recipients[0]'],
    },
  ],
});
