import { columnSums, type FunctionalItem } from '../functional.js';
import { plain } from '../money.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';
import { namedRows } from './figures.js';

/** What all statements of the national form of final accounts carry above the table. */
export function furniture(
  number: number,
  body: string,
): Pick<StatementPlan, 'unit' | 'unitLine' | 'bodyLine' | 'label' | 'blankRows' | 'note'> {
  return {
    unit: '万元',
    unitLine: '金额单位：万元',
    bodyLine: `部门：${body}`,
    label: `公开0${number}表`,
    blankRows: 0,
    note: null,
  };
}

/** A row of a statement by function: the code in one cell, the name, the values; a zero is printed. */
export function codeRows(items: readonly FunctionalItem[], print: (amount: number) => string = plain): PrintedRow[] {
  return namedRows(items).map(({ code, label, values: amounts }) => {
    const values = amounts.map(print);
    return {
      cells: [head(code), { text: label }, ...values.map(valueCell)],
      truth: [{ side: null, code, label, values }],
    };
  });
}

/** The row 合计 over the code and the name column; it comes first. */
export function sumRow(items: readonly FunctionalItem[], print: (amount: number) => string = plain): PrintedRow {
  const values = columnSums(items).map(print);
  return {
    cells: [head('合计', 2), ...values.map(valueCell)],
    truth: [{ side: null, code: null, label: '合计', values }],
  };
}

/** The row 栏次 of the national form: the columns numbered from 1. */
export function columnNumbers(labelSpan: number, count: number): PrintedRow {
  return { cells: [head('栏次', labelSpan), ...Array.from({ length: count }, (_, index) => head(String(index + 1)))] };
}

/** One side of a row in a two-sided statement with 行次. A `null` amount leaves the cell empty. */
export interface NumberedHalf {
  readonly label: string;
  readonly amounts: readonly (number | null)[];
}

/** A row of a two-sided statement of the national form: label, 行次, amounts, twice; empty halves keep their number. */
export function numberedRow(
  left: NumberedHalf,
  right: NumberedHalf,
  lines: readonly [left: number, right: number],
): PrintedRow {
  const cells = (half: NumberedHalf, line: number): Cell[] => [
    { text: half.label, align: /[合总]计$/.test(half.label) ? 'center' : 'left' },
    head(String(line)),
    ...printed(half).map(valueCell),
  ];
  return {
    cells: [...cells(left, lines[0]), ...cells(right, lines[1])],
    truth: [
      ...(left.label === ''
        ? []
        : [{ side: 'revenue' as const, code: null, label: left.label, values: printed(left) }]),
      ...(right.label === ''
        ? []
        : [{ side: 'expenditure' as const, code: null, label: right.label, values: printed(right) }]),
    ],
  };
}

function printed(half: NumberedHalf): (string | null)[] {
  return half.amounts.map((amount) => (amount === null ? null : plain(amount)));
}
