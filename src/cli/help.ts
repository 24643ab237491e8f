/** What `mapilint --help` prints. */
export const help = `mapilint – reads recipient tables of Outlook messages, and tells which meetings
Exchange 2003 will fail to update or cancel (KB 938650).

  mapilint check calendar.msg           the verdict: whether, for whom, why, what now
  mapilint check FOLDER...              the same for every message in it
  mapilint check mailbox.pst            the same for every item of a PST or OST store
  mapilint check --reply reply.ics      what a reply will do to the row of its attendee
  mapilint table calendar.msg           the recipient table, as MFCMAPI shows it
  mapilint props calendar.msg           every property: names, type, value, bytes, place
  mapilint compare ORGANIZERS ATTENDEES what differs between two copies of a meeting
  mapilint folders mailbox.pst          the folders of a PST or OST store
  mapilint items mailbox.pst            what its calendars hold; --folder for others
  mapilint rules                        every rule and its severity

Options
  --format text|json     json is described in docs/json.md; of check: sarif, junit, too
  --fail-on warning|error  exit with 1 from this severity on (default: warning)
  --preset recommended|all  of check: the rules to begin with (default: recommended)
  --rule ID=SEVERITY     of check: off, info, warning or error; may be repeated
  --config FILE          instead of mapilint.config.json in the working directory
  --attendee ADDRESS     of compare: whose copy the second is
  --all                  list items that are no meetings, too
  --events FILE          of check: an event log (.evt, .evtx, text, CSV); may be given several times
  --ndr FILE             of check: a non-delivery report (text, .eml); also several
  --reply FILE           of check: an attendee's reply, or the meeting saved as .ics; also several
  --replied ADDRESS      of check: an attendee who is known to have answered; also several
  --event-timezone ZONE  of times without a zone: Europe/Berlin, +02:00
  --folder PATH          of a store: calendar, sent, deleted, all, or a path as folders shows it
  --item ID              of a store: the item with this number, such as 0x200024
  --subject TEXT         of a store: items with this text in their subject
  --sort subject|start   of items: their order
  --of recipients[3]     of props: a row, attachments[1], embedded[0].recipients[1], …
  --property NAME        of props: only this one, by any name or as 0x5FFF0003
  --strict               take damage of severity error as unreadable
  --code-page NUMBER     of 8-bit strings, for messages that do not say (default: 1252)
  --help, --version

Exit codes: 0 nothing found, 1 something found, 2 something unreadable or wrong usage
`;
