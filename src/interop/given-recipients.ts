import { checkArgument } from '../arguments/check';
import { aListOf, anObject } from '../arguments/kinds';
import type { Recipient } from '../message/recipient';

const aTable = /* @__PURE__ */ aListOf('recipients: those of a message', anObject);

/** Throws a `TypeError` for what is no recipient table. */
export function checkRecipients(of: string, recipients: readonly Recipient[]): void {
  checkArgument(of, 'The table', recipients, aTable);
}
