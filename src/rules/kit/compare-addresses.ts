import { checkArgument } from '../../arguments/check';
import { aText, either } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';
import { normaliseAddress } from '../../message/address';

const anAddress = /* @__PURE__ */ either(aText, ['undefined', (value) => value === undefined] satisfies Kind);

/**
 * Whether two addresses are the same, apart from case and surrounding blanks. An undefined address is not the same as
 * any other.
 */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  for (const each of [one, other]) checkArgument('isSameAddress', 'The address', each, anAddress);
  if (one === undefined || other === undefined) return false;
  const address = normaliseAddress(one);
  return address !== '' && address === normaliseAddress(other);
}

/** The domain of an SMTP address, in lower case; undefined for any other address, such as an X.500 name. */
export function smtpDomainOf(address: string | undefined): string | undefined {
  checkArgument('smtpDomainOf', 'The address', address, anAddress);
  if (address === undefined) return undefined;
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(normaliseAddress(address)) ?? [];
  return domain;
}
