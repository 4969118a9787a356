import type { Check, Judgement, Term } from '../../check.js';
import { integerOf } from '../../value.js';
import {
  evaluationsOf,
  indicatorsOf,
  indicatorTerm,
  type LocatedEvaluation,
  type LocatedIndicator,
  pageText,
  projectName,
} from './marks.js';
import { achievement } from './score-rule.js';
import { scoring } from './scoring.js';

interface Row {
  readonly table: LocatedEvaluation;
  readonly one: LocatedIndicator;
  readonly score: Term;
  readonly weight: Term;
  readonly explained: boolean;
}

/**
 * Rows below their target: those that lost marks; where the marks were not read, those whose actual value does not reach a target that
 * is a certain number.
 */
function rowsBelow(table: LocatedEvaluation): readonly Row[] {
  const none = new RegExp(scoring().noDeviation);
  return indicatorsOf(table).flatMap((one) => {
    const score = indicatorTerm(table, one, 'score');
    const weight = indicatorTerm(table, one, 'weight');
    const [got, most] = [integerOf(score.figure), integerOf(weight.figure)];
    const fraction = achievement(one.indicator);
    const below =
      got !== null && most !== null ? got < most : fraction !== null && fraction.numerator < fraction.denominator;
    return below ? [{ table, one, score, weight, explained: !none.test(one.indicator.deviation.trim()) }] : [];
  });
}

/** Half of the target or less: worth naming first. */
function isFarBelow({ one, score, weight }: Row): boolean {
  const [got, most] = [integerOf(score.figure), integerOf(weight.figure)];
  if (got !== null && most !== null) return 2 * got <= most;
  const fraction = achievement(one.indicator);
  return fraction !== null && 2n * fraction.numerator <= fraction.denominator;
}

function rowText(row: Row): string {
  const { table, one, score, weight } = row;
  const { indicator } = one;
  const marks = `得 ${score.figure?.printed ?? '?'}/${weight.figure?.printed ?? '?'} 分`;
  const far = isFarBelow(row) ? '，只有一半或更少' : '';
  const places = score.figure?.places ?? indicator.places;
  return `${projectName(table)}${score.label}：目标 ${indicator.target.printed}，完成 ${indicator.actual}，${marks}${far}${pageText(places)}`;
}

function judge(rows: readonly Row[]): readonly Judgement[] {
  const silent = rows.filter(({ explained }) => !explained);
  if (rows.length === 0) return [];
  return [
    {
      subject: '绩效自评表，偏差原因分析及改进措施',
      outcome: silent.length === 0 ? 'exact' : 'violation',
      measure: 'count',
      left: `${rows.length} 项未得满分`,
      right: `${rows.length - silent.length} 项说明了原因`,
      terms: silent.flatMap(({ score, weight }) => [score, weight].filter(({ figure }) => figure !== null)),
      about: [],
      diagnosis: null,
      message:
        silent.length === 0
          ? ''
          : `${silent.length} 项指标没有达到目标，偏差原因一栏却写“无”或空着：${silent.map(rowText).join('；')}。`,
      places: silent.flatMap(({ one }) => one.indicator.places),
    },
  ];
}

/** P10: where a target was missed, the form asks why. */
export const deviationTold: Check = {
  id: 'evaluation/deviation',
  zh: '指标未达到目标的，应说明偏差原因和改进措施',
  en: 'where an indicator misses its target, the deviation is explained',
  severity: 'warning',
  notApplicable: 'Rows with full marks; rows whose marks were not read and whose target is no certain number.',
  identities: () => [],
  judgements: (report) => judge(evaluationsOf(report).flatMap(rowsBelow)),
};
