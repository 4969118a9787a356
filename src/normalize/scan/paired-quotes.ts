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
