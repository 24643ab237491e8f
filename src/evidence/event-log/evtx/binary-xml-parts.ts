/** What an element or an attribute of binary XML holds. */
export type XmlPart = string | XmlElement | Substitution | TemplateInstance;

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, readonly XmlPart[]>;
  readonly parts: readonly XmlPart[];
}

/** A gap of a template: which value goes in. */
export interface Substitution {
  readonly index: number;
}

/** A template by its place in the chunk, and the values of its gaps. */
export interface TemplateInstance {
  readonly definition: number;
  readonly values: readonly SubstitutedValue[];
}

/** A value: its type, and where it lies in the chunk. */
export interface SubstitutedValue {
  readonly type: number;
  readonly start: number;
  readonly size: number;
}
