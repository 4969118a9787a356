import type { Phase } from '../printed.js';
import type { Panel, Statement, StatementKind, StatementRow } from '../report.js';
import type { Claim } from './claim.js';
import type { Draft } from './claim-draft.js';
import type { Naming } from './claim-naming.js';

/** A cell by what it means; the first row and the first column that the statement has are taken. */
interface Cell {
  readonly kind: StatementKind;
  readonly panel?: Panel;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const AMOUNT = ['total', 'amount'];
const SUMMARY = 'revenue-and-expenditure';

/**
 * The cells of the statements that the amount of a claim repeats, by meaning and not by value: whether they agree is for the checks.
 * Only cells of the same year and phase. An amount without such a cell (年初预算 in most final accounts) has none.
 */
export function figureLinks(statements: readonly Statement[]): (draft: Draft) => Claim['figures'] {
  const find = (cell: Cell, phase: Phase | null): readonly string[] =>
    statements.flatMap((statement, index) =>
      statement.kind === cell.kind ? pathIn(statement, index, cell, phase) : [],
    );
  const holders = (code: string): readonly StatementKind[] =>
    (['general-budget-expenditure', 'government-funds', 'state-capital'] as const).filter((kind) =>
      statements.some((statement) => statement.kind === kind && rowsOf(statement).has(`/${code}`)),
    );
  const amountAt = (cell: Cell): number | null => {
    const [s = '', r = '', column = ''] = (find(cell, null)[0] ?? '').split('/');
    return statements[Number(s)]?.rows[Number(r)]?.figures[column]?.amount?.fen ?? null;
  };
  const isAllGeneralBudget = (): boolean => {
    const basic = amountAt({ kind: 'expenditure', rows: ['total'], columns: ['basic'] });
    return (
      basic !== null && basic === amountAt({ kind: 'general-budget-expenditure', rows: ['total'], columns: ['basic'] })
    );
  };
  return ({ naming, numbers }) => {
    if (numbers.amount === undefined || naming.year !== 'current') return {};
    const isBasicOfAll =
      /^(personnel|public)$/.test(naming.subject) && /^(expenditure|overall|none)$/.test(naming.scope);
    if (isBasicOfAll && !isAllGeneralBudget()) return {};
    const paths = cellsOf(naming, holders).flatMap((cell) => find(cell, naming.phase));
    return paths.length === 0 ? {} : { amount: [...new Set(paths)] };
  };
}

function cellsOf(naming: Naming, holders: (code: string) => readonly StatementKind[]): readonly Cell[] {
  const { subject, row } = naming;
  const both = (kind: StatementKind, rows: readonly string[]): readonly Cell[] => [
    { kind, panel: 'revenue', rows, columns: ['amount'] },
    { kind, panel: 'expenditure', rows, columns: AMOUNT },
  ];
  const revenue = (kind: StatementKind, ...rows: readonly string[]): Cell => ({
    kind,
    panel: 'revenue',
    rows,
    columns: ['amount'],
  });
  const spending = (kind: StatementKind, ...rows: readonly string[]): Cell => ({
    kind,
    panel: 'expenditure',
    rows,
    columns: AMOUNT,
  });
  const total = (kind: StatementKind, ...columns: readonly string[]): Cell => ({
    kind,
    rows: ['total', 'grand-total'],
    columns,
  });
  switch (subject) {
    case 'grand-total':
      return both(SUMMARY, ['grand-total']);
    case 'revenue-grand-total':
      return [revenue(SUMMARY, 'grand-total')];
    case 'expenditure-grand-total':
      return [spending(SUMMARY, 'grand-total')];
    case 'revenue':
      return [revenue(SUMMARY, 'current-total', 'grand-total'), total('revenue', 'income', ...AMOUNT)];
    case 'expenditure':
      return [spending(SUMMARY, 'current-total', 'grand-total'), total('expenditure', ...AMOUNT)];
    case 'revenue-source':
      return revenueSource(row ?? '');
    case 'expenditure-use':
      return [spending(SUMMARY, `use-${row}`), total('expenditure', row ?? '')];
    case 'opening':
      return [revenue(SUMMARY, 'opening')];
    case 'closing':
      return [spending(SUMMARY, 'closing')];
    case 'fiscal-grand-total':
      return both('appropriations', ['grand-total']);
    case 'fiscal-revenue-grand-total':
      return [revenue('appropriations', 'grand-total')];
    case 'fiscal-expenditure-grand-total':
      return [spending('appropriations', 'grand-total')];
    case 'fiscal-expenditure':
      return [
        spending('appropriations', 'current-total', 'grand-total'),
        total('appropriations-expenditure', ...AMOUNT),
      ];
    case 'general-budget-expenditure':
      return [
        total('general-budget-expenditure', ...AMOUNT),
        {
          kind: 'appropriations',
          panel: 'expenditure',
          rows: ['current-total', 'grand-total'],
          columns: ['general-budget'],
        },
      ];
    case 'government-funds-expenditure':
      return [total('government-funds', ...AMOUNT)];
    case 'state-capital-expenditure':
      return [total('state-capital', ...AMOUNT)];
    case 'basic-expenditure':
      return naming.scope === 'fiscal-basic' || naming.scope === 'fiscal'
        ? [total('appropriations-basic-expenditure', ...AMOUNT), spending('appropriations', 'use-basic')]
        : [total('general-budget-basic-expenditure', ...AMOUNT), total('general-budget-expenditure', 'basic')];
    case 'personnel':
    case 'public': {
      const kind =
        naming.scope === 'fiscal-basic' ? 'appropriations-basic-expenditure' : 'general-budget-basic-expenditure';
      return [{ kind, rows: [`${subject}-total`], columns: AMOUNT }, total(kind, subject)];
    }
    case 'procurement':
      return [total('procurement', ...AMOUNT)];
    case 'operating-funds':
      return [total('operating-funds', ...AMOUNT), total('three-public', 'operating-funds')];
    case 'three-public':
      return threePublic('total');
    case 'abroad':
    case 'vehicle':
    case 'vehicle-purchase':
    case 'vehicle-operation':
    case 'reception':
    case 'meetings':
    case 'training':
      return threePublic(subject);
    default:
      return functionCells(naming, holders);
  }
}

function revenueSource(row: string): readonly Cell[] {
  const fund =
    row === 'fiscal'
      ? [{ kind: 'appropriations', panel: 'revenue', rows: ['current-total'], columns: ['amount'] } as const]
      : [];
  return [
    { kind: SUMMARY, panel: 'revenue', rows: [row, `fiscal-${row}`], columns: ['amount'] },
    { kind: 'revenue', rows: ['total'], columns: [row] },
    { kind: 'revenue', rows: [row], columns: ['amount'] },
    ...fund,
  ];
}

/** Upright forms have a row for each item, flat ones a column, perhaps one for each phase. */
function threePublic(item: string): readonly Cell[] {
  const upright = item === 'total' ? [] : [{ kind: 'three-public', rows: [item], columns: AMOUNT } as const];
  return [...upright, { kind: 'three-public', rows: ['total'], columns: item === 'total' ? AMOUNT : [item] }];
}

function functionCells(naming: Naming, holders: (code: string) => readonly StatementKind[]): readonly Cell[] {
  const code = naming.code?.code;
  if (code === undefined) return [];
  const row = (kind: StatementKind): Cell => ({ kind, rows: [code], columns: AMOUNT });
  const summary = (kind: StatementKind, columns: readonly string[]): Cell => ({
    kind,
    panel: 'expenditure',
    rows: [`func-${code}`],
    columns,
  });
  switch (naming.subject) {
    case 'expenditure-function':
      return [summary(SUMMARY, AMOUNT), row('expenditure')];
    case 'fiscal-function': {
      // Without a table of its own a function of the fiscal appropriation stands in that of its fund, where only one fund has it.
      const [only, ...others] = holders(code);
      const fund = only !== undefined && others.length === 0 ? [row(only)] : [];
      return [row('appropriations-expenditure'), summary('appropriations', AMOUNT), ...fund];
    }
    case 'general-budget-function':
      return [row('general-budget-expenditure'), summary('appropriations', ['general-budget'])];
    case 'government-funds-function':
      return [row('government-funds')];
    case 'state-capital-function':
      return [row('state-capital')];
    default:
      return [];
  }
}

/** Rows by `<panel>/<key>`. */
const rowIndexes = new WeakMap<Statement, ReadonlyMap<string, number>>();

function rowsOf(statement: Statement): ReadonlyMap<string, number> {
  const ready = rowIndexes.get(statement);
  if (ready !== undefined) return ready;
  const rows = new Map(statement.rows.map((row, index) => [`${row.panel ?? ''}/${row.key}`, index]));
  rowIndexes.set(statement, rows);
  return rows;
}

function pathIn(statement: Statement, index: number, cell: Cell, phase: Phase | null): readonly string[] {
  const rows = rowsOf(statement);
  const at = cell.rows.map((key) => rows.get(`${cell.panel ?? ''}/${key}`)).find((found) => found !== undefined);
  const row = at === undefined ? undefined : statement.rows[at];
  if (row === undefined) return [];
  const column = cell.columns.flatMap((key) => columnOf(statement, row, key, phase))[0];
  return column === undefined ? [] : [`${index}/${at}/${column}`];
}

/** The column of a key whose phase is that of the claim, or is not told. */
function columnOf(statement: Statement, row: StatementRow, key: string, phase: Phase | null): readonly string[] {
  const candidates = phase === null ? [key] : [`${key}-${phase}`, key];
  return candidates.filter((candidate) => {
    const column = statement.columns.find((one) => one.key === candidate && one.panel === row.panel);
    const isPhase = phase === null || column?.phase == null || column.phase === phase;
    return row.figures[candidate] !== undefined && isPhase;
  });
}
