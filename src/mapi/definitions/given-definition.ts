/** A definition is `tagged(…)`, `named(…)` or a row of a table: what else is given finds nothing, which must be said. */
export function checkDefinition(of: string, definition: unknown): void {
  const isOne =
    typeof definition === 'object' && definition !== null && 'key' in definition && 'types' in definition;
  if (isOne) return;
  throw new TypeError(
    `properties.${of} expects a definition, such as tagged(0x3001, kinds.text), or a name, not ${String(definition)}`,
  );
}
