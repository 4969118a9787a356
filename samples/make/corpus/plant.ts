import type { Draw } from '../random.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';

/** A cell of a statement that was made wrong on purpose. */
export interface PlantedCell {
  readonly form: string;
  readonly code: string;
  /** Its column among the values, from 1. */
  readonly column: number;
  readonly right: string;
  readonly printed: string;
}

/** Forms whose rows by function add up to their parents in every column. */
const FORMS = ['FA03', 'FA05', 'B03', 'B05'];

/**
 * Makes one amount of a statement by function wrong: one digit before the decimal point is one higher. Only an item 项 with an amount in the first
 * column, so that its class, its section and its own row contradict it. Other statements are given back as they are.
 */
export function plantCell(plan: StatementPlan, draw: Draw): { plan: StatementPlan; cell: PlantedCell | null } {
  if (!FORMS.includes(plan.form)) return { plan, cell: null };
  const candidates = plan.table.body.flatMap((row, index) => {
    const truth = row.truth?.[0];
    return truth?.code?.length === 7 && truth.values[0] != null ? [{ row, index, truth, right: truth.values[0] }] : [];
  });
  const found = candidates[draw(0, Math.max(0, candidates.length - 1))];
  if (found === undefined || found.truth.code === null) return { plan, cell: null };
  const { row, index, truth, right } = found;
  const printed = wrongDigit(right);
  const at = row.cells.findIndex(({ text }) => text === right);
  const cells: Cell[] = row.cells.with(at, { text: printed, align: 'right' });
  const wrong: PrintedRow = { ...row, cells, truth: [{ ...truth, values: [printed, ...truth.values.slice(1)] }] };
  return {
    plan: { ...plan, table: { ...plan.table, body: plan.table.body.with(index, wrong) } },
    cell: { form: plan.form, code: found.truth.code, column: 1, right, printed },
  };
}

/** The last digit before the decimal point, one higher; 9 becomes 8. */
function wrongDigit(amount: string): string {
  return amount.replace(/\d(?=\.)/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
}
