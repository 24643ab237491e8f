// Words about damage may hold a text of the file. It stands in quotes, as JSON has it, so that its end is known whatever
// it holds: what a report hides is found by the quotes and not by what is in them.

/** A text of the file in a sentence of ours; `longest`: characters of it at most. */
export function quoted(text: string, longest = text.length): string {
  return JSON.stringify(text.slice(0, longest));
}

/** A sentence with something else in the place of each text that it quotes, in one pass. */
export function withoutQuotes(sentence: string, substitute: (text: string) => string): string {
  let told = '';
  for (let at = 0; at < sentence.length;) {
    const start = sentence.indexOf('"', at);
    if (start < 0) return told + sentence.slice(at);
    const end = endOfQuote(sentence, start);
    told += sentence.slice(at, start) + quoted(substitute(textIn(sentence.slice(start, end))));
    at = end;
  }
  return told;
}

/** Behind the quote that ends the one at `start`; without one, the end of the sentence. */
function endOfQuote(sentence: string, start: number): number {
  for (let at = start + 1; at < sentence.length; at += sentence[at] === '\\' ? 2 : 1)
    if (sentence[at] === '"') return at + 1;
  return sentence.length;
}

/** What a quote holds; of one that is none, as it stands there. */
function textIn(quote: string): string {
  try {
    return String(JSON.parse(quote));
  } catch {
    return quote;
  }
}
