/**
 * Money of the samples is held as integers: hundredths of 万元 in the final account, fen (hundredths of 元) in the
 * budget. Both print alike, with two decimals, so one set of functions serves both.
 */

/** An amount as tables print it, thousands commas and two decimals: 123456 -> `1,234.56`. */
export function withCommas(hundredths: number): string {
  const [whole = '', decimals = ''] = plain(hundredths).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** An amount as prose prints it, without commas: 123456 -> `1234.56`. Throws for anything but an integer. */
export function plain(hundredths: number): string {
  if (!Number.isSafeInteger(hundredths)) throw new Error(`expected a whole number of hundredths, found ${hundredths}`);
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What a cell of a statement shows: `null` is a blank cell, the Shanghai way to print nothing. */
export function printedOrBlank(hundredths: number): string | null {
  return hundredths === 0 ? null : withCommas(hundredths);
}

/** `part` / `whole` as a percentage with two decimals, half up, by integer arithmetic; `whole` must not be zero. */
export function percent(part: number, whole: number): string {
  return `${plain(roundedQuotient(part * 10_000, whole))}%`;
}

/** Integer division rounded half up; both arguments not negative, divisor positive. */
function roundedQuotient(dividend: number, divisor: number): number {
  if (divisor <= 0 || dividend < 0)
    throw new Error(`expected a quotient of positive numbers, found ${dividend} / ${divisor}`);
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** The sum of a list of integers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** So many hundredths of an amount, rounded down, by integer arithmetic. */
export function share(amount: number, hundredths: number): number {
  return Math.floor((amount * hundredths) / 100);
}
