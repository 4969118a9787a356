/** Digits in groups of three or in one piece, a point and decimals, a sign or parentheses around, a percent sign behind. */
const AMOUNT = /^-?(?:(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?|\.\d{2})%?$/;

/** Codes, counts and years: digits, which may begin with zeros. */
const DIGITS = /^\d+$/;

/** A target: the sign of comparison is as likely as a speck that looks like one. */
const COMPARED = /^[≥≤=<>](?=[\d.])/;
const COMPARISON = 0.5;

/** How cells without a number are marked. */
const NONE = /^-{0,2}$/;

/** How much less likely than a well-formed text of the same probability one is that no program prints (`1.234.56`, `.0.00`, `-0.00`). */
const MALFORMED = 1 / 30;

/**
 * How likely a text is to be printed where a number stands, whatever the picture shows; 1 for well-formed ones. It decides between
 * texts that the picture leaves open (a speck read as point before a number, a comma for a point); a misprint that is
 * clear to see stands.
 */
export function priorOfNumber(text: string): number {
  const bare = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  if (COMPARED.test(text)) return COMPARISON * priorOfNumber(text.slice(1));
  if (/^-[0.,]*$/.test(bare) && /0/.test(bare)) return MALFORMED;
  return AMOUNT.test(bare) || DIGITS.test(bare) || NONE.test(bare) ? 1 : MALFORMED;
}

/**
 * A text that no program prints without the points, commas and blanks at its ends, if that makes it well-formed; else `null`.
 * Photocopies have specks there (`..25.33`, `2210202.`). `.50` and `1,234` stay: they are well-formed.
 */
export function withoutSpecks(text: string): string | null {
  if (priorOfNumber(text) >= COMPARISON) return null;
  const bare = text.replace(/^[., ]+|[., ]+$/g, '');
  return /\d/.test(bare) && bare !== text && priorOfNumber(bare) === 1 ? bare : null;
}
