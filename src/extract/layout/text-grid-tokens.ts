/**
 * What a piece of a dumped line can be, by its form alone. `amount`: digits with decimals or thousands commas, or a
 * percentage. `integer`: digits only (a code, a line number, a whole amount). `mark`: a sign for "no value".
 */
export type TokenKind = 'amount' | 'integer' | 'mark' | 'word';

/** A piece of a line without blanks in it. */
export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
  /** Offset of the first character in the line, and of the character after the last one. */
  readonly start: number;
  readonly end: number;
  /** Blanks before it: up to the piece before, or to the start of the line. */
  readonly gap: number;
}

const AMOUNT =
  /^[-−–+△▲]?(\d+\.\d+|\d{1,3}(,\d{3})+(\.\d+)?)$|^\((\d+\.\d+|\d{1,3}(,\d{3})+(\.\d+)?)\)$|^[-−–]?\d+(\.\d+)?%$/;
const INTEGER = /^[-−–]?\d+$/;
const MARK = /^([-—–]+|\/)$/;

/** Begins like an item of a list: 一、 （一） 1. 1、 其中： — so a new label begins here. */
const ENUMERATOR = /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d)|其中[：:])/;

/** Full-width digits, commas and points count as their ASCII twins. */
export function tokenKind(text: string): TokenKind {
  const plain = text.normalize('NFKC');
  if (AMOUNT.test(plain)) return 'amount';
  if (INTEGER.test(plain)) return 'integer';
  return MARK.test(text) ? 'mark' : 'word';
}

/** Amounts, whole numbers and signs for "no value": what may fill a value cell. */
export function isValueLike(kind: TokenKind): boolean {
  return kind !== 'word';
}

/** Does the label begin a new item of a list? */
export function startsItem(text: string): boolean {
  return ENUMERATOR.test(text);
}

/** The pieces of a line; tabs and full-width blanks separate like blanks. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(/\S+/g)) {
    const [text] = match;
    tokens.push({
      text,
      kind: tokenKind(text),
      start: match.index,
      end: match.index + text.length,
      gap: match.index - end,
    });
    end = match.index + text.length;
  }
  return tokens;
}

/** A sentence, a note or a list within a sentence; marks inside brackets do not count, labels have them. */
export function isProse(line: string): boolean {
  return /[。；，]/.test(line.replace(/（[^）]*）|\([^)]*\)/g, ''));
}

/**
 * The line above the head of a table: it ends in a unit of money (单位：万元, 金额单位：元). That is the one sign of a
 * table of amounts which all reports share and which prose does not have.
 */
export function isCaption(line: string): boolean {
  return /[：:]\s*(人民币)?[百千万亿]{0,2}元\s*[）)]?\s*$/.test(line) && !isProse(line);
}
