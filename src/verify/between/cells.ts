import type { Claim, ClaimSubject } from '../../normalize/narrative/claim.js';
import type { Panel, Report, Statement, StatementKind } from '../../normalize/report.js';
import type { Term } from '../check.js';

/** Where an amount stands in a report of any year: statement, row and column by their keys, which do not change with the form. */
export interface Spot {
  readonly kind: StatementKind;
  readonly panel: Panel | null;
  readonly row: string;
  readonly column: string;
}

/**
 * A column of a phase: 'total-executed', of the year before too ('total-executed-prior'), is the column 'total'; a column that is nothing
 * but a phase is the one of the amounts.
 */
function withoutPhase(column: string): string {
  const own = column.replace(/-prior$/, '');
  return own.replace(/-(approved|adjusted|executed)$/, '').replace(/^(approved|adjusted|executed)$/, 'amount');
}

/** Items of the “三公” statement, by the claims about them. */
const THREE_PUBLIC: Readonly<Partial<Record<ClaimSubject, string>>> = {
  'three-public': 'total',
  abroad: 'abroad',
  vehicle: 'vehicle',
  'vehicle-purchase': 'vehicle-purchase',
  'vehicle-operation': 'vehicle-operation',
  reception: 'reception',
  meetings: 'meetings',
  training: 'training',
};

function spot(kind: StatementKind, panel: Panel | null, row: string, column: string): Spot {
  return { kind, panel, row, column };
}

/** Cells by subject, for an amount that no cell of its own report repeats (年初预算 in final accounts). */
function spotsBySubject({ subject, code }: Claim): readonly Spot[] {
  const item = THREE_PUBLIC[subject];
  if (item !== undefined)
    return [spot('three-public', null, 'total', item), spot('three-public', null, item, 'amount')];
  if (subject === 'general-budget-function' && code !== null)
    return [spot('general-budget-expenditure', null, code.code, 'total')];
  if (subject === 'general-budget-expenditure') return [spot('general-budget-expenditure', null, 'total', 'total')];
  if (subject === 'government-funds-expenditure') return [spot('government-funds', null, 'total', 'total')];
  if (subject === 'state-capital-expenditure') return [spot('state-capital', null, 'total', 'total')];
  return [];
}

/** The cells of the report of a claim that its amount repeats, as spots. */
function spotsByFigures(report: Report, claim: Claim): readonly Spot[] {
  return (claim.figures.amount ?? []).flatMap((path) => {
    const [s = '', r = '', ...column] = path.split('/');
    const statement = report.statements[Number(s)];
    const row = statement?.rows[Number(r)];
    if (statement === undefined || row === undefined || statement.kind === 'other' || /^row-\d+$/.test(row.key))
      return [];
    return [spot(statement.kind, row.panel, row.key, withoutPhase(column.join('/')))];
  });
}

/** Where the amount of a claim stands in another report of the same body. */
export function spotsOf(report: Report, claim: Claim): readonly Spot[] {
  const byFigures = spotsByFigures(report, claim);
  return byFigures.length > 0 ? byFigures : spotsBySubject(claim);
}

/** A cell of a report. */
export interface Cell {
  readonly term: Term;
  readonly statement: Statement;
}

/**
 * The cell at a spot. The column may carry the phase in its key ('total-approved', where a form prints several), or not, where the whole
 * report has that phase. Tables with one column of amounts call it 'amount' or 'total'.
 */
export function cellAt(report: Report, at: Spot, phase: 'approved' | 'executed'): Cell | null {
  const own = report.kind === 'budget' ? 'approved' : 'executed';
  const whole = at.column === 'total' || at.column === 'amount';
  const bare = whole ? [at.column, 'total', 'amount'] : [at.column];
  const keys = [...bare.map((key) => `${key}-${phase}`), ...(own === phase ? bare : []), ...(whole ? [phase] : [])];
  for (const [s, statement] of report.statements.entries()) {
    if (statement.kind !== at.kind || statement.declaredEmpty) continue;
    for (const [r, row] of statement.rows.entries()) {
      if (row.key !== at.row || row.panel !== at.panel) continue;
      const key = keys.find((one) => row.figures[one] !== undefined);
      const figure = key === undefined ? undefined : row.figures[key];
      if (key === undefined || figure === undefined) continue;
      const unit = statement.unit?.match(/[百千万亿]*元/)?.[0];
      const name = [row.code?.code, row.label || row.key].filter(Boolean).join(' ');
      const label = `${statement.title || statement.kind}·${name}${unit === undefined ? '' : `（${unit}）`}`;
      return { statement, term: { sign: 1, label, path: `${s}/${r}/${key}`, figure } };
    }
  }
  return null;
}

/** Whether a report has the statement of a spot with amounts in it, so that a row that is not there means something. */
export function hasStatement(report: Report, at: Spot): boolean {
  return report.statements.some(
    ({ kind, declaredEmpty, rows }) => kind === at.kind && !declaredEmpty && rows.length > 0,
  );
}
