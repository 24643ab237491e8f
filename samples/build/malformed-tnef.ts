// One damaged TNEF stream for each kind of damage, and a mail around a sound one.

import { concat } from '../../test/support/compound-file-writer';
import { writeEml } from '../../test/support/eml-writer';
import type { WrittenMessage } from '../../test/support/msg-writer';
import { number, object, propertyList } from '../../test/support/tnef-properties';
import { attributesOf, writeStream, writeTnef } from '../../test/support/tnef-writer';
import type { WrittenAttribute } from '../../test/support/tnef-writer';
import type { MalformedSample } from './malformed';

const IID_IMessage = '00020307-0000-0000-C000-000000000046';
const MSG_PROPS = 0x00069003;
const RECIP_TABLE = 0x00069004;

/** A message as a stream whose attributes are changed before they are written. */
function changed(
  mail: WrittenMessage,
  change: (attribute: WrittenAttribute) => WrittenAttribute | readonly WrittenAttribute[],
): Uint8Array {
  return writeStream(attributesOf(mail).flatMap(change));
}

function tnef(shows: string, bytes: Uint8Array, outcome: 'anomaly' | 'error' = 'anomaly'): MalformedSample {
  return { shows, outcome, container: 'tnef', bytes };
}

/** By the code that reading the file gives. */
export function malformedTnef(mail: WrittenMessage): Readonly<Record<string, MalformedSample>> {
  const sound = writeTnef(mail);
  const list = (...more: readonly Uint8Array[]): Uint8Array =>
    propertyList(mail.properties, { codePage: 1252 }, more);
  const withList = (data: Uint8Array): Uint8Array =>
    changed(mail, (attribute) => (attribute.id === MSG_PROPS ? { ...attribute, data } : attribute));
  const attachment = (...attributes: readonly WrittenAttribute[]): Uint8Array =>
    writeStream([...attributesOf(mail), ...attributes]);
  const title: WrittenAttribute = { level: 2, id: 0x00018010, data: new TextEncoder().encode('a.txt\0') };
  const rendering: WrittenAttribute = {
    level: 2,
    id: 0x00069002,
    data: concat([number(2, 1), new Uint8Array(12)]),
  };
  return {
    'tnef-header-short': tnef('The file ends behind its signature.', sound.slice(0, 5), 'error'),
    'tnef-attribute-cut': tnef('The file ends inside the recipient table.', sound.slice(0, -20)),
    'tnef-attribute-level': tnef(
      'The recipient table belongs to level 75.',
      changed(mail, (attribute) => (attribute.id === RECIP_TABLE ? { ...attribute, level: 75 } : attribute)),
    ),
    'tnef-attribute-unknown': tnef(
      'The recipient table has the identifier of no attribute.',
      changed(mail, (attribute) =>
        attribute.id === RECIP_TABLE ? { ...attribute, id: RECIP_TABLE + 0x100 } : attribute,
      ),
    ),
    'tnef-checksum': tnef(
      'The checksum of the properties is one too high.',
      changed(mail, (attribute) => (attribute.id === MSG_PROPS ? { ...attribute, wrongBy: 1 } : attribute)),
    ),
    'tnef-trailing-bytes': tnef(
      'A line break follows the last attribute.',
      concat([sound, Uint8Array.of(13, 10)]),
    ),
    'tnef-attribute-repeated': tnef(
      'Two subjects.',
      writeTnef(mail, {
        legacy: ['One', 'Two'].map((subject) => ({
          level: 1,
          id: 0x00018004,
          data: new TextEncoder().encode(`${subject}\0`),
        })),
      }),
    ),
    'tnef-attribute-value': tnef(
      'It was sent in month 13.',
      writeTnef(mail, {
        legacy: [
          {
            level: 1,
            id: 0x00038005,
            data: concat([2004, 13, 1, 0, 0, 0, 0].map((each) => number(2, each))),
          },
        ],
      }),
    ),
    'tnef-attachment-order': tnef('The name of an attachment that nothing began.', attachment(title)),
    'tnef-properties-lost': tnef(
      'The list counts a property more than it has.',
      withList(concat([number(4, mail.properties.length + 1), list().subarray(4)])),
    ),
    'tnef-properties-uncounted': tnef(
      'The list counts a property less than it has.',
      withList(concat([number(4, mail.properties.length - 1), list().subarray(4)])),
    ),
    'tnef-padding': tnef(
      'Six zero bytes follow the recipient table.',
      changed(mail, (attribute) =>
        attribute.id === RECIP_TABLE
          ? { ...attribute, data: concat([attribute.data, new Uint8Array(6)]) }
          : attribute,
      ),
    ),
    'tnef-rows-uncounted': tnef(
      'The recipient table counts one of its three rows.',
      changed(mail, (attribute) =>
        attribute.id === RECIP_TABLE
          ? { ...attribute, data: concat([number(4, 1), attribute.data.subarray(4)]) }
          : attribute,
      ),
    ),
    'tnef-duplicate-property': tnef(
      'The importance stands there twice.',
      withList(list(...[1, 2].map((value) => concat([number(4, 0x00170003), number(4, value)])))),
    ),
    'tnef-value-count': tnef(
      'A binary value that counts three values.',
      withList(
        list(
          concat([
            number(4, 0x65000102),
            number(4, 3),
            ...[7, 8, 9].map((each) => concat([number(4, 1), number(4, each)])),
          ]),
        ),
      ),
    ),
    'tnef-recipient-table': tnef(
      'The table counts five rows; the third has a property of a type that does not exist.',
      changed(mail, (attribute) =>
        attribute.id === RECIP_TABLE
          ? {
              ...attribute,
              data: concat([number(4, 5), attribute.data.subarray(4), number(4, 1), number(4, 0x30010999)]),
            }
          : attribute,
      ),
    ),
    'tnef-recipient-table-absent': tnef(
      'A stream as mail servers write it, whose recipients stand in the header of the mail.',
      writeTnef(mail, { hasRecipientTable: false }),
    ),
    'tnef-embedded-message': tnef(
      'An attachment that is text, and says that it is a message.',
      attachment(rendering, {
        level: 2,
        id: 0x00069005,
        data: propertyList([], { codePage: 1252 }, [
          object(0x3701, IID_IMessage, new TextEncoder().encode('This is no TNEF stream.')),
        ]),
      }),
    ),
    'eml-part': {
      shows: 'A mail with a calendar part and a TNEF part, which is read; nothing is damaged.',
      outcome: 'anomaly',
      container: 'eml',
      bytes: writeEml(sound, { calendar: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' }),
    },
  };
}
