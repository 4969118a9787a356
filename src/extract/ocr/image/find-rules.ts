import type { RuledLine } from '../../document.js';
import type { PixelRule } from '../prepared-page.js';
import { withoutDoubles } from './double-strokes.js';
import { courseAt } from './rule-course.js';
import { cornersClosed, thatAreRules } from './rule-crossings.js';
import { type RuleStroke, ruleStrokes } from './rule-strokes.js';
import { transposed } from './transpose.js';

/** Shortest strokes looked at, in pixels at 300 dpi. A horizontal one shorter than 110 is kept only between two rules. */
const SHORTEST_HORIZONTAL = 70;
const SHORTEST_VERTICAL = 50;

/** The ruled lines of a straight page, corners closed, ready for the networks of rules once they are scaled to points. */
export function findRules(ink: Uint8Array, width: number, height: number, dpi: number): PixelRule[] {
  const unit = dpi / 300;
  const horizontal = ruleStrokes(ink, width, height, dpi, Math.round(SHORTEST_HORIZONTAL * unit));
  const vertical = ruleStrokes(
    transposed(ink, width, height),
    height,
    width,
    dpi,
    Math.round(SHORTEST_VERTICAL * unit),
  );
  const rules = thatAreRules(
    { horizontal: withoutDoubles(horizontal, dpi), vertical: withoutDoubles(vertical, dpi) },
    dpi,
  );
  const closed = cornersClosed(rules, dpi);
  return [
    ...closed.horizontal.map((stroke) => toRule('horizontal', stroke)),
    ...closed.vertical.map((stroke) => toRule('vertical', stroke)),
  ];
}

function toRule(direction: RuledLine['direction'], stroke: RuleStroke): PixelRule {
  const { from, to, thickness, course } = stroke;
  const middles = [...course.middles].sort((a, b) => a - b);
  const at = middles[Math.floor(middles.length / 2)] ?? courseAt(course, from);
  return { direction, at, from, to, thickness, course };
}
