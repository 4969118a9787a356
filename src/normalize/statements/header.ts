import { labelForm } from '../text/full-width.js';
import { isNumberingRow, lookOf, looksGarbled, looksLikeCode, saysNoValue } from './cell-form.js';
import type { GridView } from './grid-view.js';
import { rowTemplates } from './templates.js';

/** Where the header of a grid ends: `first` is the first row of data; rows of column numbers (栏次) are told apart. */
export interface HeaderRows {
  readonly first: number;
  readonly numbering: ReadonlySet<number>;
}

const YEAR = /^(19|20)\d{2}$/;
/** An entry of the list: 一、 1. （一） or a total. */
const ENTRY = /^([一二三四五六七八九十]+、|\d{1,2}[.、]|[(（][一二三四五六七八九十\d]+[)）])/;

/**
 * Finds the first data row: one that prints an amount, a code, or the label of an entry beside empty cells. A 合计 row may stand
 * in the header row of 类/款/项 (Shanghai finance accounts, Quanzhou): such a row is data. 栏次 rows belong to the header.
 */
export function headerRows(view: GridView): HeaderRows {
  const numbering = new Set<number>();
  let first = view.rows;
  for (let row = 0; row < view.rows; row++) {
    const texts = view.startingIn(row).map((cell) => cell.text);
    if (isNumberingRow(texts)) {
      numbering.add(row);
      continue;
    }
    if (isData(texts)) {
      first = row;
      break;
    }
  }
  // A form without a single row of data: what is empty below the printed header is an empty row of data.
  if (first === view.rows) {
    while (first > 1 && view.startingIn(first - 1).every((cell) => cell.text === '')) first--;
  }
  for (let row = first; row < view.rows; row++)
    if (isNumberingRow(view.startingIn(row).map((cell) => cell.text))) numbering.add(row);
  return { first, numbering };
}

function isData(texts: readonly string[]): boolean {
  const { headMarks, totals } = rowTemplates();
  const printed = texts.map(labelForm).filter((text) => text !== '' && !headMarks.includes(text));
  if (printed.length === 0) return false;
  // No head is a dash (合计 — — —).
  if (texts.some((text) => lookOf(text) === 'amount' || looksGarbled(text) || saysNoValue(text))) return true;
  if (texts.slice(0, 4).some((text) => looksLikeCode(text))) return true;
  const labels = printed.filter((text) => lookOf(text) === 'text');
  const numbers = printed.filter((text) => lookOf(text) === 'integer');
  // Whole numbers are data (budgets in 元, zeros), unless they are years over two columns.
  if (numbers.some((text) => !YEAR.test(text))) return true;
  // A 合计 over the columns of a header has other column heads beside it; a 合计 row of an empty table stands alone.
  return labels.length <= 3 && labels.every((text) => ENTRY.test(text) || totals.includes(text) || isLoneMark(text));
}

function isLoneMark(text: string): boolean {
  return rowTemplates().emptyMarks.some((mark) => mark.test(text));
}
