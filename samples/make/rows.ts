import { codeCells, type FunctionalRow } from './functional.js';
import { printedOrBlank } from './money.js';
import type { Cell, PrintedRow } from './table.js';

/** A centred cell; spans default to one. */
export function head(text: string, columnSpan = 1, rowSpan = 1): Cell {
  return { text, align: 'center', columnSpan, rowSpan };
}

/** A cell with a value: right aligned, empty when blank. */
export function valueCell(value: string | null): Cell {
  return { text: value ?? '', align: 'right' };
}

/** A row of a functional statement: 类, 款, 项 in three cells, the name, the values; zero is left blank. */
export function functionalRow(row: FunctionalRow): PrintedRow {
  const values = row.values.map(printedOrBlank);
  return {
    cells: [...codeCells(row.code).map((text) => head(text)), { text: row.label }, ...values.map(valueCell)],
    truth: [{ side: null, code: row.code, label: row.label, values }],
  };
}

/** A total row whose label stands over the given number of columns. */
export function totalRow(label: string, columnSpan: number, amounts: readonly number[]): PrintedRow {
  const values = amounts.map(printedOrBlank);
  return {
    cells: [head(label, columnSpan), ...values.map(valueCell)],
    truth: [{ side: null, code: null, label, values }],
  };
}

/** One side of a row of a two-sided statement; `null` is an empty stretch of it. */
export interface HalfRow {
  readonly label: string;
  readonly amounts: readonly number[];
}

/** A row of a two-sided statement. The widths count the value columns of each side, for halves without a label. */
export function twoSidedRow(
  left: HalfRow | null,
  right: HalfRow | null,
  widths: readonly [number, number],
): PrintedRow {
  const half = (row: HalfRow | null, width: number): { cells: Cell[]; values: (string | null)[] } => {
    const values = row === null ? Array<null>(width).fill(null) : row.amounts.map(printedOrBlank);
    const isTotal = row !== null && /[合总]计$/.test(row.label);
    const label: Cell = { text: row?.label ?? '', align: isTotal ? 'center' : 'left' };
    return { cells: [label, ...values.map(valueCell)], values };
  };
  const [l, r] = [half(left, widths[0]), half(right, widths[1])];
  return {
    cells: [...l.cells, ...r.cells],
    truth: [
      ...(left === null ? [] : [{ side: 'revenue' as const, code: null, label: left.label, values: l.values }]),
      ...(right === null ? [] : [{ side: 'expenditure' as const, code: null, label: right.label, values: r.values }]),
    ],
  };
}

/** Empty ruled rows, as forms carry them under a statement without data. */
export function blankRows(count: number, columns: number): PrintedRow[] {
  return Array.from({ length: count }, () => ({ cells: Array.from({ length: columns }, () => ({ text: '' })) }));
}
