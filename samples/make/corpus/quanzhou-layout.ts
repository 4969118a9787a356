import type { Account } from '../contradictions/figures.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow } from '../table.js';

/** What stands above and under each statement of the Quanzhou form. */
export function furniture(
  account: Account,
  number: number,
  note: string,
): Omit<StatementPlan, 'form' | 'title' | 'columns' | 'table'> {
  return {
    unit: '万元',
    unitLine: '单位：万元',
    bodyLine: `单位：${account.body}`,
    label: `公开0${number}表`,
    blankRows: 0,
    note: `注：${note}`,
  };
}

/** Header of two rows: code and name under 项目, the columns under a name of their own. */
export function underGroup(group: string, columns: readonly string[]): PrintedRow[] {
  return [
    { cells: [head('项目', 2), head(group, columns.length)] },
    { cells: ['功能分类科目编码', '科目名称', ...columns].map((text) => head(text)) },
  ];
}

/** The row 合计 over code and name; it comes first. */
export function totalFirst(values: readonly string[]): PrintedRow {
  return {
    cells: [head('合计', 2), ...values.map(valueCell)],
    truth: [{ side: null, code: null, label: '合计', values: [...values] }],
  };
}
