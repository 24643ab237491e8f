import * as sound from '../../../samples/build/sound-meeting';
import { appointment } from '../../../samples/build/sound-meeting';
import { messageIdentity } from '../../../src/rules/index';
import { testRule } from '../../support/rule-lists';

const report = (
  title: string,
  code: string,
  but: sound.Change,
  severity: 'warning' | 'info' = 'warning',
  path = '',
) => ({
  title,
  but,
  code,
  severity,
  paths: [path],
});

testRule(messageIdentity, {
  silent: [
    { title: 'a class in other letters, with a blank', changes: [sound.setTo(0x001a, 'ipm.appointment ')] },
    {
      title: 'SMTP addresses only',
      changes: [sound.drop(0x0065), sound.set(sound.text(0x5d02, 'olivia@example.com'))],
    },
    {
      title: 'a draft without a sender',
      changes: [sound.setTo(appointment(0x8229), false), sound.drop(0x0c1a), sound.drop(0x0e06)],
      reason: 'never-sent',
    },
    {
      title: 'mail',
      changes: [sound.setTo(0x001a, 'IPM.Note'), sound.drop(0x0c1a)],
      outcome: 'not-applicable',
    },
    {
      title: 'a class of another type',
      changes: [sound.set(sound.long(0x001a, 1))],
      outcome: 'open',
      reason: 'class-lost',
    },
  ],
  reports: [
    report('no class', 'class-missing', sound.drop(0x001a)),
    report('an empty class', 'class-empty', sound.setTo(0x001a, ' '), 'warning', 'messageClass'),
    report(
      'a form of its own',
      'class-unusual',
      sound.setTo(0x001a, 'IPM.Appointment.Room'),
      'info',
      'messageClass',
    ),
    report('no organizer’s name', 'organizer-name-missing', sound.drop(0x0042)),
    report('no organizer’s address', 'organizer-address-missing', sound.drop(0x0065)),
    report('no sender’s name', 'sender-name-missing', sound.drop(0x0c1a)),
    report('a blank name of the sender', 'sender-name-missing', sound.setTo(0x0c1a, '')),
    report('no sender’s address', 'sender-address-missing', sound.drop(0x0c1f)),
    report('no delivery time', 'delivery-time-missing', sound.drop(0x0e06), 'info'),
  ],
});
