import { readAmount } from '../figures/amount.js';
import { type Unit, unitOf } from '../figures/unit.js';
import type { Measure, Quantity } from '../printed.js';
import { halfWidth } from '../text/full-width.js';
import type { PrintedText } from './evaluation.js';

/** Everything but money is kept in ten-thousandths of its unit. */
const TEN_THOUSANDTHS: Unit = { text: '', fenPerUnit: 10_000 };
const NUMBER_AND_UNIT = /^([-+]?[\d.,]+)\s*([^\d\s.,].{0,7})?$/u;
/** After a number these make a date or a time of day, no amount. */
const DATE = /^[年月日号时点]/u;

/** An amount of the funds block. `null` for the unit: two units contradict each other, so nothing can be said. */
export function moneyOf(cell: PrintedText, unit: Unit | null): Quantity {
  const printed = cell.text.trim();
  if (unit === null && /\d/.test(printed)) return quantity(cell, printed, '', 'money', null);
  return quantity(cell, printed, unit?.text ?? '', 'money', unit);
}

/** An execution rate 执行率: a percentage, whether the sign stands in the cell or in the header. */
export function rateOf(cell: PrintedText): Quantity {
  return quantity(cell, halfWidth(cell.text).trim().replace(/\s*%$/, ''), '%', 'percent', TEN_THOUSANDTHS);
}

/** Marks: a weight 分值 or a score 得分. */
export function scoreOf(cell: PrintedText): Quantity {
  return quantity(
    cell,
    halfWidth(cell.text)
      .trim()
      .replace(/\s*分$/, ''),
    '',
    'score',
    TEN_THOUSANDTHS,
  );
}

/** An actual value 实际完成值 where it is a number; `null` where it is words (达成预期指标). */
export function actualOf(cell: PrintedText): Quantity | null {
  const text = halfWidth(cell.text).trim();
  const parts = NUMBER_AND_UNIT.exec(text);
  const [, digits = '', unit = ''] = parts ?? [];
  if (parts === null) {
    const plain = quantity(cell, text, '', 'count', TEN_THOUSANDTHS);
    return plain.reading === 'unreadable' ? null : plain;
  }
  if (DATE.test(unit) || /\d/.test(unit)) return null;
  const money = unitOf(unit);
  if (money !== null) return quantity(cell, digits, unit, 'money', money);
  const read = quantity(cell, digits, unit, unit === '%' ? 'percent' : 'count', TEN_THOUSANDTHS);
  return read.reading === 'amount' ? read : null;
}

function quantity(cell: PrintedText, printed: string, unit: string, measure: Measure, scale: Unit | null): Quantity {
  const read = scale === null ? null : readAmount(printed, scale);
  return {
    printed,
    unit,
    measure,
    reading: read?.reading ?? 'unreadable',
    value: read?.amount?.fen ?? null,
    step: read?.amount?.stepFen ?? null,
    edits: read?.edits ?? [],
    places: cell.places,
    confidence: null,
    status: 'unverified',
  };
}
