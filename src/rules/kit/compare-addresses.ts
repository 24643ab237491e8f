import { normaliseAddress } from '../../message/address';

/** Whether two addresses are the same but for case and blanks around them; an address that is not there is no other's. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const address = normaliseAddress(one);
  return address !== '' && address === normaliseAddress(other);
}

/** The domain of an SMTP address, in small letters; undefined of any other address, such as an X.500 name. */
export function domainOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(normaliseAddress(address)) ?? [];
  return domain;
}
