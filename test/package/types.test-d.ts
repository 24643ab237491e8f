import { expectTypeOf, test } from 'vitest';
import { decodeMessage, named, tagged, TrackStatus } from '../../src/index';
import { integer, several, text, time } from '../../src/mapi/definitions/property';
import type { FileTime, PropertyState, Undocumented } from '../../src/index';

const message = decodeMessage(new Uint8Array());
const recipient = message.recipients[0]!;

test('trackStatus is a name, an undocumented number, or absent', () => {
  expectTypeOf(recipient.trackStatus).toEqualTypeOf<TrackStatus | Undocumented | undefined>();
  expectTypeOf<TrackStatus>().toEqualTypeOf<
    'none' | 'organized' | 'tentative' | 'accepted' | 'declined' | 'notResponded'
  >();
});

test('trackStatus narrows', () => {
  const { trackStatus } = recipient;
  if (trackStatus === 'accepted' || trackStatus === 'declined') {
    expectTypeOf(trackStatus).toEqualTypeOf<'accepted' | 'declined'>();
  }
  switch (trackStatus) {
    case undefined:
    case 'none':
    case 'organized':
    case 'tentative':
    case 'accepted':
    case 'declined':
    case 'notResponded':
      break;
    default:
      expectTypeOf(trackStatus).toEqualTypeOf<Undocumented>(); // what no specification documents survives
  }
});

test('a misspelt name does not compile', () => {
  // @ts-expect-error -- it is trackStatus
  expectTypeOf(recipient.trackstatus);
  // @ts-expect-error -- no status is called so
  expectTypeOf(recipient.trackStatus === 'acepted');
  // @ts-expect-error -- a recipient is read-only
  recipient.trackStatus = 'none';
});

test('values have the types of their rows', () => {
  expectTypeOf(recipient.trackStatusTime).toEqualTypeOf<FileTime | undefined>();
  expectTypeOf(recipient.displayName).toEqualTypeOf<string | undefined>();
  expectTypeOf(recipient.flags).toEqualTypeOf<
    | readonly (
        'sendable' | 'organizer' | 'exceptionalResponse' | 'exceptionalDeleted' | 'original' | Undocumented
      )[]
    | undefined
  >();
  expectTypeOf({ ...recipient }.trackStatus).toEqualTypeOf<TrackStatus | Undocumented | undefined>();
  expectTypeOf(TrackStatus.accepted).toEqualTypeOf<'accepted'>();
});

test('a property that the library never heard of is typed by how it is asked for', () => {
  expectTypeOf(message.properties.get(tagged(0x1234, text))).toEqualTypeOf<string | undefined>();
  expectTypeOf(message.properties.get(tagged(0x1234, several(integer)))).toEqualTypeOf<
    readonly number[] | undefined
  >();
  expectTypeOf(message.properties.get(named('X', 1, time))).toEqualTypeOf<FileTime | undefined>();
  expectTypeOf(message.properties.state(tagged(0x1234, text))).toEqualTypeOf<PropertyState>();
});
