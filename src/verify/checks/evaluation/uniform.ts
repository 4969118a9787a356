import { evaluationPath } from '../../../normalize/quantities.js';
import type { Check, Judgement } from '../../check.js';
import { quantityTerm } from '../../terms.js';
import { integerOf } from '../../value.js';
import { decimalText, termText } from '../../wording.js';
import { indicatorsOf, indicatorTerm, isRead, projectEvaluationsOf, projectName, toHundredths } from './marks.js';
import { scoring } from './scoring.js';

/** F7: every project 优. A note with the spread of the totals and how many indicators have full marks. */
export const uniformScores: Check = {
  id: 'evaluation/uniform',
  zh: '各项目自评结果应有区别，不应全部为“优”',
  en: 'self-evaluations of a body differ: not all projects are excellent',
  severity: 'note',
  notApplicable: 'Fewer than three project tables, or a table without grade or total score.',
  identities: () => [],
  judgements: (report): readonly Judgement[] => {
    const tables = projectEvaluationsOf(report);
    const scores = tables.flatMap((table) => {
      const { totalScore } = table.evaluation;
      return totalScore !== null && isRead(totalScore)
        ? [quantityTerm(evaluationPath(table.index, 'total-score'), projectName(table).slice(1, -1), totalScore)]
        : [];
    });
    if (tables.length < scoring().uniformProjects || scores.length < tables.length) return [];
    if (tables.some(({ evaluation }) => evaluation.grade === null || evaluation.grade.word === null)) return [];
    const excellent = tables.filter(({ evaluation }) => evaluation.grade?.word === '优').length;
    const alike = excellent === tables.length;
    const marks = tables.flatMap((table) =>
      indicatorsOf(table).map((one) =>
        ['score', 'weight'].map((column) =>
          integerOf(indicatorTerm(table, one, column === 'score' ? 'score' : 'weight').figure),
        ),
      ),
    );
    const full = marks.filter(([score, weight]) => score !== null && score === weight).length;
    const values = scores.map(({ figure }) => integerOf(figure) ?? 0);
    const mean = toHundredths(BigInt(values.reduce((sum, value) => sum + value, 0)), BigInt(values.length));
    const spread = `最低 ${decimalText(Math.min(...values))} 分，平均 ${decimalText(mean)} 分，最高 ${decimalText(Math.max(...values))} 分`;
    return [
      {
        subject: '绩效自评结果',
        outcome: alike ? 'violation' : 'exact',
        measure: 'count',
        left: `${excellent} 个“优”`,
        right: `${tables.length} 个项目`,
        terms: scores,
        about: [],
        diagnosis: alike ? 'uniform-scores' : null,
        message: alike
          ? `${tables.length} 个项目全部自评为“优”：${spread}；${marks.length} 项指标中 ${full} 项得满分。各项目总分：${scores.map(termText).join('、')}。`
          : '',
        places: tables.flatMap(({ evaluation }) => evaluation.grade?.places ?? []),
      },
    ];
  },
};
