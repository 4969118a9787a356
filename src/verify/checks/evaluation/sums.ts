import { evaluationPath } from '../../../normalize/quantities.js';
import type { Check, Identity, Judgement, Term } from '../../check.js';
import { missingTerm, quantityTerm, sumIdentity } from '../../terms.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';
import {
  evaluationsOf,
  exactly,
  FULL_MARKS,
  indicatorsOf,
  indicatorTerm,
  isRead,
  type LocatedEvaluation,
  subjectOf,
  totalFund,
} from './marks.js';

/** 100 分, which the forms promise without always printing it. */
const HUNDRED: Term = {
  sign: 1,
  label: '满分',
  path: '',
  figure: {
    printed: '100',
    unit: '分',
    measure: 'score',
    reading: 'amount',
    value: FULL_MARKS,
    step: 0,
    edits: [],
    places: [],
    confidence: null,
    status: 'unverified',
  },
};

/** Whether the form lists the execution rate among the indicators, so that the funds block only repeats its marks. */
function ratedAmongIndicators(table: LocatedEvaluation): boolean {
  return indicatorsOf(table).some(({ indicator }) => /执行率/.test(indicator.level2 + indicator.level3));
}

/** The marks of the execution rate 执行率 and those of the indicators. */
function parts(table: LocatedEvaluation, column: 'weight' | 'score'): { terms: readonly Term[]; doubt: string | null } {
  const word = column === 'weight' ? '分值' : '得分';
  const execution = ratedAmongIndicators(table) ? null : totalFund(table, column, `执行率${word}`);
  const indicators = indicatorsOf(table).map((indicator) => indicatorTerm(table, indicator, column));
  const doubt = execution === null && !ratedAmongIndicators(table) ? `没有找到执行率的${word}` : null;
  return { terms: [...(execution === null ? [] : [execution]), ...indicators].map(exactly), doubt };
}

function weights(table: LocatedEvaluation): readonly Identity[] {
  const { terms, doubt } = parts(table, 'weight');
  if (terms.every(({ figure }) => figure === null)) return [];
  const { totalWeight } = table.evaluation;
  const sum =
    totalWeight !== null && isRead(totalWeight)
      ? quantityTerm(evaluationPath(table.index, 'total-weight'), '总分值', totalWeight)
      : HUNDRED;
  return [sumIdentity(subjectOf(table, '分值'), exactly(sum), terms, doubt)];
}

function totalScore(table: LocatedEvaluation): readonly Identity[] {
  const { terms, doubt } = parts(table, 'score');
  if (terms.every(({ figure }) => figure === null)) return [];
  const printed = table.evaluation.totalScore;
  const sum =
    printed === null || !isRead(printed)
      ? missingTerm('评价总分')
      : quantityTerm(evaluationPath(table.index, 'total-score'), '评价总分', printed);
  return [sumIdentity(subjectOf(table, '评价总分'), exactly(sum), terms, doubt)];
}

/** A score and its weight as terms, for the execution rate and for each indicator where both were read. */
function pairs(table: LocatedEvaluation): readonly (readonly [name: string, score: Term, weight: Term])[] {
  const score = totalFund(table, 'score', '执行率得分');
  const weight = totalFund(table, 'weight', '执行率分值');
  const execution = score !== null && weight !== null ? [['执行率', score, weight] as const] : [];
  const indicators = indicatorsOf(table).map((one) => {
    const term = indicatorTerm(table, one, 'score');
    return [term.label, term, indicatorTerm(table, one, 'weight')] as const;
  });
  return [...execution, ...indicators].filter(([, ...both]) => both.every((term) => integerOf(term.figure) !== null));
}

function ranges(table: LocatedEvaluation): readonly Judgement[] {
  return pairs(table).map(([name, score, weight]) => {
    const value = integerOf(score.figure) ?? 0;
    const limit = integerOf(weight.figure) ?? 0;
    const fits = value >= 0 && value <= limit;
    return {
      subject: subjectOf(table, name),
      outcome: fits ? 'exact' : 'violation',
      measure: 'score',
      left: `${score.figure?.printed ?? ''} 分`,
      right: `0 到 ${weight.figure?.printed ?? ''} 分`,
      terms: [score, weight],
      about: fits ? [] : [score.path],
      diagnosis: null,
      message: fits ? '' : `得分应在零分与分值之间：得分${termText(score)}，分值${termText(weight)}。`,
    };
  });
}

/** P3, P4, P5: the marks of a self-evaluation table. Marks are exact: no rounding is allowed for. */
export const scoreSums: readonly Check[] = [
  {
    id: 'evaluation/weights',
    zh: '执行率分值 + 各项指标分值 = 100（或所印的总分值）',
    en: 'weight of the execution rate + weights of the indicators = 100 (or the printed total weight)',
    severity: 'error',
    notApplicable: 'Forms without weights; where the execution rate is one of the indicators it is counted there only.',
    identities: (report) => evaluationsOf(report).flatMap(weights),
  },
  {
    id: 'evaluation/total-score',
    zh: '评价总分 = 执行率得分 + 各项指标得分',
    en: 'total score = score of the execution rate + scores of the indicators',
    severity: 'error',
    notApplicable: 'Forms without scores; where the execution rate is one of the indicators it is counted there only.',
    identities: (report) => evaluationsOf(report).flatMap(totalScore),
  },
  {
    id: 'evaluation/score-range',
    zh: '0 ≤ 得分 ≤ 分值',
    en: '0 ≤ score ≤ weight',
    severity: 'error',
    notApplicable: 'Rows whose weight or score is blank; forms that give extra marks 加分项.',
    identities: () => [],
    judgements: (report) => evaluationsOf(report).flatMap(ranges),
  },
];
