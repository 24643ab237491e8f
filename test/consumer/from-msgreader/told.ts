// What the program wants of a mail, whoever reads it.

export interface ToldAttachment {
  readonly name: string;
  readonly contentId: string;
  readonly content: string;
}

export interface Told {
  readonly subject: string;
  readonly sender: string;
  readonly sent: string;
  readonly text: string;
  readonly html: string;
  readonly recipients: readonly string[];
  readonly attachments: readonly ToldAttachment[];
  readonly embedded: readonly Told[];
}
