/** Joins two steps of a path in a message: `embedded[0]` and `recipients[3]` give `embedded[0].recipients[3]`. */
export function joinPath(path: string, step: string): string {
  return path === '' || step === '' ? path + step : `${path}.${step}`;
}
