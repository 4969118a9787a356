import type { Figure, Measure, Quantity } from '../normalize/printed.js';

/** Value of a number as an integer: fen for money, ten-thousandths of the unit for the rest; `null` where nothing was read. */
export function integerOf(number: Figure | Quantity | null): number | null {
  if (number === null) return null;
  return 'measure' in number ? number.value : (number.amount?.fen ?? null);
}

/** Worth of one unit in the last printed place, in the same unit as {@link integerOf}. */
export function stepOf(number: Figure | Quantity | null): number | null {
  if (number === null) return null;
  return 'measure' in number ? number.step : (number.amount?.stepFen ?? null);
}

/** What a number measures: a figure of a statement is always money. */
export function measureOf(number: Figure | Quantity | null): Measure {
  return number !== null && 'measure' in number ? number.measure : 'money';
}
