import * as sound from '../../../samples/build/sound-meeting';
import { recipientAddress } from '../../../src/rules/index';
import { noMeetings, testRule } from '../../support/rule-lists';

testRule(recipientAddress, {
  silent: [
    { title: 'an SMTP address instead', changes: [sound.dropCell(0, 0x3003)] },
    { title: 'a name kept with the row instead', changes: [sound.dropCell(1, 0x3001)] },
    { title: 'types in other letters', changes: [sound.setCell(1, sound.text(0x3002, 'smtp'))] },
    {
      title: 'a personal list, which has no address',
      changes: [sound.setCell(1, sound.text(0x3002, 'MAPIPDL')), sound.dropCell(1, 0x3003)],
    },
    {
      title: 'an address that cannot be read',
      changes: [sound.setCell(1, { id: 0x3003, type: 0x000a, value: 5 })],
    },
    {
      title: 'an empty table',
      changes: [sound.withoutException, sound.dropRow(2), sound.dropRow(1), sound.dropRow(0)],
      outcome: 'not-applicable',
      reason: 'no-rows',
    },
    ...noMeetings,
  ],
  reports: [
    {
      title: 'no address',
      but: sound.dropCell(1, 0x3003),
      code: 'address-missing',
      severity: 'warning',
      paths: ['recipients[1]'],
    },
    {
      title: 'a blank address',
      but: sound.setCell(1, sound.text(0x3003, ' ')),
      code: 'address-missing',
      severity: 'warning',
      paths: ['recipients[1]'],
    },
    {
      title: 'no address of the organizer',
      given: [sound.dropCell(0, 0x39fe)],
      but: sound.dropCell(0, 0x3003),
      code: 'organizer-address-missing',
      severity: 'warning',
      paths: ['recipients[0]'],
    },
    {
      title: 'no type',
      but: sound.dropCell(1, 0x3002),
      code: 'address-type-missing',
      severity: 'warning',
      paths: ['recipients[1]'],
    },
    {
      title: 'a type of another world',
      but: sound.setCell(1, sound.text(0x3002, 'NOTES')),
      code: 'address-type-unusual',
      severity: 'info',
      paths: ['recipients[1].addressType'],
    },
    {
      title: 'no name',
      given: [sound.dropCell(1, 0x5ff6)],
      but: sound.dropCell(1, 0x3001),
      code: 'name-missing',
      severity: 'info',
      paths: ['recipients[1]'],
    },
  ],
});
