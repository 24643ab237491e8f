import { decodeEntryId } from '../mapi/structures/entry-id';
import type { OneOffEntryId } from '../mapi/structures/entry-id';
import type { Message } from './message';
import type { Recipient } from './recipient';

/** An address in a form for comparing: in lower case and without surrounding blanks. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * The addresses of a row, normalized and each once; empty for a row without an address.
 * QUIRK: Outlook without a profile writes the type and the address UNKNOWN (`Lanch_time_every_friday_in_2023_chgs1.msg`
 * of msgreader), which is not an address.
 */
export function addressesOf(row: Recipient): readonly string[] {
  const { addressType, emailAddress, smtpAddress } = addressOf(row);
  return isUnknown(addressType) ? [] : distinct(emailAddress, smtpAddress);
}

/** How a row is reached. */
export interface RowAddress {
  readonly addressType: string | undefined;
  readonly emailAddress: string | undefined;
  readonly smtpAddress: string | undefined;
}

/**
 * The address of a row: what its cells say; where none of them has one, what the one-off entry id of the row says, by which
 * mail is sent ([MS-OXCDATA] 2.2.5.1).
 */
export function addressOf(row: Recipient): RowAddress {
  const { addressType, emailAddress, smtpAddress } = row;
  const hasAddress = [emailAddress, smtpAddress].some((cell) => cell !== undefined && cell.trim() !== '');
  const oneOff = hasAddress ? undefined : oneOffOf(row);
  if (oneOff === undefined) return { addressType, emailAddress, smtpAddress };
  return {
    addressType: addressType ?? oneOff.addressType,
    emailAddress: oneOff.emailAddress,
    smtpAddress: undefined,
  };
}

function oneOffOf({ recipientEntryId, entryId, properties }: Recipient): OneOffEntryId | undefined {
  for (const bytes of [recipientEntryId, entryId]) {
    const decoded = bytes && decodeEntryId(bytes, properties.codePage);
    if (decoded?.kind === 'one-off' && decoded.emailAddress !== '') return decoded;
  }
  return undefined;
}

/** The normalized addresses of the person on whose behalf a message was sent, which is the organizer of a meeting. */
export function representedAddresses(message: Message): readonly string[] {
  return isUnknown(message.sentRepresentingAddressType)
    ? []
    : distinct(message.sentRepresentingEmailAddress, message.sentRepresentingSmtpAddress);
}

/** The normalized addresses of the person who sent a message. */
export function senderAddresses(message: Message): readonly string[] {
  return isUnknown(message.senderAddressType)
    ? []
    : distinct(message.senderEmailAddress, message.senderSmtpAddress);
}

function isUnknown(addressType: string | undefined): boolean {
  return addressType?.trim().toUpperCase() === 'UNKNOWN';
}

function distinct(emailAddress: string | undefined, smtpAddress: string | undefined): readonly string[] {
  const email = emailAddress === undefined ? '' : normaliseAddress(emailAddress);
  const smtp = smtpAddress === undefined ? '' : normaliseAddress(smtpAddress);
  if (email === '' || email === smtp) return smtp === '' ? [] : [smtp];
  return smtp === '' ? [email] : [email, smtp];
}
