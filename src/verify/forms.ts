import type { StatementKind } from '../normalize/report.js';

/** Row and column keys of the three funds: 一般公共预算, 政府性基金预算, 国有资本经营预算. */
export const FUNDS: readonly string[] = ['general-budget', 'government-funds', 'state-capital'];

/** Row and column keys of the other sources of revenue, from 财政专户管理资金 to 其他收入. */
export const OTHER_SOURCES: readonly string[] = [
  'special-account',
  'superior-subsidy',
  'institutional',
  'operating',
  'subsidiary-remittance',
  'other',
];

/** 收入支出总表 and 财政拨款收入支出总表, of final accounts and budgets: two lists side by side. */
export const TWO_SIDED: ReadonlySet<StatementKind> = new Set(['revenue-and-expenditure', 'appropriations']);

/** Tables whose rows are expenditure functions 功能分类: 类, 款, 项. */
export const FUNCTIONAL: ReadonlySet<StatementKind> = new Set([
  'revenue',
  'expenditure',
  'appropriations-expenditure',
  'general-budget-expenditure',
  'government-funds',
  'state-capital',
  'fiscal-accounts',
]);

/** Basic expenditure 基本支出 by economic classification 经济分类: 类, 款. */
export const BASIC_EXPENDITURE: ReadonlySet<StatementKind> = new Set([
  'appropriations-basic-expenditure',
  'general-budget-basic-expenditure',
]);

/** All tables whose rows are economic classes. */
export const ECONOMIC: ReadonlySet<StatementKind> = new Set([...BASIC_EXPENDITURE, 'operating-funds']);
