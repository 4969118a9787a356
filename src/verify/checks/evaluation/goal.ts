import type { Check, Judgement } from '../../check.js';
import { beginning } from './beginning.js';
import { evaluationsOf, type LocatedEvaluation, pageText, subjectOf } from './marks.js';
import { scoring } from './scoring.js';
import { lettersOf } from './texts.js';

function judge(table: LocatedEvaluation): readonly Judgement[] {
  return table.evaluation.goals.flatMap(({ expected, achieved }) => {
    const [plan, done] = [lettersOf(expected.text), lettersOf(achieved.text)];
    if ([...plan].length < scoring().identicalGoal || done === '') return [];
    const same = plan === done;
    return [
      {
        subject: subjectOf(table, '年度总体目标'),
        outcome: same ? 'violation' : 'exact',
        measure: 'count',
        left: beginning(expected.text),
        right: beginning(achieved.text),
        terms: [],
        about: [],
        diagnosis: same ? 'copied-text' : null,
        message: same
          ? `实际完成情况与预期目标逐字相同（${[...plan].length} 字），没有说明完成了什么：预期目标${pageText(expected.places)}、实际完成情况${pageText(achieved.places)}都是“${beginning(expected.text, 40)}”。`
          : '',
        places: [...expected.places, ...achieved.places],
      } satisfies Judgement,
    ];
  });
}

/** P11, F8: an achievement that only repeats the goal says nothing. */
export const goalRepeated: Check = {
  id: 'evaluation/goal',
  zh: '实际完成情况不是预期目标的照抄',
  en: 'what was achieved is not the goal word for word',
  severity: 'warning',
  notApplicable: 'Short goals (保障正常运行), which can hardly be answered in other words.',
  identities: () => [],
  judgements: (report) => evaluationsOf(report).flatMap(judge),
};
