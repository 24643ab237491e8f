import type { SubstitutedValue, XmlElement, XmlPart } from './binary-xml-parts';
import { readFragment, readTemplate, templateRange } from './binary-xml';
import { BINARY_XML, textsOfValue } from './binary-xml-value';
import { TOKEN_STEPS, UnreadableRecord } from './evtx-chunk';
import type { EvtxChunk } from './evtx-chunk';

/** What an event says of itself in its System element, as text, and the values of its EventData. */
export interface SaidOfEvent {
  readonly source: string | undefined;
  readonly id: string | undefined;
  readonly level: string | undefined;
  readonly task: string | undefined;
  readonly computer: string | undefined;
  readonly data: readonly string[];
}

/** Parts, and the values that go into their gaps. */
interface Content {
  readonly parts: readonly XmlPart[];
  readonly values: readonly SubstitutedValue[];
}

/** An element where it stands, so with the values of its gaps. */
interface PlacedElement {
  readonly element: XmlElement;
  readonly values: readonly SubstitutedValue[];
}

/** Fragments within values of fragments; events have two. */
const DEEPEST = 8;

/** Reads the events of a chunk. What records share is read once. */
export class ChunkEvents {
  readonly #chunk: EvtxChunk;
  readonly #templates = new Map<number, readonly XmlPart[]>();

  constructor(chunk: EvtxChunk) {
    this.#chunk = chunk;
  }

  /** The event whose binary XML lies there; undefined if it says nothing. Throws what `UnreadableRecord` stands for. */
  read(start: number, end: number): SaidOfEvent | undefined {
    const content = { parts: readFragment(this.#chunk, start, end), values: [] };
    const event = this.#children(content).get('Event');
    const children = event && this.#children(contentOf(event));
    const system = children?.get('System');
    if (system === undefined) return undefined;
    const said = this.#children(contentOf(system));
    const text = (name: string): string | undefined => this.#textIn(said.get(name));
    const provider = said.get('Provider');
    return {
      source: this.#attribute(provider, 'EventSourceName') ?? this.#attribute(provider, 'Name'),
      id: text('EventID'),
      level: text('Level'),
      task: text('Task'),
      computer: text('Computer'),
      data: this.#data(children?.get('EventData')),
    };
  }

  /** The elements of a content by their names; of several the first. */
  #children(content: Content): Map<string, PlacedElement> {
    const children = new Map<string, PlacedElement>();
    for (const placed of this.#elements(content, 0))
      if (!children.has(placed.element.name)) children.set(placed.element.name, placed);
    return children;
  }

  /** The elements of a content, those of templates and of fragments in values among them. */
  *#elements({ parts, values }: Content, depth: number): Generator<PlacedElement, void, undefined> {
    if (depth > DEEPEST) throw new UnreadableRecord();
    for (const part of parts) {
      this.#chunk.charge(TOKEN_STEPS);
      if (typeof part === 'string') continue;
      if ('name' in part) yield { element: part, values };
      else if ('definition' in part)
        yield* this.#elements({ parts: this.#template(part.definition), values: part.values }, depth + 1);
      else yield* this.#elements(this.#fragmentIn(values[part.index]), depth + 1);
    }
  }

  #template(offset: number): readonly XmlPart[] {
    const known = this.#templates.get(offset);
    if (known !== undefined) return known;
    const { start, end } = templateRange(this.#chunk, offset);
    const parts = readTemplate(this.#chunk, start, end);
    this.#templates.set(offset, parts);
    return parts;
  }

  #fragmentIn(value: SubstitutedValue | undefined): Content {
    const isFragment = value?.type === BINARY_XML;
    return {
      parts: isFragment ? readFragment(this.#chunk, value.start, value.start + value.size) : [],
      values: [],
    };
  }

  #attribute(placed: PlacedElement | undefined, name: string): string | undefined {
    const parts = placed?.element.attributes.get(name);
    const text = parts && this.#text({ parts, values: placed?.values ?? [] });
    return text === '' ? undefined : text;
  }

  #textIn(placed: PlacedElement | undefined): string | undefined {
    return placed && this.#text(contentOf(placed));
  }

  #text({ parts, values }: Content): string {
    let text = '';
    for (const part of parts) {
      this.#chunk.charge(TOKEN_STEPS);
      if (typeof part === 'string') text += part;
      else if ('index' in part) text += this.#texts(values[part.index]).join(',');
      this.#chunk.charge(text.length);
    }
    return text;
  }

  #texts(value: SubstitutedValue | undefined): readonly string[] {
    if (value === undefined || value.type === BINARY_XML) return [];
    const bytes = this.#chunk.bytes.subarray(value.start, value.start + value.size);
    const texts = textsOfValue(value.type, bytes);
    this.#chunk.charge(value.size + texts.length * TOKEN_STEPS);
    return texts;
  }

  /** The insertion strings: an event of a classic source has all of them in one Data, as an array. */
  #data(eventData: PlacedElement | undefined): string[] {
    const texts: string[] = [];
    for (const placed of eventData === undefined ? [] : this.#elements(contentOf(eventData), 0)) {
      if (placed.element.name !== 'Data') continue;
      const [only, ...others] = placed.element.parts;
      const isGap = typeof only === 'object' && 'index' in only && others.length === 0;
      texts.push(...(isGap ? this.#texts(placed.values[only.index]) : [this.#text(contentOf(placed))]));
    }
    return texts;
  }
}

function contentOf({ element, values }: PlacedElement): Content {
  return { parts: element.parts, values };
}
