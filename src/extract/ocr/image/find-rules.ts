import type { RuledLine } from '../../document.js';
import type { GreyImage } from '../image.js';
import type { PixelRule } from '../prepared-page.js';
import { withoutDoubles } from './double-strokes.js';
import { faintLines } from './faint-lines.js';
import { paleRules } from './pale-rules.js';
import { courseAt } from './rule-course.js';
import { cornersClosed, thatAreRules } from './rule-crossings.js';
import { type RuleStroke, ruleStrokes } from './rule-strokes.js';
import { transposed } from './transpose.js';

/** Shortest strokes looked at, in pixels at 300 dpi. A horizontal one shorter than 110 is kept only between two rules. */
const SHORTEST_HORIZONTAL = 70;
const SHORTEST_VERTICAL = 50;

/**
 * The ruled lines of a straight page, corners closed, ready for the networks of rules once they are scaled to points. A page that
 * is `bilevel` knows no pale lines.
 */
export function findRules(image: GreyImage, ink: Uint8Array, dpi: number, bilevel: boolean): PixelRule[] {
  const onItsSide: GreyImage = {
    width: image.height,
    height: image.width,
    data: bilevel ? NOT_LOOKED_AT : transposed(image.data, image.width, image.height),
  };
  const inkOnItsSide = transposed(ink, image.width, image.height);
  const rules = thatAreRules(
    {
      horizontal: strokesAlongRows(image, ink, dpi, SHORTEST_HORIZONTAL, bilevel),
      vertical: strokesAlongRows(onItsSide, inkOnItsSide, dpi, SHORTEST_VERTICAL, bilevel),
    },
    dpi,
  );
  const closed = cornersClosed(rules, dpi);
  return [
    ...closed.horizontal.map((stroke) => toRule('horizontal', stroke)),
    ...closed.vertical.map((stroke) => toRule('vertical', stroke)),
  ];
}

/** The greys of a page in black and white: its rules are in its ink. */
const NOT_LOOKED_AT = new Uint8Array(0);

function strokesAlongRows(
  image: GreyImage,
  ink: Uint8Array,
  dpi: number,
  shortest: number,
  bilevel: boolean,
): RuleStroke[] {
  const { width, height } = image;
  const length = Math.round((shortest * dpi) / 300);
  const inked = ruleStrokes(ink, width, height, dpi, length);
  if (bilevel) return withoutDoubles(inked, dpi);
  const mask = faintLines(image, dpi);
  for (let at = 0; at < mask.length; at++) mask[at] = (mask[at] ?? 0) | (ink[at] ?? 0);
  const pale = paleRules(ruleStrokes(mask, width, height, dpi, length), inked, image);
  return withoutDoubles([...inked, ...pale], dpi);
}

function toRule(direction: RuledLine['direction'], stroke: RuleStroke): PixelRule {
  const { from, to, thickness, course } = stroke;
  const middles = [...course.middles].sort((a, b) => a - b);
  const at = middles[Math.floor(middles.length / 2)] ?? courseAt(course, from);
  return { direction, at, from, to, thickness, course };
}
