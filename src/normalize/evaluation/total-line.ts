import type { TextLine } from '../../extract/document.js';
import type { PrintedText } from './evaluation.js';
import type { RawEvaluation } from './raw.js';
import { evaluationWords, labelWord } from './words.js';

/** The label of a total (总分, 合计, 总分值、评价总分) that a line begins with, before its first number; `null` for all other lines. */
export function totalLabelOf(line: TextLine): string | null {
  const { totals } = evaluationWords();
  const words = (/^[^\d]*/.exec(line.text)?.[0] ?? '').trim().split(/\s+/u);
  // In an aligned dump a part of a vertical word (绩效指标) may stand before it.
  for (const from of line.words === undefined ? [0] : [0, 1]) {
    const label = labelWord(words.slice(from).join(''));
    if (totals.has(label)) return label;
  }
  return null;
}

/** The total of the marks: 总分 100 95, or 总分值、评价总分 (S) 95. One number without a word for the score stays undecided. */
export function readTotal(line: TextLine, open: RawEvaluation): void {
  const numbers = line.text.match(/\d+(\.\d+)?/gu) ?? [];
  const places = [{ page: line.page, box: line.box }];
  const cell = (text: string | undefined): PrintedText | null => (text === undefined ? null : { text, places });
  const isScore = evaluationWords().totalIsScore.test(totalLabelOf(line) ?? '');
  if (numbers.length === 2) open.totals = { weight: cell(numbers[0]), score: cell(numbers[1]) };
  else if (numbers.length === 1 && isScore) open.totals = { weight: null, score: cell(numbers[0]) };
  else open.unread.push({ what: '总分一行的数字不能确定是分值还是得分', places });
}
