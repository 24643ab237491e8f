import { storeDamage } from './store-damage';

/** How much a piece of damage matters: an `error` loses content, a `warning` is a lie that loses nothing. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every way in which a file can be damaged, and how much it matters. The first word is the layer that noticed.
 * The codes are stable: match on them, never on a message. Marked as pure, so that bundles without reading lack it.
 */
export const damageSeverity = /* @__PURE__ */ Object.assign(
  {
    /** The file is none of the formats that this library reads. */
    'message-unrecognized': 'error',

    /** [MS-CFB] 2.2: the file ends inside the 512-byte header. */
    'cfb-header-short': 'error',
    /** [MS-CFB] 2.2: Sector Shift is neither 9 nor 12, so no sector can be found. */
    'cfb-sector-shift': 'error',
    /** [MS-CFB] 2.2: a header field has a value that the specification forbids; reading goes on with the right one. */
    'cfb-header-field': 'warning',
    /** [MS-CFB] 2.2: the header counts FAT or DIFAT sectors that the file is too small to need. */
    'cfb-fat-count': 'warning',
    /** [MS-CFB] 2.3, 2.5: the FAT, or the DIFAT that locates it, ends before an entry that is needed. */
    'cfb-fat-short': 'error',
    /** [MS-CFB] 2.3: a chain leads to a sector number that is outside the file or no sector number at all. */
    'cfb-sector-out-of-file': 'error',
    /** [MS-CFB] 2.3: a chain leads to a sector that belongs to something else, or back into itself. */
    'cfb-sector-claimed-twice': 'error',
    /** [MS-CFB] 2.6: a stream has fewer bytes than its directory entry says. */
    'cfb-stream-short': 'error',
    /** [MS-CFB] 2.6: no directory can be read, so nothing in the file has a name. */
    'cfb-directory-missing': 'error',
    /** [MS-CFB] 2.6.4: a directory entry is reached twice: the tree has a cycle. */
    'cfb-directory-cycle': 'error',
    /** [MS-CFB] 2.6.1: a directory entry, or a link to one, makes no sense. */
    'cfb-directory-entry': 'error',
    /** [MS-CFB] 2.6.4: directory entries are in use that the tree does not reach. */
    'cfb-directory-orphans': 'error',

    /** [MS-OXMSG] 2.4: a compound file without a top-level property stream: no message. */
    'msg-property-stream-missing': 'error',
    /** [MS-OXMSG] 2.4: a property stream is cut: its last entry, or its header, is incomplete. */
    'msg-property-stream-cut': 'error',
    /** [MS-OXMSG] 2.4.1: the header counts other recipients or attachments than there are storages. */
    'msg-object-count': 'warning',
    /** [MS-OXMSG] 2.2.1, 2.2.2: two storages carry the same name; both are kept. */
    'msg-duplicate-storage': 'error',
    /** [MS-OXMSG] 2.4.2: one storage holds two properties of one tag; the first counts. */
    'msg-duplicate-property': 'error',
    /** [MS-OXMSG] 2.4.2.2: the stream that should hold a property's value is not there. */
    'msg-value-stream-missing': 'error',
    /** [MS-OXMSG] 2.4.2.2: a value stream belongs to no property: the entry that named it is lost. */
    'msg-value-stream-orphan': 'error',
    /** [MS-OXMSG] 2.4.2.2: an entry states another size than its value stream has; the stream is right. */
    'msg-value-size': 'warning',
    /** [MS-OXMSG] 2.2.3: the named-property map is cut or points outside itself. */
    'msg-named-property-map': 'error',

    /** [MS-OXTNEF] 2.1.1: the file ends before its first attribute. */
    'tnef-header-short': 'error',
    /** [MS-OXTNEF] 2.1.3.2: an attribute, its header or its checksum ends behind the stream; what follows is lost. */
    'tnef-attribute-cut': 'error',
    /** [MS-OXTNEF] 2.1.3.2: an attribute belongs neither to the message nor to an attachment; what follows is lost. */
    'tnef-attribute-level': 'error',
    /** [MS-OXTNEF] 2.1.3.2: an attribute's bytes do not add up to its checksum. */
    'tnef-checksum': 'warning',
    /** [MS-OXTNEF] 2.1.1: a few bytes follow the last attribute. */
    'tnef-trailing-bytes': 'warning',
    /** [MS-OXTNEF] 2.1.3.2: an attribute occurs twice; the first counts. */
    'tnef-attribute-repeated': 'warning',
    /** [MS-OXTNEF] 2.1.3.3: an attribute's value has not the form that its kind has; it is left out. */
    'tnef-attribute-value': 'error',
    /** [MS-OXTNEF] 2.1.3.4: attributes of an attachment come before the one that should begin it. */
    'tnef-attachment-order': 'warning',
    /** [MS-OXTNEF] 2.1.3.4: a list of properties ends, or cannot be followed, before as many were read as it counts. */
    'tnef-properties-lost': 'error',
    /** [MS-OXTNEF] 2.1.3.4: a list holds two properties of one tag; the first counts. */
    'tnef-duplicate-property': 'info',
    /** [MS-OXTNEF] 2.1.3.4: a property that has one value counts another number of them; the first counts. */
    'tnef-value-count': 'error',
    /** [MS-OXTNEF] 2.1.3.5: the recipient table has fewer rows than it counts. */
    'tnef-recipient-table': 'error',
    /** [MS-OXTNEF] 2.1.3.5: the stream has no recipient table, which writers may leave out: nobody is listed. */
    'tnef-recipient-table-absent': 'info',
    /** [MS-OXTNEF] 2.1.3.4: what an attachment calls a message is no TNEF stream. */
    'tnef-embedded-message': 'error',

    /** An MFCMAPI export ends before its last end tag. */
    'mfcmapi-export-cut': 'error',
    /** A tag or text stands in an MFCMAPI export where the tool writes none, or a tag that it writes is missing. */
    'mfcmapi-structure': 'error',
    /** The numbers of the rows of an MFCMAPI export do not follow one another: rows are missing. */
    'mfcmapi-row-index': 'error',
    /** A property of an MFCMAPI export has no property tag; it is left out. */
    'mfcmapi-tag': 'error',
    /** One object of an MFCMAPI export has two properties of one tag; the first counts. */
    'mfcmapi-duplicate-property': 'error',
    /** A value in an MFCMAPI export is not in the form that the tool gives to values of its type. */
    'mfcmapi-value': 'error',
    /** An MFCMAPI export says how many bytes or values a property has, and shows fewer. */
    'mfcmapi-value-cut': 'error',
    /** The name of a property in an MFCMAPI export cannot be read, or differs from what it was before. */
    'mfcmapi-named-property': 'error',

    /** [MS-OXCDATA] 2.11.1: the bytes do not fit the property's type; they are kept raw. */
    'mapi-value-malformed': 'error',
    /** [MS-OXCDATA] 2.11.1: a property type that does not exist; the bytes are kept raw. */
    'mapi-type-unknown': 'error',
    /** [MS-OXRTFCP] 2.1.3.1: the header of a compressed RTF body states sizes that it cannot have; it is kept raw. */
    'mapi-rtf-header': 'warning',
    /** [MS-OXOCAL] 2.2.1.25: the table of unsendable recipients cannot be decoded; the bytes are kept raw. */
    'mapi-unsendable-recipients': 'warning',
    /** An 8-bit string does not fit the code page it should be in; the bytes are kept raw. */
    'mapi-text-undecodable': 'error',

    /** The file is none of the forms in which event logs, non-delivery reports and replies are handed over. */
    'evidence-unrecognized': 'error',
    /** Text that fits neither the encoding its first bytes announce nor the code page of 8-bit text. */
    'evidence-text-encoding': 'warning',

    /** The file ends inside the 48-byte header of an .evt log; records are looked for all the same. */
    'evt-header-short': 'error',
    /** A field of the header of an .evt log has a value that it cannot have; its end record is used instead. */
    'evt-header-field': 'warning',
    /** The .evt log was not closed: its header is out of date, and its end record is used instead. */
    'evt-dirty': 'warning',
    /** An .evt log has no end record where it should; what follows the last record read is not known. */
    'evt-end-record-missing': 'error',
    /** The file ends before the .evt log does. */
    'evt-file-cut': 'error',
    /** Bytes of an .evt log that should be a record are none; reading goes on at the next one. */
    'evt-record-damaged': 'error',
    /** A field of a record of an .evt log points outside the record, or a string in it has no end. */
    'evt-record-field': 'error',
    /** An .evt log has fewer records than its header or end record counts. */
    'evt-record-count': 'error',
    /** The header of an .evtx log is damaged in a way that its records can be read without. */
    'evtx-header': 'warning',
    /** A record or chunk of an .evtx log cannot be read. */
    'evtx-record-damaged': 'error',
    /** A quoted cell of a CSV export never ends; what follows was taken up to the end of its line only. */
    'event-quote-open': 'error',
    /** An event in a text has a number, code or time that cannot be read; its text is kept. */
    'event-field': 'warning',

    /** Of a mail, the part was read that carries a recipient table: which, and what else there is. */
    'eml-part': 'info',
    /** A mail cannot be taken apart by its MIME structure. */
    'mime-malformed': 'error',
    /** RFC 5545 3.1: a content line of an iCalendar object cannot be read; it is left out. */
    'ics-line-malformed': 'error',
    /** RFC 5545 3.6: a component of an iCalendar object is not ended, or ended without having begun. */
    'ics-structure': 'error',

    /** Storages nested deeper than the option `storageDepth` allows; the deeper ones are not read. */
    'limit-storage-depth': 'error',
    /** Messages embedded deeper than the option `embeddedDepth` allows; the deeper ones are not read. */
    'limit-embedded-depth': 'error',
    /** More recipients in one table than the option `recipients` allows; the rest is not read. */
    'limit-recipients': 'error',
  } as const satisfies Record<string, Severity>,
  storeDamage,
);

/** The stable name of a kind of damage. */
export type DamageCode = keyof typeof damageSeverity;
