/** Digits in groups of three or in one piece, a point and decimals, a sign or parentheses around, a percent sign behind. */
const AMOUNT = /^-?(?:(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?|\.\d{2})%?$/;

/** Codes, counts and years: digits, which may begin with zeros. */
const DIGITS = /^\d+$/;

/** How cells without a number are marked. */
const NONE = /^-{0,2}$/;

/** How much less likely than a well-formed text of the same probability one is that no program prints (`1.234.56`, `.0.00`). */
const MALFORMED = 1 / 30;

/**
 * How likely a text is to be printed where a number stands, whatever the picture shows; 1 for well-formed ones. It decides between
 * texts that the picture leaves open (a speck read as point before a number, a comma for a point); a misprint that is
 * clear to see stands.
 */
export function priorOfNumber(text: string): number {
  const bare = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  return AMOUNT.test(bare) || DIGITS.test(bare) || NONE.test(bare) ? 1 : MALFORMED;
}
