import { readAmount } from '../figures/amount.js';
import { labelForm } from '../text/full-width.js';

const AMOUNT = /^[-(△▲]?\d{1,3}(,\d{3})+(\.\d+)?\)?$|^[-(△▲]?\d+\.\d+\)?$/;
const INTEGER = /^-?\d+$/;
const CODE = /^[1235]\d{2}(\d{2}){0,3}$/;

/** What a cell looks like, before anything is known of its column. */
export type CellLook = 'empty' | 'amount' | 'integer' | 'text';

/** An `amount` has decimals or thousands separators; a bare integer may be an amount, a code or a line number. */
export function lookOf(text: string): CellLook {
  const form = labelForm(text);
  if (form === '') return 'empty';
  if (AMOUNT.test(form)) return 'amount';
  return INTEGER.test(form) ? 'integer' : 'text';
}

/** A sign or word for no value (—, 无). Its unit does not matter. */
export function saysNoValue(text: string): boolean {
  return readAmount(text, { text: '元', fenPerUnit: 100 }).reading === 'dash';
}

/** Digits with points, commas or blanks between them and no letter, which are no number: 8.0.0, 12,34, 5 3.20. */
export function looksGarbled(text: string): boolean {
  return lookOf(text) === 'text' && /\d[.,．，\s]+\d/u.test(text) && !/\p{L}/u.test(text);
}

/** A classification code of one cell: 3, 5, 7 or 9 digits that begin as the schemes do. */
export function looksLikeCode(text: string): boolean {
  return CODE.test(labelForm(text));
}

/**
 * Column numbers (栏次 1 2 3 …), which stand next to amounts in the full form of the ministry and are no figures:
 * at least two integers, each one more than the one before, and nothing else but 栏次 or 行次.
 */
export function isNumberingRow(texts: readonly string[]): boolean {
  const printed = texts.map(labelForm).filter((text) => text !== '');
  const named = printed.some((text) => text === '栏次' || text === '行次');
  const rest = printed.filter((text) => !/^(栏次|行次|类|款|项|类款项)$/.test(text));
  const numbers = rest.map(Number);
  if (rest.length === 0) return named;
  if (!rest.every((text) => /^\d{1,2}$/.test(text))) return false;
  const ascending = numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
  return ascending && (named || (rest.length >= 3 && numbers[0] === 1));
}
