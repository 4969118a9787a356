import type { Evaluation, EvaluationFund, FundColumn, Indicator } from '../../../normalize/evaluation/evaluation.js';
import type { Quantity } from '../../../normalize/printed.js';
import { evaluationPath } from '../../../normalize/quantities.js';
import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { missingTerm, quantityTerm } from '../../terms.js';
import { beginning } from './beginning.js';

/** A self-evaluation table 绩效自评表 with its index in the report, from which the paths of its numbers are made. */
export interface LocatedEvaluation {
  readonly index: number;
  readonly evaluation: Evaluation;
}

/** An indicator with its index in the table. */
export interface LocatedIndicator {
  readonly index: number;
  readonly indicator: Indicator;
}

/** Marks in ten-thousandths: 100 分. */
export const FULL_MARKS = 1_000_000;
/** 0.05 分, the largest gap between a score and the rule that a printed score can hide (forms-and-identities 2.5, P6 and P7). */
export const SCORE_TOLERANCE = 500;

/** The tables of a report, in printed order. */
export function evaluationsOf(report: Report): readonly LocatedEvaluation[] {
  return report.evaluations.map((evaluation, index) => ({ index, evaluation }));
}

/** The tables of single projects: a table for the whole body 整体支出 covers the projects a second time. */
export function projectEvaluationsOf(report: Report): readonly LocatedEvaluation[] {
  return evaluationsOf(report).filter(({ evaluation }) => !evaluation.title.includes('整体'));
}

/** “专网光纤租用经费”: what a table is about, for people. */
export function projectName({ evaluation, index }: LocatedEvaluation): string {
  return `“${evaluation.project?.text || `第 ${index + 1} 张自评表`}”`;
}

/** 绩效自评表“专网光纤租用经费”，年度资金总额. */
export function subjectOf(table: LocatedEvaluation, ...details: readonly string[]): string {
  return [`绩效自评表${projectName(table)}`, ...details].join('，');
}

/** Indicators, without the unused rows of the form: neither weight nor score nor actual value. */
export function indicatorsOf({ evaluation }: LocatedEvaluation): readonly LocatedIndicator[] {
  return evaluation.indicators
    .map((indicator, index) => ({ index, indicator }))
    .filter(
      ({ indicator }) =>
        isRead(indicator.numbers.weight) || isRead(indicator.numbers.score) || indicator.actual.trim() !== '',
    );
}

/** The row of the funds with this key: 'total', 'fiscal', 'carried', 'other'. */
export function fundRow(
  { evaluation }: LocatedEvaluation,
  key: string,
): { readonly index: number; readonly fund: EvaluationFund } | null {
  const index = evaluation.funds.findIndex((fund) => fund.key === key);
  const fund = evaluation.funds[index];
  return fund === undefined ? null : { index, fund };
}

/** A number of the row of total funds 年度资金总额 as a term; `null` where the row or the cell is missing or holds no number. */
export function totalFund(table: LocatedEvaluation, column: FundColumn, label: string): Term | null {
  const row = fundRow(table, 'total');
  const quantity = row?.fund.numbers[column];
  if (row === null || !isRead(quantity)) return null;
  return quantityTerm(evaluationPath(table.index, 'funds', row.index, column), label, quantity);
}

/** Weight 分值 or score 得分 of an indicator; missing, never zero, where the cell holds no number. */
export function indicatorTerm(
  table: LocatedEvaluation,
  { index, indicator }: LocatedIndicator,
  column: 'weight' | 'score' | 'actual',
): Term {
  const label = indicatorName(indicator);
  const quantity = indicator.numbers[column];
  if (!isFilled(quantity)) return missingTerm(`${label}的${column === 'weight' ? '分值' : '得分'}`);
  return quantityTerm(evaluationPath(table.index, 'indicators', index, column), label, quantity);
}

/** 数量指标 网络线路: the levels of an indicator that are printed, the first left out; a third level of many words only by its beginning. */
function indicatorName({ level1, level2, level3 }: Indicator): string {
  return [level2 || level1, beginning(level3)].filter(Boolean).join(' ');
}

/** A mark is exact as printed: 10 分 is no rounded 9.8. Its term takes no part in rounding. */
export function exactly(term: Term): Term {
  const { figure } = term;
  return figure !== null && 'measure' in figure ? { ...term, figure: { ...figure, step: 0 } } : term;
}

/** Whether a number was read. */
export function isRead(quantity: Quantity | null | undefined): quantity is Quantity & { readonly value: number } {
  return quantity?.reading === 'amount' && quantity.value !== null;
}

/** Whether a cell holds something: a number, or what should be one. */
function isFilled(quantity: Quantity | undefined): quantity is Quantity {
  return quantity !== undefined && quantity.reading !== 'blank' && quantity.reading !== 'dash';
}

/** First printed page of a table, for messages: （第33页）, '' where it is not known. */
export function pageText(places: readonly { readonly page: number }[]): string {
  const [first] = places;
  return first === undefined ? '' : `（第${first.page}页）`;
}

/** A non-negative quotient in ten-thousandths, rounded half up to hundredths: 80266/1 is 80300. Integers only. */
export function toHundredths(numerator: bigint, denominator: bigint): number {
  const hundredths = (2n * numerator + 100n * denominator) / (200n * denominator);
  return Number(hundredths * 100n);
}
