import type { RawEvaluation } from '../raw.js';
import { evaluationWords, type GoalColumn, labelWord } from '../words.js';
import { bandsIn, bandsOf } from './bands.js';
import type { Head } from './head.js';
import { type AlignedLine, cellOf, linesByPage, placesOf, type Span, wordsIn } from './line.js';
import { splitAt } from './two-cells.js';

export function isGoalHead(keys: ReadonlySet<GoalColumn>): boolean {
  return keys.has('expected') && keys.has('achieved');
}

/** 预期目标 and 实际完成情况: one row of two texts side by side, which may go on over a page. `lines` from the head to the next block. */
export function readGoals(lines: readonly AlignedLine[], head: Head<GoalColumn>, open: RawEvaluation): void {
  const [expected, achieved] = [head.keys.get('expected'), head.keys.get('achieved')];
  const parts: (readonly [string, string] | null)[] = [];
  for (const page of linesByPage(lines)) {
    const isFirst = page[0] === lines[0];
    const body = isFirst ? page.slice(head.to) : page;
    const texts = textColumns(page, body);
    if (texts === null) parts.push(null);
    else if (body.some((line) => wordsIn(line, texts).length > 0))
      parts.push(splitAt(body, texts, isFirst && expected && achieved ? [expected, achieved] : null));
  }
  if (parts.length === 0) return;
  if (parts.some((part) => part === null)) {
    open.unread.push({ what: '年度总体目标的预期目标与实际完成情况不能确定分界', places: placesOf(lines) });
    return;
  }
  const places = placesOf(lines);
  const text = (side: 0 | 1): string => parts.map((part) => part?.[side] ?? '').join('');
  open.goals.push({ expected: { text: text(0), places }, achieved: { text: text(1), places } });
}

/** The columns of the texts: right of the vertical 年度总体目标, where there is one. */
function textColumns(page: readonly AlignedLine[], body: readonly AlignedLine[]): Span | null {
  const { passing } = evaluationWords();
  const parted = bandsOf(page.flatMap(({ words }) => words));
  for (const first of [parted[0], bandsIn(page)[0]])
    if (first !== undefined && passing.has(labelWord(cellOf(page, first).text)))
      return { left: first.right, right: Infinity };
  // A narrow column that is no known word may be a label as well as text.
  const [first] = parted;
  return first !== undefined && parted.length > 1 && body.every((line) => wordsIn(line, first).length > 0)
    ? { left: first.left, right: Infinity }
    : null;
}
