import type { Indicator } from '../../../normalize/evaluation/evaluation.js';
import type { Check, Judgement, Term } from '../../check.js';
import { integerOf } from '../../value.js';
import { decimalText } from '../../wording.js';
import {
  evaluationsOf,
  indicatorsOf,
  indicatorTerm,
  type LocatedEvaluation,
  type LocatedIndicator,
  pageText,
  projectName,
  SCORE_TOLERANCE,
  subjectOf,
  toHundredths,
} from './marks.js';

/** How an actual value compares with its target: the fraction of the weight that the rule gives. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

/** Whether a target and an actual value are in one unit: an actual value without a unit is in that of its target. */
function comparableUnits(target: string | null, actual: string): boolean {
  const plain = (unit: string) => unit.replace(/[\s％]/g, (one) => (one === '％' ? '%' : ''));
  return actual === '' || target === null || plain(target) === plain(actual);
}

/**
 * min(1, actual / target), or target / actual where less is better; `null` where the target is no certain number, the units differ,
 * or the quotient says nothing.
 */
export function achievement(indicator: Indicator): Fraction | null {
  const { target, numbers } = indicator;
  const actual = numbers.actual?.value ?? null;
  if (target.decoded !== 'printed' && target.decoded !== 'proven') return null;
  if (target.value === null || actual === null || numbers.actual === undefined) return null;
  if (!comparableUnits(target.unit, numbers.actual.unit)) return null;
  const less = target.operator === '≤' || target.operator === '<';
  const reached = less ? actual <= target.value : actual >= target.value;
  if (reached) return WHOLE;
  if (target.value <= 0 || actual < 0) return null;
  const [numerator, denominator] = less ? [target.value, actual] : [actual, target.value];
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

interface Row {
  readonly table: LocatedEvaluation;
  readonly indicator: Indicator;
  readonly terms: readonly [score: Term, weight: Term, ...Term[]];
  /** Score by the rule, in ten-thousandths, rounded to hundredths of a mark. */
  readonly expected: number;
  readonly fits: boolean;
}

function rowOf(table: LocatedEvaluation, one: LocatedIndicator): readonly Row[] {
  const fraction = achievement(one.indicator);
  const score = indicatorTerm(table, one, 'score');
  const weight = indicatorTerm(table, one, 'weight');
  const printed = integerOf(score.figure);
  const most = integerOf(weight.figure);
  if (fraction === null || printed === null || most === null) return [];
  const scaled = BigInt(most) * fraction.numerator;
  const gap = BigInt(printed) * fraction.denominator - scaled;
  const fits = (gap < 0n ? -gap : gap) <= BigInt(SCORE_TOLERANCE) * fraction.denominator;
  return [
    {
      table,
      indicator: one.indicator,
      terms: [score, weight, indicatorTerm(table, one, 'actual')],
      expected: toHundredths(scaled, fraction.denominator),
      fits,
    },
  ];
}

function holding({ table, indicator, terms, expected }: Row): Judgement {
  const [score] = terms;
  return {
    subject: subjectOf(table, score.label),
    outcome: 'exact',
    measure: 'score',
    left: `${score.figure?.printed ?? ''} 分`,
    right: `${decimalText(expected)} 分`,
    terms,
    // A target that was decoded by this very rule proves nothing about the score.
    about: indicator.target.decoded === 'printed' ? [score.path] : [],
    diagnosis: null,
    message: '',
  };
}

function rowText({ table, indicator, terms, expected }: Row): string {
  const [score, weight] = terms;
  const page = pageText(score.figure?.places ?? []);
  return (
    `${projectName(table)}${score.label}：目标 ${indicator.target.printed}，完成 ${indicator.actual}，分值 ${weight.figure?.printed ?? ''}，` +
    `按比例应得 ${decimalText(expected)}，自评 ${score.figure?.printed ?? ''}${page}`
  );
}

/** One judgement for all rows of a report that the rule does not explain: a body that marks by bands does so in every row. */
function deviating(rows: readonly Row[]): readonly Judgement[] {
  const others = rows.filter(({ fits }) => !fits);
  if (others.length === 0) return [];
  return [
    {
      subject: '绩效自评表，定量指标得分',
      outcome: 'violation',
      measure: 'score',
      left: `${others.length} 项不按比例`,
      right: `${rows.length} 项定量指标`,
      terms: others.flatMap(({ terms }) => terms),
      about: [],
      diagnosis: null,
      message: `${others.length} 项定量指标的得分不等于 分值 × 完成值 ÷ 目标值，可能另有分档计分的办法：${others.map(rowText).join('；')}。`,
    },
  ];
}

/** P6: the score of a quantitative indicator follows from target and actual value. */
export const scoreRule: Check = {
  id: 'evaluation/score-rule',
  zh: '定量指标得分 = 分值 × min(1, 实际完成值 ÷ 年度指标值)，越小越好的指标取倒数',
  en: 'score of a quantitative indicator = weight × min(1, actual / target), inverse where less is better',
  severity: 'note',
  notApplicable:
    'Targets in words, or glued digits that nothing proves; values in different units. Bands of scores are allowed.',
  identities: () => [],
  judgements: (report) => {
    const rows = evaluationsOf(report).flatMap((table) => indicatorsOf(table).flatMap((one) => rowOf(table, one)));
    return [...rows.filter(({ fits }) => fits).map(holding), ...deviating(rows)];
  },
};
