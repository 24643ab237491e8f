/** Charsets of HTML whose name does not tell the code page of Windows. */
const names = new Map<string, number>([
  ['utf-8', 65001],
  ['utf8', 65001],
  ['utf-7', 65000],
  ['us-ascii', 20127],
  ['ascii', 20127],
  ['latin1', 28591],
  ['shift_jis', 932],
  ['shift-jis', 932],
  ['x-sjis', 932],
  ['iso-2022-jp', 50220],
  ['euc-jp', 51932],
  ['gb2312', 936],
  ['gbk', 936],
  ['gb18030', 54936],
  ['hz-gb-2312', 52936],
  ['big5', 950],
  ['euc-kr', 949],
  ['ks_c_5601-1987', 949],
  ['iso-2022-kr', 50225],
  ['koi8-r', 20866],
  ['koi8-u', 21866],
  ['macintosh', 10000],
  ['tis-620', 874],
]);

/** The code page of a charset, by its name in lower case; undefined: it is not known here. */
export function codePageOfCharset(name: string): number | undefined {
  const [, kind, number = ''] = /^(iso-8859-|windows-|cp|ibm)(\d{1,4})(?:-[ei])?$/.exec(name) ?? [];
  if (kind === 'iso-8859-') return Number(number) <= 15 ? 28590 + Number(number) : undefined;
  return kind === undefined ? names.get(name) : Number(number);
}
