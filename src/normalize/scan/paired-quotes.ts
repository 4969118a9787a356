/** Quotation marks that have no side: engines read them for “ and ” alike. */
const SIDELESS = /["＂]/u;

/**
 * A text with each quotation mark without a side as the one that its place asks for: closing where a quotation is open, else opening.
 * @param open whether a quotation is open before the text
 */
export function withPairedQuotes(text: string, open: boolean): { readonly text: string; readonly quoteOpen: boolean } {
  let quoteOpen = open;
  let paired = '';
  for (const character of text) {
    const mark = SIDELESS.test(character) ? (quoteOpen ? '”' : '“') : character;
    if (mark === '“') quoteOpen = true;
    if (mark === '”') quoteOpen = false;
    paired += mark;
  }
  return { text: paired, quoteOpen };
}

const QUOTE = /[“”‘’'"＂]/gu;
/** Longer texts may be half of a sentence that a page break cut. */
const LONGEST_LABEL = 25;
const SENTENCE = /[，。；！？]/u;

/** A label without a quotation mark that stands alone in it: an engine saw it in the dirt. */
export function withoutLoneQuote(text: string): string {
  const isLabel = text.length <= LONGEST_LABEL && !SENTENCE.test(text);
  return isLabel && text.match(QUOTE)?.length === 1 ? text.replace(QUOTE, '') : text;
}
