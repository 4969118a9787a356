import type { PrintedText } from '../../../normalize/evaluation/evaluation.js';
import type { LocatedEvaluation } from './marks.js';

/** Letters and digits only: marks and blanks differ between a dump and a PDF of the same table. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text of a table with what it is, for people: 时效指标 三级指标. */
export interface NamedText extends PrintedText {
  readonly name: string;
}

/** The texts that set out what the project is to do in the year: goals and indicators. */
export function planTexts({ evaluation }: LocatedEvaluation): readonly NamedText[] {
  return [
    ...evaluation.goals.map(({ expected }) => ({ ...expected, name: '预期目标' })),
    ...evaluation.indicators.flatMap(({ level2, level3, target, places }) => [
      { name: `${level2}三级指标`, text: level3, places },
      { name: `${level2}年度指标值`, text: target.decoded === 'words' ? target.printed : '', places },
    ]),
  ];
}
