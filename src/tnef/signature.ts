/** TNEFSignature: 0x223E9F78, [MS-OXTNEF] 2.1.3.1. */
export const signature: readonly number[] = [0x78, 0x9f, 0x3e, 0x22];

/** Whether bytes begin as a TNEF stream does. */
export function hasTnefSignature(head: Uint8Array): boolean {
  return signature.every((byte, index) => head[index] === byte);
}
