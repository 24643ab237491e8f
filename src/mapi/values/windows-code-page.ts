/**
 * Code pages by the Windows page of their family: what a program keeps as 8-bit strings when it sends a mail in that
 * charset. MLang calls it uiFamilyCodePage, .NET `Encoding.WindowsCodePage`.
 */
// prettier-ignore
const families: readonly (readonly [codePage: number, ...members: number[]])[] = [
  [874, 10021, 20838],
  [932, 10001, 20290, 20932, 21027, 50220, 50221, 50222, 50930, 50931, 50932, 50939, 51932],
  [936, 10008, 20936, 50227, 50935, 51936, 52936, 54936],
  [949, 1361, 10003, 20833, 20949, 50225, 50933, 50949, 51949],
  [950, 10002, 20000, 20001, 20002, 20003, 20004, 20005, 50229, 50937, 51950],
  [1250, 852, 870, 10010, 10029, 10082, 28592],
  [1251, 855, 866, 10007, 10017, 20866, 20880, 21025, 21866, 28595],
  [1252,
    37, 437, 500, 850, 858, 860, 861, 863, 865, 1047, 1140, 1141, 1142, 1143, 1144, 1145, 1146, 1147, 1148, 1149, 10000,
    10079, 20105, 20106, 20107, 20108, 20127, 20261, 20269, 20273, 20277, 20278, 20280, 20284, 20285, 20297, 20871,
    20924, 28591, 28605, 29001],
  [1253, 737, 869, 875, 10006, 20423, 28597],
  [1254, 857, 1026, 10081, 20905, 28593, 28599],
  [1255, 862, 10005, 20424, 28598, 38598],
  [1256, 708, 720, 864, 10004, 20420, 28596],
  [1257, 775, 28594, 28603],
  [1258],
];

const familyOf = new Map<number, number>(
  families.flatMap(([codePage, ...members]) =>
    [codePage, ...members].map((member): [number, number] => [member, codePage]),
  ),
);

/**
 * The code page in which Windows keeps the 8-bit strings of whoever uses another one, itself if it is such a page.
 * Undefined for those of no language (UTF-7, UTF-8, UTF-16), for scripts without such a page (57002 to 57011) and for
 * what nobody knows.
 */
export function windowsCodePageOf(codePage: number): number | undefined {
  return familyOf.get(codePage);
}
