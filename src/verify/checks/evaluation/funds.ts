import type { FundColumn } from '../../../normalize/evaluation/evaluation.js';
import { evaluationPath } from '../../../normalize/quantities.js';
import type { Check, Identity, Term } from '../../check.js';
import { quantityTerm, sumIdentity } from '../../terms.js';
import { integerOf } from '../../value.js';
import { evaluationsOf, fundRow, isRead, type LocatedEvaluation, subjectOf } from './marks.js';

/** The columns of money, with their names for people. */
const MONEY: readonly (readonly [FundColumn, string])[] = [
  ['approved', '年初预算数'],
  ['adjusted', '全年预算数'],
  ['executed', '全年执行数'],
];

function term(table: LocatedEvaluation, index: number, column: FundColumn): Term | null {
  const fund = table.evaluation.funds[index];
  const quantity = fund?.numbers[column];
  if (fund === undefined || quantity === undefined) return null;
  return quantityTerm(evaluationPath(table.index, 'funds', index, column), fund.label, quantity);
}

/** A row that no seed knows and that holds money may be a part of the total, or a part of a part. */
function doubt(table: LocatedEvaluation, column: FundColumn): string | null {
  const stranger = table.evaluation.funds.find(
    ({ key, numbers }) => /^row-\d+$/.test(key) && (integerOf(numbers[column] ?? null) ?? 0) !== 0,
  );
  return stranger ? `没有认出“${stranger.label}”这一行，它可能是其中一项` : null;
}

function funds(table: LocatedEvaluation): readonly Identity[] {
  const total = fundRow(table, 'total');
  if (total === null) return [];
  return MONEY.flatMap(([column, name]) => {
    const sum = term(table, total.index, column);
    if (sum === null) return [];
    const parts = ['fiscal', 'other', 'carried'].flatMap((key) => {
      const row = fundRow(table, key);
      const part = row === null ? null : term(table, row.index, column);
      return part === null ? [] : [part];
    });
    // A form that names a total and no part says nothing that could be wrong.
    if (parts.length === 0 || !parts.some(({ figure }) => figure !== null && 'measure' in figure && isRead(figure)))
      return [];
    return [sumIdentity(subjectOf(table, name), sum, parts, doubt(table, column))];
  });
}

/** P1: the funds of a project by source. */
export const fundsSum: Check = {
  id: 'evaluation/funds',
  zh: '年度资金总额 = 当年财政拨款 + 其他资金 + 上年结转资金',
  en: 'total funds of the project = appropriation of the year + other funds + carried over',
  severity: 'error',
  notApplicable: 'Forms that print the total without its sources; blank cells.',
  identities: (report) => evaluationsOf(report).flatMap(funds),
};
