import type { Message } from './message';
import type { Recipient } from './recipient';

/** An address in the form in which two are compared: without case and without blanks around it. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * The addresses of a row, normalised and each once; none for a row that has no address.
 * QUIRK: Outlook without a profile writes the type and the address UNKNOWN (`Lanch_time_every_friday_in_2023_chgs1.msg` of
 * msgreader); that is nobody's address.
 */
export function addressesOf({ addressType, emailAddress, smtpAddress }: Recipient): readonly string[] {
  return isUnknown(addressType) ? [] : distinct(emailAddress, smtpAddress);
}

/** The addresses of the one for whom a message was sent, of a meeting its organizer, in the same form. */
export function representedAddresses(message: Message): readonly string[] {
  return isUnknown(message.sentRepresentingAddressType)
    ? []
    : distinct(message.sentRepresentingEmailAddress, message.sentRepresentingSmtpAddress);
}

/** The addresses of the one who sent a message, in the same form. */
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
