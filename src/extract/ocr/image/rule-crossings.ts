import { courseAt } from './rule-course.js';
import type { RuleStroke } from './rule-strokes.js';

/** Lengths in pixels at 300 dpi. 20 mm: no glyph and no stroke of a stamp is so long. */
const SURELY_A_RULE = 240;
/** A printed rule touches the rule it ends at; a scan eats a little of it. */
const MEETS = 12;
/** Strokes as long as those of a large glyph must touch at both ends. */
const GLYPH_HIGH = 150;
const TOUCHES = 6;
/** Ends are drawn on, or cut back, to a crossing rule this near (4.8 points): no cell is so narrow. */
const SNAPS = 20;

/** The strokes of both directions that are rules; `across` are the strokes of the other direction. */
export interface Strokes {
  readonly horizontal: readonly RuleStroke[];
  readonly vertical: readonly RuleStroke[];
}

/**
 * Keeps long strokes and those that end at rules on both sides: a stroke of a glyph or of a stamp hangs in the paper.
 */
export function thatAreRules(strokes: Strokes, dpi: number): Strokes {
  const unit = dpi / 300;
  const isLong = (stroke: RuleStroke): boolean => stroke.to - stroke.from >= SURELY_A_RULE * unit;
  const isHeld = (stroke: RuleStroke, across: readonly RuleStroke[]): boolean => {
    const reach = (stroke.to - stroke.from < GLYPH_HIGH * unit ? TOUCHES : MEETS) * unit;
    const ends = (along: number): boolean =>
      across.some((other) => distanceAt(stroke, along, other, MEETS * unit) <= reach);
    return ends(stroke.from) && ends(stroke.to);
  };
  let kept: Strokes = { horizontal: strokes.horizontal.filter(isLong), vertical: strokes.vertical.filter(isLong) };
  for (let before = -1; before !== kept.horizontal.length + kept.vertical.length; ) {
    before = kept.horizontal.length + kept.vertical.length;
    const vertical = strokes.vertical.filter((stroke) => isLong(stroke) || isHeld(stroke, kept.horizontal));
    kept = { horizontal: strokes.horizontal.filter((stroke) => isLong(stroke) || isHeld(stroke, vertical)), vertical };
  }
  return kept;
}

/** Draws the ends of rules to the rules they meet, so that corners are corners. */
export function cornersClosed(strokes: Strokes, dpi: number): Strokes {
  const snapped = (stroke: RuleStroke, across: readonly RuleStroke[]): RuleStroke => ({
    ...stroke,
    from: snap(stroke, stroke.from, across, dpi),
    to: snap(stroke, stroke.to, across, dpi),
  });
  return {
    horizontal: strokes.horizontal.map((stroke) => snapped(stroke, strokes.vertical)),
    vertical: strokes.vertical.map((stroke) => snapped(stroke, strokes.horizontal)),
  };
}

function snap(stroke: RuleStroke, along: number, across: readonly RuleStroke[], dpi: number): number {
  const reach = (SNAPS * dpi) / 300;
  let [nearest, distance] = [along, reach];
  for (const other of across) {
    const away = distanceAt(stroke, along, other, reach);
    if (away < distance) [nearest, distance] = [courseAt(other.course, courseAt(stroke.course, along)), away];
  }
  return nearest;
}

/** How far a stroke's end lies from another that runs across; infinite when the other does not come by there. */
function distanceAt(stroke: RuleStroke, along: number, other: RuleStroke, reach: number): number {
  const place = courseAt(stroke.course, along);
  if (place < other.from - reach || place > other.to + reach) return Number.POSITIVE_INFINITY;
  return Math.abs(courseAt(other.course, place) - along);
}
