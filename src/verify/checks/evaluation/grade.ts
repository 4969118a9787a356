import { evaluationPath } from '../../../normalize/quantities.js';
import type { Check, Judgement } from '../../check.js';
import { quantityTerm } from '../../terms.js';
import { decimalText } from '../../wording.js';
import { evaluationsOf, FULL_MARKS, isRead, type LocatedEvaluation, subjectOf } from './marks.js';
import { scoring } from './scoring.js';

/** One bound of a grade: S ≥ 90, in ten-thousandths. */
interface Bound {
  readonly operator: '≥' | '>' | '≤' | '<';
  readonly mark: number;
}

const OPERATORS: readonly (readonly [RegExp, Bound['operator']])[] = [
  [/^(≥|≧|⩾|>=|＞=|≥=)$/, '≥'],
  [/^[>＞]$/, '>'],
  [/^(≤|≦|⩽|<=|＜=)$/, '≤'],
  [/^[<＜]$/, '<'],
];
const TURNED = { '≥': '≤', '>': '<', '≤': '≥', '<': '>' } as const;
const SIGN = '[≥≧⩾≤≦⩽]|[><＞＜]=?';

function operatorOf(sign: string): Bound['operator'] | null {
  return OPERATORS.find(([pattern]) => pattern.test(sign))?.[1] ?? null;
}

/** Marks in whole 分, with at most one decimal, in ten-thousandths without floating point. */
function markOf(printed: string): number {
  const [whole = '', decimals = ''] = printed.split('.');
  return Number(whole + decimals.padEnd(4, '0'));
}

/** The bounds that the cell of the grade prints: 优（S≧90）, 良（90＞S≥80）, 优（90-100分）. */
function printedBounds(text: string): readonly Bound[] {
  const bounds: Bound[] = [];
  const add = (sign: string, printed: string, turned: boolean) => {
    const operator = operatorOf(sign);
    if (operator !== null) bounds.push({ operator: turned ? TURNED[operator] : operator, mark: markOf(printed) });
  };
  for (const [, sign = '', mark = ''] of text.matchAll(
    new RegExp(`[SsＳ分]\\s*(${SIGN})\\s*(\\d{1,3}(?:\\.\\d)?)`, 'g'),
  ))
    add(sign, mark, false);
  for (const [, mark = '', sign = ''] of text.matchAll(
    new RegExp(`(\\d{1,3}(?:\\.\\d)?)\\s*分?\\s*(${SIGN})\\s*[SsＳ]`, 'g'),
  ))
    add(sign, mark, true);
  const [, low, high] = /(\d{1,3})\s*分?\s*[-—–~～至]\s*(\d{1,3})/.exec(text) ?? [];
  if (bounds.length === 0 && low !== undefined && high !== undefined)
    bounds.push({ operator: '≥', mark: markOf(low) }, { operator: '≤', mark: markOf(high) });
  return bounds;
}

function fits(score: number, { operator, mark }: Bound): boolean {
  if (operator === '≥') return score >= mark;
  if (operator === '>') return score > mark;
  return operator === '≤' ? score <= mark : score < mark;
}

function boundText(bounds: readonly Bound[]): string {
  return bounds.map(({ operator, mark }) => `S${operator}${decimalText(mark)}`).join('，');
}

function judge(table: LocatedEvaluation): readonly Judgement[] {
  const { grade, totalScore, totalWeight } = table.evaluation;
  if (grade === null || grade.word === null || totalScore === null || !isRead(totalScore)) return [];
  // Grades are marks out of 100.
  if (totalWeight !== null && isRead(totalWeight) && totalWeight.value !== FULL_MARKS) return [];
  const printed = printedBounds(grade.text);
  const usual = scoring().grades.find(({ word }) => word === grade.word);
  const ofSeed: readonly Bound[] = [
    { operator: '≥', mark: (usual?.from ?? 0) * 10_000 },
    ...(usual?.below ? [{ operator: '<', mark: usual.below * 10_000 } as const] : []),
  ];
  const bounds = printed.length > 0 ? printed : ofSeed;
  const holds = bounds.every((bound) => fits(totalScore.value, bound));
  const term = quantityTerm(evaluationPath(table.index, 'total-score'), '评价总分', totalScore);
  const page = totalScore.places[0] ? `（第${totalScore.places[0].page}页）` : '';
  const whose = printed.length > 0 ? '表中所印的标准' : '通行标准';
  return [
    {
      subject: subjectOf(table, '评价等级'),
      outcome: holds ? 'exact' : 'violation',
      measure: 'score',
      left: `${totalScore.printed} 分`,
      right: `${grade.word}：${boundText(bounds)}`,
      terms: [term],
      about: [],
      diagnosis: null,
      message: holds
        ? ''
        : `评价总分${totalScore.printed}分${page}与等级“${grade.text}”不符：${whose}是“${grade.word}”${boundText(bounds)}。`,
      // Bodies may set marks of their own without printing them.
      severity: printed.length > 0 ? 'error' : 'note',
      places: grade.places,
    },
  ];
}

/** P8: the grade follows from the total score. */
export const gradeFits: Check = {
  id: 'evaluation/grade',
  zh: '评价等级与评价总分相符（优 ≥ 90 > 良 ≥ 80 > 中 ≥ 60 > 差，或表中所印的标准）',
  en: 'the grade fits the total score (by the marks printed with it, else 90, 80, 60)',
  severity: 'error',
  notApplicable:
    'Tables without a grade or a total score, or not out of 100. Marks that the table does not print: a note only.',
  identities: () => [],
  judgements: (report) => evaluationsOf(report).flatMap(judge),
};
