/** A name and an address, RFC 5322 3.4: who sent a mail. */
export interface Mailbox {
  readonly name: string | undefined;
  readonly address: string;
}
