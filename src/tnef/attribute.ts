// [MS-OXTNEF] 2.1.3.1, 2.1.3.2: the attributes of a TNEF stream

/** What an attribute belongs to. */
export const AttributeLevel = { message: 1, attachment: 2 } as const;

/** Level, identifier and length. */
export const ATTRIBUTE_HEADER = 9;
export const CHECKSUM_LENGTH = 2;

/** The attributes that have a name. */
export const AttributeId = {
  attOwner: 0x00060000,
  attSentFor: 0x00060001,
  attDelegate: 0x00060002,
  attDateStart: 0x00030006,
  attDateEnd: 0x00030007,
  attAidOwner: 0x00050008,
  attRequestRes: 0x00040009,
  attOriginalMessageClass: 0x00070600,
  // QUIRK: [MS-OXTNEF] 2.1.3.3 has the number 0x00070600; Outlook writes this one (`one-file.tnef` of MimeKit)
  attOriginalMessageClassAsWritten: 0x00070006,
  attFrom: 0x00008000,
  attSubject: 0x00018004,
  attDateSent: 0x00038005,
  attDateRecd: 0x00038006,
  attMessageStatus: 0x00068007,
  attMessageClass: 0x00078008,
  attMessageID: 0x00018009,
  attParentID: 0x0001800a,
  attConversationID: 0x0001800b,
  attBody: 0x0002800c,
  attPriority: 0x0004800d,
  attAttachData: 0x0006800f,
  attAttachTitle: 0x00018010,
  attAttachMetaFile: 0x00068011,
  attAttachCreateDate: 0x00038012,
  attAttachModifyDate: 0x00038013,
  attDateModified: 0x00038020,
  attAttachTransportFilename: 0x00069001,
  attAttachRendData: 0x00069002,
  attMsgProps: 0x00069003,
  attRecipTable: 0x00069004,
  attAttachment: 0x00069005,
  attTnefVersion: 0x00089006,
  attOemCodepage: 0x00069007,
} as const;

/** An attribute: where its data lies in the file. */
export interface Attribute {
  readonly level: number;
  readonly id: number;
  readonly start: number;
  /** How many bytes of data there are: fewer than stated if the stream ends before. */
  readonly length: number;
  /** How many bytes of data its header says there are. */
  readonly stated: number;
  /** What is wrong with its checksum; undefined: nothing, or it was not looked at. */
  readonly wrongSum?: string | undefined;
}

/** The identifiers of what is written of an attachment; all others are those of a message. */
const ofAttachment: ReadonlySet<number> = new Set([
  AttributeId.attAttachData,
  AttributeId.attAttachTitle,
  AttributeId.attAttachMetaFile,
  AttributeId.attAttachCreateDate,
  AttributeId.attAttachModifyDate,
  AttributeId.attAttachTransportFilename,
  AttributeId.attAttachRendData,
  AttributeId.attAttachment,
]);

const names = new Map<number, string>(Object.entries(AttributeId).map(([name, id]) => [id, name]));

names.set(AttributeId.attOriginalMessageClassAsWritten, 'attOriginalMessageClass');

/** The specification's name of an attribute, such as `attMsgProps`; a number if it has none. */
export function attributeName(id: number): string {
  return names.get(id) ?? `0x${id.toString(16).padStart(8, '0')}`;
}

/** Whether an identifier is one that attributes of its level have ([MS-OXTNEF] 2.1.3.3, 2.1.3.4). */
export function isKnownAttribute({ id, level }: Pick<Attribute, 'id' | 'level'>): boolean {
  return names.has(id) && ofAttachment.has(id) === (level === AttributeLevel.attachment);
}
