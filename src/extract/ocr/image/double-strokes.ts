import { courseAt } from './rule-course.js';
import type { RuleStroke } from './rule-strokes.js';

/** Strokes nearer than this, in pixels at 300 dpi (2.9 points), are one rule drawn double: no row of a table is so low. */
const ONE_RULE = 12;

/** Double lines become one rule; a short stroke beside a long one (a glyph that sits on it) goes. */
export function withoutDoubles(strokes: readonly RuleStroke[], dpi: number): RuleStroke[] {
  const near = (ONE_RULE * dpi) / 300;
  const result: RuleStroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const index = result.findIndex((longer) => {
      const overlap = Math.min(longer.to, stroke.to) - Math.max(longer.from, stroke.from);
      const middle = (Math.max(longer.from, stroke.from) + Math.min(longer.to, stroke.to)) / 2;
      const distance = Math.abs(courseAt(longer.course, middle) - courseAt(stroke.course, middle));
      return overlap > (stroke.to - stroke.from) / 2 && distance <= near;
    });
    const longer = result[index];
    if (!longer) result.push(stroke);
    else if (stroke.to - stroke.from > (longer.to - longer.from) / 2) result[index] = asOne(longer, stroke);
  }
  return result;
}

function asOne(longer: RuleStroke, other: RuleStroke): RuleStroke {
  const middle = (other.from + other.to) / 2;
  const distance = courseAt(other.course, middle) - courseAt(longer.course, middle);
  return {
    from: Math.min(longer.from, other.from),
    to: Math.max(longer.to, other.to),
    thickness: Math.abs(distance) + (longer.thickness + other.thickness) / 2,
    course: { start: longer.course.start, middles: longer.course.middles.map((value) => value + distance / 2) },
  };
}
