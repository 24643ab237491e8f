/**
 * How much damage or a finding matters. An `error` of damage loses content; a `warning` is a false statement in the
 * file that loses nothing; `info` costs nothing, but is worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * What may be lost at the place of the damage. `nothing`; `value`: the value of a property that is known to exist;
 * `property`: a whole property, so that a missing one proves nothing; `object`: a row, an attachment, a message or all
 * of its properties; `anything`: any part of the message and of what it contains.
 */
export type Loss = 'nothing' | 'value' | 'property' | 'object' | 'anything';

/** What is known of a kind of damage before it is met. */
export interface DamageKind {
  readonly severity: Severity;
  /** Unless the reader that met it knows better: a stream is short, but of what it is the content? */
  readonly loses: Loss;
}

/**
 * Every way in which a file can be damaged, how much it matters and what it may have cost. The first word is the layer
 * that noticed. The codes are stable: match on them, never on a message.
 */
export const damageKinds = {
  /** The file is none of the formats that this library reads. */
  'message-unrecognized': { severity: 'error', loses: 'anything' },
  /** The file has no bytes, as a copy that failed leaves it. */
  'file-empty': { severity: 'error', loses: 'anything' },

  /** [MS-CFB] 2.2: the file ends inside the 512-byte header. */
  'cfb-header-short': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.2: Sector Shift is neither 9 nor 12, so no sector can be found. */
  'cfb-sector-shift': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.2: a header field has a value that the specification forbids; reading goes on with the right one. */
  'cfb-header-field': { severity: 'warning', loses: 'nothing' },
  /** [MS-CFB] 2.2: the header counts FAT or DIFAT sectors that the file is too small to need. */
  'cfb-fat-count': { severity: 'warning', loses: 'nothing' },
  /** [MS-CFB] 2.3, 2.5: the FAT, or the DIFAT that locates it, ends before an entry that is needed. */
  'cfb-fat-short': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.3: a chain leads to a sector number that is outside the file or no sector number at all. */
  'cfb-sector-out-of-file': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.3: a chain leads to a sector that belongs to something else, or back into itself. */
  'cfb-sector-claimed-twice': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6: a stream has fewer bytes than its directory entry says. */
  'cfb-stream-short': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6: the chain of a stream goes on where its size says that it ends: one of them is damaged. */
  'cfb-stream-long': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6: no directory can be read, so nothing in the file has a name. */
  'cfb-directory-missing': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6.4: a directory entry is reached twice: the tree has a cycle. */
  'cfb-directory-cycle': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6.1: a directory entry, or a link to one, makes no sense. */
  'cfb-directory-entry': { severity: 'error', loses: 'anything' },
  /** [MS-CFB] 2.6.4: directory entries are in use that the tree does not reach. */
  'cfb-directory-orphans': { severity: 'error', loses: 'anything' },

  /** [MS-OXMSG] 2.4: a compound file without a top-level property stream: no message. */
  'msg-property-stream-missing': { severity: 'error', loses: 'object' },
  /** [MS-OXMSG] 2.4: a property stream is cut: its last entry, or its header, is incomplete. */
  'msg-property-stream-cut': { severity: 'error', loses: 'property' },
  /** [MS-OXMSG] 2.4: zeros that are no property follow the last entry of a property stream, as some writers leave them. */
  'msg-property-stream-padding': { severity: 'info', loses: 'nothing' },
  /** [MS-OXMSG] 2.4.2: entries of a property stream are zeros, and others follow: what they held is lost. */
  'msg-property-zeroed': { severity: 'error', loses: 'property' },
  /** [MS-OXMSG] 2.4.1: the header counts fewer recipients or attachments than there are storages. */
  'msg-object-count': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXMSG] 2.4.1: the header counts more recipients or attachments than there are storages: some are missing. */
  'msg-object-missing': { severity: 'error', loses: 'object' },
  /** [MS-OXMSG] 2.2.1, 2.2.2: the numbers of recipients or attachments have a gap, or reach the next one that is free. */
  'msg-object-number': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXMSG] 2.2: a storage that holds properties has a name that stands for nothing: nobody knows what it is. */
  'msg-storage-unknown': { severity: 'error', loses: 'anything' },
  /** [MS-OXMSG] 2.2.1, 2.2.2: two storages carry the same name; both are kept. */
  'msg-duplicate-storage': { severity: 'error', loses: 'value' },
  /** [MS-OXMSG] 2.4.2: one storage holds two properties of one tag; the first counts. */
  'msg-duplicate-property': { severity: 'error', loses: 'property' },
  /** [MS-OXMSG] 2.4.2.2: the stream that should hold a property's value is not there. */
  'msg-value-stream-missing': { severity: 'error', loses: 'value' },
  /** [MS-OXMSG] 2.4.2.2: a value stream belongs to no property: the entry that named it is lost. The value is given, unlisted. */
  'msg-value-stream-orphan': { severity: 'error', loses: 'property' },
  /** [MS-OXMSG] 2.4.2.2: an entry states another size than its value stream has, which is given as it is. */
  'msg-value-size': { severity: 'warning', loses: 'value' },
  /** [MS-OXMSG] 2.2.3: the named-property map is cut, or a property has no name: the map has no entry for it, or one that makes no sense. */
  'msg-named-property-map': { severity: 'error', loses: 'property' },
  /** [MS-OXMSG] 2.2.3: an entry of the named-property map makes no sense, and no property uses it. */
  'msg-name-unused': { severity: 'info', loses: 'nothing' },
  /** [MS-OXMSG] 2.2.3: one name has several identifiers, all of which count. */
  'msg-name-repeated': { severity: 'info', loses: 'nothing' },

  /** [MS-OXTNEF] 2.1.1: the file ends before its first attribute. */
  'tnef-header-short': { severity: 'error', loses: 'anything' },
  /** [MS-OXTNEF] 2.1.3.2: an attribute, its header or its checksum ends behind the stream; what follows is lost. */
  'tnef-attribute-cut': { severity: 'error', loses: 'anything' },
  /** [MS-OXTNEF] 2.1.3.2: an attribute belongs neither to the message nor to an attachment; what follows is lost. */
  'tnef-attribute-level': { severity: 'error', loses: 'anything' },
  /** [MS-OXTNEF] 2.1.3.3, 2.1.3.4: an attribute has an identifier that its level does not have; it is left out. */
  'tnef-attribute-unknown': { severity: 'warning', loses: 'anything' },
  /** [MS-OXTNEF] 2.1.3.2: an attribute's bytes do not add up to its checksum. */
  'tnef-checksum': { severity: 'warning', loses: 'value' },
  /** [MS-OXTNEF] 2.1.1: a few bytes follow the last attribute. */
  'tnef-trailing-bytes': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXTNEF] 2.1.3.2: an attribute occurs twice; the first counts. */
  'tnef-attribute-repeated': { severity: 'warning', loses: 'value' },
  /** [MS-OXTNEF] 2.1.3.3: an attribute's value has not the form that its kind has; it is left out. */
  'tnef-attribute-value': { severity: 'error', loses: 'property' },
  /** [MS-OXTNEF] 2.1.3.4: attributes of an attachment come before the one that should begin it. */
  'tnef-attachment-order': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXTNEF] 2.1.3.4: a list of properties ends, or cannot be followed, before as many were read as it counts. */
  'tnef-properties-lost': { severity: 'error', loses: 'property' },
  /** [MS-OXTNEF] 2.1.3.4: bytes that are not zero follow the properties that a list counts: it has more. */
  'tnef-properties-uncounted': { severity: 'error', loses: 'property' },
  /** [MS-OXTNEF] 2.1.3.4: a list holds two properties of one tag; the first counts. */
  'tnef-duplicate-property': { severity: 'info', loses: 'nothing' },
  /** [MS-OXTNEF] 2.1.3.4: a property that has one value counts another number of them; the first counts. */
  'tnef-value-count': { severity: 'error', loses: 'value' },
  /** [MS-OXTNEF] 2.1.3.5: the recipient table has fewer rows than it counts, or is too short to count any. */
  'tnef-recipient-table': { severity: 'error', loses: 'object' },
  /** [MS-OXTNEF] 2.1.3.5: bytes that are not zero follow the rows that the recipient table counts: it has more. */
  'tnef-rows-uncounted': { severity: 'error', loses: 'object' },
  /** [MS-OXTNEF] 2.1.3.4, 2.1.3.5: zeros follow what a list or table counts. */
  'tnef-padding': { severity: 'info', loses: 'nothing' },
  /** [MS-OXTNEF] 2.1.3.5: the stream has no recipient table, which writers may leave out: nobody is listed. */
  'tnef-recipient-table-absent': { severity: 'info', loses: 'object' },
  /** [MS-OXTNEF] 2.1.3.4: what an attachment calls a message is no TNEF stream. */
  'tnef-embedded-message': { severity: 'error', loses: 'object' },

  /** An MFCMAPI export ends before its last end tag. */
  'mfcmapi-export-cut': { severity: 'error', loses: 'anything' },
  /** A tag or text stands in an MFCMAPI export where the tool writes none, or a tag that it writes is missing. */
  'mfcmapi-structure': { severity: 'error', loses: 'anything' },
  /** The numbers of the rows of an MFCMAPI export do not follow one another: rows are missing. */
  'mfcmapi-row-index': { severity: 'error', loses: 'object' },
  /** A property of an MFCMAPI export has no property tag and is left out, or one of another type than is stated. */
  'mfcmapi-tag': { severity: 'error', loses: 'anything' },
  /** One object of an MFCMAPI export has two properties of one tag; the first counts. */
  'mfcmapi-duplicate-property': { severity: 'error', loses: 'property' },
  /** A value in an MFCMAPI export is not in the form that the tool gives to values of its type, or shown in two that differ. */
  'mfcmapi-value': { severity: 'error', loses: 'value' },
  /** An MFCMAPI export says how many bytes or values a property has, and shows fewer. */
  'mfcmapi-value-cut': { severity: 'error', loses: 'value' },
  /** The name of a property in an MFCMAPI export cannot be read, or differs from what it was before. */
  'mfcmapi-named-property': { severity: 'error', loses: 'property' },

  /** [MS-OXCDATA] 2.11.1: the bytes do not fit the property's type; they are kept raw. */
  'mapi-value-malformed': { severity: 'error', loses: 'value' },
  /** [MS-OXCDATA] 2.11.1: a property type that does not exist; the bytes are kept raw. */
  'mapi-type-unknown': { severity: 'error', loses: 'value' },
  /** [MS-OXRTFCP] 2.1.3.1: the header of a compressed RTF body states sizes that it cannot have; it is kept raw. */
  'mapi-rtf-header': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXOCAL] 2.2.1.25: the table of unsendable recipients cannot be decoded; the bytes are kept raw. */
  'mapi-unsendable-recipients': { severity: 'warning', loses: 'value' },
  /** An 8-bit string does not fit the code page it should be in; the bytes are kept raw. */
  'mapi-text-undecodable': { severity: 'error', loses: 'value' },
  /** [MS-OXCDATA] 2.11.1: a PtypString ends in a zero byte that is half a character; all before it is read. */
  'mapi-text-tail': { severity: 'warning', loses: 'nothing' },
  /** [MS-OXMSG] 2.1.1: an object has the same text as PtypString and as PtypString8; the former counts. */
  'mapi-text-twice': { severity: 'warning', loses: 'nothing' },

  /** The file is none of the forms in which event logs, non-delivery reports and replies are handed over. */
  'evidence-unrecognized': { severity: 'error', loses: 'anything' },
  /** Text that fits neither the encoding its first bytes announce nor the code page of 8-bit text. */
  'evidence-text-encoding': { severity: 'warning', loses: 'value' },
  /** Evidence has more lines, events, statuses or components than are read of its length. */
  'evidence-too-many': { severity: 'error', loses: 'anything' },

  /** The file ends inside the 48-byte header of an .evt log; records are looked for all the same. */
  'evt-header-short': { severity: 'error', loses: 'anything' },
  /** A field of the header of an .evt log has a value that it cannot have; its end record is used instead. */
  'evt-header-field': { severity: 'warning', loses: 'nothing' },
  /** The .evt log was not closed: its header is out of date, and its end record is used instead. */
  'evt-dirty': { severity: 'warning', loses: 'nothing' },
  /** An .evt log has no end record where it should; what follows the last record read is not known. */
  'evt-end-record-missing': { severity: 'error', loses: 'anything' },
  /** The file ends before the .evt log does. */
  'evt-file-cut': { severity: 'error', loses: 'anything' },
  /** Bytes of an .evt log that should be a record are none; reading goes on at the next one. */
  'evt-record-damaged': { severity: 'error', loses: 'object' },
  /** A record of an .evt log has a field that points outside it or into another one, a string without end, a type or number that cannot be, or bytes of no field. */
  'evt-record-field': { severity: 'error', loses: 'value' },
  /** An .evt log has fewer records than its header or end record counts. */
  'evt-record-count': { severity: 'error', loses: 'anything' },
  /** The header of an .evtx log is damaged in a way that its records can be read without. */
  'evtx-header': { severity: 'warning', loses: 'nothing' },
  /** A record or chunk of an .evtx log cannot be read. */
  'evtx-record-damaged': { severity: 'error', loses: 'object' },
  /** The records of a chunk of an .evtx log, or its header, do not add up to their checksum. */
  'evtx-checksum': { severity: 'warning', loses: 'value' },
  /** A quoted cell of a CSV export never ends; what follows was taken up to the end of its line only. */
  'event-quote-open': { severity: 'error', loses: 'object' },
  /** An object of JSON that should be an event is cut or malformed; it is left out. */
  'event-object': { severity: 'error', loses: 'object' },
  /** A text has a date and a time in a layout that is not known: its events are read without a time. */
  'event-layout': { severity: 'warning', loses: 'value' },
  /** An event in a text has a number, code or time that cannot be read, or a cell that is too long; its text is kept. */
  'event-field': { severity: 'warning', loses: 'value' },
  /** A line of a message tracking log lacks what every event has, or is too long to be one; it is left out. */
  'tracking-line': { severity: 'warning', loses: 'object' },

  /** Of a mail, the part was read that carries a recipient table: which, and what else there is. */
  'eml-part': { severity: 'info', loses: 'nothing' },
  /** A mail cannot be taken apart by its MIME structure. */
  'mime-malformed': { severity: 'error', loses: 'anything' },
  /** RFC 5545 3.1: a content line of an iCalendar object cannot be read; it is left out. */
  'ics-line-malformed': { severity: 'error', loses: 'property' },
  /** RFC 5545 3.6: a component of an iCalendar object is not ended, or ended without having begun. */
  'ics-structure': { severity: 'error', loses: 'object' },

  /** Storages nested deeper than the option `storageDepth` allows; the deeper ones are not read. */
  'limit-storage-depth': { severity: 'error', loses: 'anything' },
  /** An attached file is an Outlook message or a store, or says that it is one, and was not read: it is not judged. */
  'attached-file-unread': { severity: 'error', loses: 'nothing' },
  /** Messages embedded deeper than the option `embeddedDepth` allows; the deeper ones are not read. */
  'limit-embedded-depth': { severity: 'error', loses: 'object' },
  /** More recipients in one table than the option `recipients` allows; the rest is not read. */
  'limit-recipients': { severity: 'error', loses: 'object' },

  /** [MS-PST] 2.2.2.6: the file ends inside the header. */
  'pst-header-short': { severity: 'error', loses: 'anything' },
  /** [MS-PST] 2.2.2.6: wVer is no version that is known, so no page can be found. */
  'pst-version': { severity: 'error', loses: 'anything' },
  /** [MS-PST] 2.2.2.6: a header field has a value that the specification forbids; reading goes on with the likely one. */
  'pst-header-field': { severity: 'warning', loses: 'nothing' },
  /** [MS-PST] 2.2.2.6: a CRC of the header does not match: one of its fields may be wrong. */
  'pst-header-crc': { severity: 'error', loses: 'anything' },
  /** [MS-PST] 2.2.2.5: the file is shorter than ibFileEof says. */
  'pst-file-cut': { severity: 'error', loses: 'anything' },
  /** [MS-PST] 2.2.2.7.7.1: a page of a B-tree lies outside the file, or its type, level, counts or keys make no sense. */
  'pst-page-damaged': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.7.1: the CRC, signature or BID of a page does not match; its entries are used all the same. */
  'pst-page-trailer': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.7.7.4: a node or sub-node that should be there is not, or has another number. */
  'pst-node-missing': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.7.7.3: a block that should be there is not in the block B-tree. */
  'pst-block-missing': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8: a block lies outside the file, or cannot be inflated. */
  'pst-block-damaged': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8.1: size, CRC, signature or BID in the trailer of a block does not match; its bytes are used all the same. */
  'pst-block-trailer': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8.3.2: an XBLOCK or XXBLOCK makes no sense, or lists an XBLOCK twice. */
  'pst-block-array': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8.3.2: an array states another number of bytes than its blocks have. */
  'pst-data-size': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8: blocks are shared so often that reading them all would take too long; the rest is not read. */
  'pst-block-shared': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.2.2.8.3.3: an SLBLOCK or SIBLOCK makes no sense, or lists a sub-node or block twice. */
  'pst-sub-nodes': { severity: 'error', loses: 'anything' },
  /** [MS-PST] 2.3.1: a node has no heap, or an HID leads out of it. */
  'pst-heap': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.3.2: a B-tree-on-heap makes no sense, leads back into itself, or its keys do not ascend. */
  'pst-heap-tree': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.3.2: records of zeros are behind the last one of a B-tree-on-heap, as some writers leave them. */
  'pst-heap-tree-padding': { severity: 'info', loses: 'nothing' },
  /** [MS-PST] 2.3.4.3.1: the keys of a row index do not ascend; every row is where the index says. */
  'pst-row-order': { severity: 'info', loses: 'nothing' },
  /** [MS-PST] 2.3.4.4: the row matrix has rows that no row index names: deleted ones. */
  'pst-rows-deleted': { severity: 'info', loses: 'nothing' },
  /** [MS-PST] 2.3.4.4: the row matrix has rows that the row index does not name, and the index is damaged. */
  'pst-rows-unnamed': { severity: 'warning', loses: 'object' },
  /** [MS-PST] 2.3.4: a table's TCINFO or a column of it makes no sense. */
  'pst-table': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.3.4.4: the row index has a row that lies outside the row matrix. */
  'pst-table-row': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.3.3.3: a property's value is nowhere. */
  'pst-value-missing': { severity: 'error', loses: 'value' },
  /** [MS-PST] 2.3.3.4.2: the values of a multi-valued property lie outside its bytes. */
  'pst-multiple-values': { severity: 'error', loses: 'value' },
  /** [MS-PST] 2.4.7: the named-property map is cut, or a property uses an entry that makes no sense: it has no name. */
  'pst-named-property-map': { severity: 'error', loses: 'property' },
  /** [MS-PST] 2.4.7: an entry of the named-property map makes no sense; an item with a property that uses it says so. */
  'pst-name-unreadable': { severity: 'info', loses: 'nothing' },
  /**
   * [MS-PST] 2.4.7: one name has several identifiers, all of which count. Real stores have that (`Outlook.pst` of
   * Aspose.Email-for-.NET: 22 identifiers of one name).
   */
  'pst-name-repeated': { severity: 'info', loses: 'nothing' },
  /** [MS-PST] 2.4.4: a folder is reached twice: the tree has a cycle. */
  'pst-folder-cycle': { severity: 'error', loses: 'object' },
  /** [MS-PST] 2.4.4: a folder's name is missing or is not text of the store's code page; its number stands for it. */
  'pst-folder-name': { severity: 'warning', loses: 'value' },
  /** [MS-PST] 2.4.4.5: a folder states another number of items than its contents table has. */
  'pst-folder-count': { severity: 'warning', loses: 'object' },
  /** [MS-PST] 2.4.5: a message is in no folder's contents table, though it says whose it is. */
  'pst-item-orphan': { severity: 'warning', loses: 'object' },
} as const satisfies Record<string, DamageKind>;

/** The stable name of a kind of damage. */
export type DamageCode = keyof typeof damageKinds;
