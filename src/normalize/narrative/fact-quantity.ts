import type { Place } from '../../extract/place.js';
import { readAmount } from '../figures/amount.js';
import type { Measure, Quantity } from '../printed.js';
import { readQuantity } from './quantity.js';

const SCALES: ReadonlyMap<string, number> = new Map([
  ['百', 1_000_000],
  ['千', 10_000_000],
  ['万', 100_000_000],
  ['亿', 1_000_000_000_000],
]);

/** A count whose unit may begin with a power of ten (1.2万人次 is 12 000, in ten-thousandths like every count). */
export function readCount(printed: string, unit: string, measure: Measure, places: readonly Place[]): Quantity {
  const fenPerUnit = measure === 'count' ? SCALES.get(unit.charAt(0)) : undefined;
  if (fenPerUnit === undefined) return readQuantity(printed, unit, measure, places);
  const { reading, amount, edits } = readAmount(printed, { text: unit, fenPerUnit });
  const [value, step] = [amount?.fen ?? null, amount?.stepFen ?? null];
  return { printed, unit, measure, reading, value, step, edits, places, confidence: null, status: 'unverified' };
}
