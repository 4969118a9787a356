import type { GridCell } from '../../extract/document.js';
import type { GridView } from '../statements/grid-view.js';
import { type Heads, textOf } from './grid-columns.js';
import type { RawEvaluation } from './raw.js';
import { evaluationWords, labelWord, type PrintedColumn } from './words.js';

/**
 * The total of the marks: 总分 100 95, 合计 100, 总分值、评价总分 (S) 95. The values are told by the columns that they stand under. One cell
 * under both is the score where the label names it (评价总分), otherwise it stays undecided. `null`: not such a row.
 */
export function totalsIn(
  view: GridView,
  row: number,
  heads: Heads<PrintedColumn>,
): RawEvaluation['totals'] | 'undecided' {
  const { totals, totalIsScore } = evaluationWords();
  const cells = view.startingIn(row);
  const label = cells.find(({ text }) => text.trim() !== '');
  if (label === undefined || !totals.has(labelWord(label.text))) return null;
  const after = cells.filter((cell) => cell.column > label.column);
  const stands = (cell: GridCell, column: PrintedColumn): boolean => {
    const head = heads.get(column);
    return head !== undefined && cell.column < head.to && cell.column + cell.columnSpan > head.from;
  };
  const weight = after.find((cell) => stands(cell, 'weight'));
  const score = after.find((cell) => stands(cell, 'score'));
  if (weight !== undefined && weight === score) {
    if (weight.text.trim() === '') return { weight: null, score: textOf(weight) };
    return totalIsScore.test(labelWord(label.text)) ? { weight: null, score: textOf(weight) } : 'undecided';
  }
  if (weight === undefined && score === undefined)
    return after.some(({ text }) => /\d/.test(text)) ? 'undecided' : null;
  return { weight: weight ? textOf(weight) : null, score: score ? textOf(score) : null };
}
