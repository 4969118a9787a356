import { drawCentred } from './prose.js';
import type { Sheets } from './sheets.js';
import { drawTable, type Table } from './table.js';
import type { TruthStatement } from './truth.js';

/** A statement ready to be printed: its table and what stands over and under it. */
export interface StatementPlan {
  readonly form: string;
  readonly title: string;
  readonly unit: '万元' | '元';
  /** The number of the form at the right above the unit line (公开01表), if the layout has one. */
  readonly label?: string;
  /** The unit line as printed, at the right above the table. */
  readonly unitLine: string;
  /** The line at the left above the table (编制单位：…), if the layout has one. */
  readonly bodyLine: string | null;
  readonly columns: readonly string[];
  readonly table: Table;
  readonly blankRows: number;
  /** Remark under the table (empty tables say why they are empty). */
  readonly note: string | null;
}

/** Prints a statement from the top of a new page on; returns its truth. */
export function drawStatement(paper: Sheets, plan: StatementPlan): TruthStatement {
  paper.addPage(plan.table.orientation);
  const first = paper.pageNumber;
  drawCentred(paper, plan.title, 84, 15);
  const width = plan.table.widths.reduce((a, b) => a + b, 0);
  const left = (paper.width - width) / 2;
  if (plan.label !== undefined) paper.text(plan.label, left + width - paper.measure(plan.label, 9), 98, 9);
  if (plan.bodyLine !== null) paper.text(plan.bodyLine, left, 110, 9);
  paper.text(plan.unitLine, left + width - paper.measure(plan.unitLine, 9), 110, 9);
  const { truth, bottom } = drawTable(paper, plan.table, 118);
  if (plan.note !== null) paper.text(plan.note, left, bottom + 16, 9);
  return {
    form: plan.form,
    title: plan.title,
    unit: plan.unit,
    pages: Array.from({ length: paper.pageNumber - first + 1 }, (_, index) => first + index),
    columns: plan.columns,
    rows: truth,
    blank_rows: plan.blankRows,
    notes: plan.note === null ? [] : [plan.note],
  };
}
