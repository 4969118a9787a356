import type { Panel, StatementKind } from '../report.js';
import type { Naming } from './claim-naming.js';

/** A cell by what it means; the first row and the first column that the statement has are taken. */
export interface Cell {
  readonly kind: StatementKind;
  readonly panel?: Panel;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const AMOUNT = ['total', 'amount'];
const SUMMARY = 'revenue-and-expenditure';

/** The cells that an amount repeats, by what it is about; `holders` are the tables of funds that have a function. */
export function cellsOf(naming: Naming, holders: (code: string) => readonly StatementKind[]): readonly Cell[] {
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
    case 'closing':
      return balance(subject, row);
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
    case 'reception-domestic':
    case 'meetings':
    case 'training':
      return threePublic(subject === 'reception-domestic' ? 'reception' : subject);
    default:
      return functionCells(naming, holders);
  }
}

/** Tables that may print opening, income and closing of one fund beside its expenditure. */
const FUND_TABLES: Readonly<Record<string, StatementKind>> = {
  'general-budget': 'general-budget-expenditure',
  'government-funds': 'government-funds',
  'state-capital': 'state-capital',
};

/** 年初 or 年末结转和结余: of all funds without a row, else of the fiscal appropriation or of one of its funds. */
function balance(subject: 'opening' | 'closing', row: string | null): readonly Cell[] {
  const panel = subject === 'opening' ? 'revenue' : 'expenditure';
  if (row === null) return [{ kind: SUMMARY, panel, rows: [subject], columns: AMOUNT }];
  const whole = { kind: 'appropriations', panel } as const;
  if (row === 'fiscal') return [{ ...whole, rows: [subject], columns: AMOUNT }];
  const table = FUND_TABLES[row];
  const own = table === undefined ? [] : [{ kind: table, rows: ['total'], columns: [subject] }];
  const fund =
    subject === 'opening'
      ? { ...whole, rows: [`opening-${row}`], columns: ['amount'] }
      : { ...whole, rows: ['closing'], columns: [row] };
  return [...own, fund];
}

function revenueSource(row: string): readonly Cell[] {
  const fund =
    row === 'fiscal'
      ? [{ kind: 'appropriations', panel: 'revenue', rows: ['current-total'], columns: ['amount'] } as const]
      : [];
  const table = FUND_TABLES[row];
  const income = table === undefined ? [] : [{ kind: table, rows: ['total'], columns: ['income'] }];
  return [
    { kind: SUMMARY, panel: 'revenue', rows: [row, `fiscal-${row}`], columns: ['amount'] },
    { kind: 'revenue', rows: ['total'], columns: [row] },
    { kind: 'revenue', rows: [row], columns: ['amount'] },
    ...fund,
    ...income,
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
