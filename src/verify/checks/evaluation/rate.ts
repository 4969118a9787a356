import type { FundColumn } from '../../../normalize/evaluation/evaluation.js';
import type { Quantity } from '../../../normalize/printed.js';
import { evaluationPath } from '../../../normalize/quantities.js';
import type { Check, Judgement, Term } from '../../check.js';
import { diagnoseAmounts, type PrintedValue } from '../../diagnosis.js';
import { compareRate, type RateVerdict, rateAt, ratio } from '../../interval.js';
import { quantityTerm } from '../../terms.js';
import { decimalText, termText } from '../../wording.js';
import { evaluationsOf, isRead, type LocatedEvaluation, subjectOf } from './marks.js';

const OUTCOMES = {
  exact: 'exact',
  rounding: 'rounding',
  truncated: 'violation',
  nudged: 'violation',
  wrong: 'violation',
} as const satisfies Record<RateVerdict, Judgement['outcome']>;

interface Cell {
  readonly term: Term;
  readonly printed: PrintedValue;
}

function cell(table: LocatedEvaluation, row: number, column: FundColumn, label: string): Cell | null {
  const quantity: Quantity | undefined = table.evaluation.funds[row]?.numbers[column];
  if (!isRead(quantity) || quantity.step === null) return null;
  return {
    term: quantityTerm(evaluationPath(table.index, 'funds', row, column), label, quantity),
    printed: { value: quantity.value, step: quantity.step },
  };
}

function judge(table: LocatedEvaluation, row: number): readonly Judgement[] {
  const label = table.evaluation.funds[row]?.label ?? '';
  const rate = cell(table, row, 'rate', '执行率');
  const executed = cell(table, row, 'executed', '全年执行数');
  const budget = cell(table, row, 'adjusted', '全年预算数') ?? cell(table, row, 'approved', '年初预算数');
  if (rate === null || executed === null || budget === null) return [];
  const recomputed = ratio(executed.printed, budget.printed);
  // Without a budget there is no rate: forms print 0.00, 100 or nothing.
  if (recomputed === null || budget.printed.value === 0) return [];
  const verdict = compareRate(rate.printed, recomputed);
  const outcome = OUTCOMES[verdict];
  const value = rateAt(recomputed, Math.min(rate.printed.step, 100));
  const right = value === null ? '无法计算' : `${decimalText(value)}%`;
  const slip = value === null ? null : diagnoseAmounts(rate.printed, { value, step: Math.min(rate.printed.step, 100) });
  const words = `${termText(executed.term)} ÷ ${termText(budget.term)} = ${right}，表中${termText(rate.term)}`;
  return [
    {
      subject: subjectOf(table, label, '执行率'),
      outcome,
      measure: 'percent',
      left: `${rate.term.figure?.printed ?? ''}%`,
      right,
      terms: [rate.term, executed.term, budget.term],
      about: [rate.term.path],
      diagnosis: outcome === 'violation' ? (verdict === 'truncated' ? 'truncated' : slip) : null,
      message:
        outcome !== 'violation'
          ? ''
          : `${verdict === 'truncated' ? '执行率截去了尾数，没有四舍五入' : '执行率算不出来'}：${words}。`,
      ...(verdict === 'truncated' || verdict === 'nudged' ? { severity: 'note' as const } : {}),
    },
  ];
}

/** P2: the execution rate of each row of the funds, recomputed from intervals. */
export const executionRate: Check = {
  id: 'evaluation/rate',
  zh: '执行率 = 全年执行数 ÷ 全年预算数',
  en: 'execution rate = executed / budget of the year',
  severity: 'error',
  notApplicable: 'Rows without a budget, a spent amount or a rate. Cut-off or nudged last places are notes.',
  identities: () => [],
  judgements: (report) =>
    evaluationsOf(report).flatMap((table) => table.evaluation.funds.flatMap((_, row) => judge(table, row))),
};
