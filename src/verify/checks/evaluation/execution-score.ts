import type { Check, Judgement, Term } from '../../check.js';
import type { PrintedValue } from '../../diagnosis.js';
import { rateAt, ratio } from '../../interval.js';
import { integerOf, stepOf } from '../../value.js';
import { decimalText, termText } from '../../wording.js';
import {
  FULL_MARKS,
  isRead,
  type LocatedEvaluation,
  projectEvaluationsOf,
  projectName,
  SCORE_TOLERANCE,
  subjectOf,
  toHundredths,
  totalFund,
} from './marks.js';

/** The execution rate of a project with its marks. */
interface Row {
  readonly table: LocatedEvaluation;
  readonly rate: Term;
  readonly weight: Term;
  readonly score: Term;
  /** weight × min(1, rate) in ten-thousandths, rounded to hundredths of a mark. */
  readonly proportional: number;
  readonly outcome: 'exact' | 'rounding' | 'violation';
}

function rowOf(table: LocatedEvaluation): readonly Row[] {
  const rate = totalFund(table, 'rate', '执行率');
  const weight = totalFund(table, 'weight', '执行率分值');
  const score = totalFund(table, 'score', '执行率得分');
  if (rate === null || weight === null || score === null) return [];
  const most = integerOf(weight.figure) ?? 0;
  const printed = { value: integerOf(score.figure) ?? 0, step: stepOf(score.figure) ?? 0 };
  const graded = [integerOf(rate.figure) ?? 0, spentShare(table)].flatMap((percent) =>
    percent === null ? [] : [grade(percent, most, printed)],
  );
  // A rate that is misprinted is told by evaluation/rate: marks that fit the amounts are right.
  const best = ['exact', 'rounding'].flatMap((one) => graded.filter(({ outcome }) => outcome === one))[0] ?? graded[0];
  return best === undefined ? [] : [{ table, rate, weight, score, ...best }];
}

/** What one rate (ten-thousandths of a percent, which is also that of 100 marks) says of the score. */
function grade(rate: number, weight: number, printed: PrintedValue): Pick<Row, 'proportional' | 'outcome'> {
  const percent = Math.max(0, Math.min(rate, FULL_MARKS));
  const scaled = BigInt(percent) * BigInt(weight);
  const gap = BigInt(printed.value) * BigInt(FULL_MARKS) - scaled;
  const doubled = 2n * (gap < 0n ? -gap : gap);
  const isWithin = (tolerance: number) => doubled <= BigInt(tolerance) * BigInt(FULL_MARKS);
  const outcome = isWithin(2 * SCORE_TOLERANCE) ? 'exact' : isWithin(printed.step) ? 'rounding' : 'violation';
  return { proportional: toHundredths(scaled, BigInt(FULL_MARKS)), outcome };
}

/** The rate that the amounts give; `null` where they were not read. */
function spentShare(table: LocatedEvaluation): number | null {
  const amounts = ['executed', 'adjusted'] as const;
  const [spent, budget] = amounts.map((column) => totalFund(table, column, '')?.figure ?? null);
  const [over, under] = [integerOf(spent ?? null), integerOf(budget ?? null)];
  const steps = [stepOf(spent ?? null), stepOf(budget ?? null)];
  if (over === null || under === null || under <= 0) return null;
  const rate = ratio({ value: over, step: steps[0] ?? 0 }, { value: under, step: steps[1] ?? 0 });
  return rate === null ? null : rateAt(rate, 100);
}

function holding({ table, rate, weight, score, proportional, outcome }: Row): Judgement {
  return {
    subject: subjectOf(table, '执行率得分'),
    outcome,
    measure: 'score',
    left: `${score.figure?.printed ?? ''} 分`,
    right: `${decimalText(proportional)} 分`,
    terms: [score, weight, rate],
    about: outcome === 'exact' ? [score.path] : [],
    diagnosis: null,
    message: '',
  };
}

/** What proportional marks would give: the score, and the total with it. */
function rowText({ table, rate, score, proportional }: Row): string {
  const { totalScore } = table.evaluation;
  const total =
    totalScore !== null && isRead(totalScore)
      ? `，总分 ${totalScore.printed} 应为 ${decimalText(totalScore.value - (integerOf(score.figure) ?? 0) + proportional)}`
      : '';
  return `${projectName(table)}${termText(rate)}，${termText(score)}，按比例应得 ${decimalText(proportional)}${total}`;
}

/** Whether one score is given to several projects at different rates: marks by bands, not by proportion. */
function isBanded(rows: readonly Row[]): boolean {
  return rows.some((row) =>
    rows.some(
      (other) =>
        integerOf(other.score.figure) === integerOf(row.score.figure) &&
        integerOf(other.weight.figure) === integerOf(row.weight.figure) &&
        integerOf(other.rate.figure) !== integerOf(row.rate.figure),
    ),
  );
}

/** One judgement for all projects of a report: a body that marks by bands does so in all of them. */
function deviating(rows: readonly Row[]): readonly Judgement[] {
  const others = rows.filter(({ outcome }) => outcome === 'violation');
  if (others.length === 0) return [];
  const banded = isBanded(others);
  const why = banded ? '执行率不同而得分相同，像是按档计分，请对照评分办法' : '表中看不出另有评分办法';
  return [
    {
      subject: '绩效自评表，预算执行率得分',
      outcome: 'violation',
      measure: 'score',
      left: `${others.length} 个项目不按比例`,
      right: `${rows.length} 个项目`,
      terms: others.flatMap(({ rate, score }) => [rate, score]),
      about: [],
      diagnosis: null,
      message: `${others.length} 个项目的执行率得分不等于 分值 × 执行率（${why}）：${others.map(rowText).join('；')}。`,
      severity: banded ? 'note' : 'warning',
    },
  ];
}

/** P7: the marks of the execution rate follow from it. */
export const executionScore: Check = {
  id: 'evaluation/execution-score',
  zh: '预算执行率得分 = 分值 × 执行率',
  en: 'marks of budget execution = weight × execution rate',
  severity: 'warning',
  notApplicable:
    'Tables without a rate, weight or score in the row of total funds. Where several projects share one score at different rates, bands are likely: a note.',
  identities: () => [],
  judgements: (report) => {
    const rows = projectEvaluationsOf(report).flatMap(rowOf);
    return [...rows.filter(({ outcome }) => outcome !== 'violation').map(holding), ...deviating(rows)];
  },
};
