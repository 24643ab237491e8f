// Writes mails (RFC 5322) around a TNEF stream.

export interface EmlOptions {
  /** The text of a text/calendar part before the TNEF part. */
  readonly calendar?: string;
  /** The declared type. Default application/ms-tnef. */
  readonly type?: string;
  readonly name?: string;
}

/** A mail with a text part, and the parts that are given. */
export function writeEml(stream: Uint8Array | undefined, options: EmlOptions = {}): Uint8Array {
  const { calendar, type = 'application/ms-tnef', name = 'winmail.dat' } = options;
  const parts = [
    ['Content-Type: text/plain; charset=us-ascii', '', 'When: Monday.'],
    ...(calendar === undefined
      ? []
      : [['Content-Type: text/calendar; charset=utf-8; method=REQUEST', '', calendar.trimEnd()]]),
    ...(stream === undefined
      ? []
      : [
          [
            `Content-Type: ${type}; name="${name}"`,
            'Content-Transfer-Encoding: base64',
            `Content-Disposition: attachment; filename="${name}"`,
            '',
            base64(stream),
          ],
        ]),
  ];
  const lines = [
    'From: Olivia Organizer <olivia@example.com>',
    'To: Bob Miller <bob@partner.example>',
    'Subject: Quarterly review',
    'Date: Fri, 12 Mar 2004 16:30:30 +0000',
    'Message-ID: <1@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    ...parts.flatMap((part) => ['--b', ...part, '']),
    '--b--',
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
}
