import type { Place } from '../../extract/place.js';
import { readAmount } from '../figures/amount.js';
import { type Unit, unitOf } from '../figures/unit.js';
import type { Measure, Quantity } from '../printed.js';
import { halfWidth } from '../text/full-width.js';
import { chineseNumeral } from '../text/numerals.js';

/**
 * A printed number as the source of a regular expression: thousands in groups of three, decimals, full-width digits and marks,
 * a sign. No blanks: a text is searched with its blanks taken out (see `prose-form.ts`).
 */
export const NUMBER =
  '(?:(?<![\\d０-９])[-－−])?(?:[\\d０-９]{1,3}(?:[,，][\\d０-９]{3})+(?![\\d０-９])|[\\d０-９]+)(?:[.．][\\d０-９]+)?';

/** Ten-thousandths in a whole: what a {@link Quantity} other than money counts in. */
const WHOLE: Unit = { text: '', fenPerUnit: 10_000 };
/** 增长16倍 is 1600 %. */
const TIMES: Unit = { text: '倍', fenPerUnit: 1_000_000 };

/**
 * Reads a number of the prose: money in fen, everything else in ten-thousandths (26.43 % is 264 300, 4 辆 is 40 000). `printed` are the
 * digits, `unit` the word behind them ("万元", "万" with 元 lost, "%", "倍", "辆", '' where none is printed). A count may be a Chinese numeral
 * (两个). What is not surely one number is `unreadable`, without a value.
 */
export function readQuantity(printed: string, unit: string, measure: Measure, places: readonly Place[]): Quantity {
  const scale = scaleOf(unit, measure);
  const { reading, amount, edits } =
    scale === null ? { reading: 'unreadable' as const, amount: null, edits: [] } : readAmount(printed, scale);
  const common = { printed, unit, measure, places, confidence: null, status: 'unverified' as const };
  if (amount !== null) return { ...common, reading, value: amount.fen, step: amount.stepFen, edits };
  const numeral = measure === 'count' ? chineseNumeral(printed.trim()) : null;
  if (numeral === null) return { ...common, reading, value: null, step: null, edits };
  return { ...common, reading: 'amount', value: numeral * WHOLE.fenPerUnit, step: WHOLE.fenPerUnit, edits: [] };
}

/** Money needs a unit: an amount without one is not read, since 元 and 万元 stand in one report. 万 and 亿 lost their 元. */
function scaleOf(unit: string, measure: Measure): Unit | null {
  const word = halfWidth(unit).replace(/\s/g, '');
  if (measure === 'money') return unitOf(word) ?? (/[万亿]$/.test(word) ? unitOf(`${word}元`) : null);
  return word === TIMES.text && measure === 'percent' ? TIMES : WHOLE;
}
