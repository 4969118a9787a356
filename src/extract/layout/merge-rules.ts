import type { RuledLine } from '../document.js';

/** Strokes nearer than this, in points, draw one rule: double edges, overlapping cell borders. Rows are never so low. */
const SAME_RULE = 1.6;
/** A gap along a rule of up to this, in points, is a corner square or a rounding gap between cell segments. */
const BRIDGED = 2.2;

/** Merges the strokes of a page into rules: near parallels fall together, touching segments join, duplicates go. */
export function mergeRules(strokes: readonly RuledLine[]): RuledLine[] {
  return [...mergeDirection(strokes, 'horizontal'), ...mergeDirection(strokes, 'vertical')];
}

function mergeDirection(strokes: readonly RuledLine[], direction: RuledLine['direction']): RuledLine[] {
  const sorted = strokes.filter((s) => s.direction === direction).sort((a, b) => a.at - b.at);
  const merged: RuledLine[] = [];
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    const [previous, current] = [sorted[i - 1], sorted[i]];
    if (
      previous &&
      current &&
      current.at - previous.at <= SAME_RULE &&
      current.at - (sorted[start]?.at ?? 0) <= 2 * SAME_RULE
    )
      continue;
    merged.push(...joinAlong(sorted.slice(start, i), direction));
    start = i;
  }
  return merged;
}

function joinAlong(strokes: readonly RuledLine[], direction: RuledLine['direction']): RuledLine[] {
  const sorted = [...strokes].sort((a, b) => a.from - b.from);
  const rules: RuledLine[] = [];
  let [from, to, weight, length] = [0, -Infinity, 0, 0];
  const finish = (): void => {
    if (length > 0) rules.push({ direction, at: weight / length, from, to });
  };
  for (const stroke of sorted) {
    if (stroke.from > to + BRIDGED) {
      finish();
      [from, to, weight, length] = [stroke.from, stroke.to, 0, 0];
    }
    to = Math.max(to, stroke.to);
    weight += stroke.at * (stroke.to - stroke.from);
    length += stroke.to - stroke.from;
  }
  finish();
  return rules;
}
