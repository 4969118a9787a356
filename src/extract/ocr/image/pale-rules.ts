import type { GreyImage } from '../image.js';
import { courseAt } from './rule-course.js';
import type { RuleStroke } from './rule-strokes.js';

/** Grey values darker than the paper up to which a line is pale. What is darker is ink, and a chain of glyphs if not found there. */
const PALE = 115;
/** A pale line is a rule when it is at least this dark, as a share of the usual rule of the page. */
const LIKE_THE_OTHERS = 0.5;
/** Pixels between two looks along a stroke. */
const STEP = 5;

/**
 * The strokes, of those that faint lines gave, that are pale rules. On a page whose rules (`inked`) are dark there are none: folds
 * of the paper, streaks of the feeder and print showing through are long and straight too, but all rules of a page are printed
 * about equally dark.
 */
export function paleRules(
  candidates: readonly RuleStroke[],
  inked: readonly RuleStroke[],
  image: GreyImage,
): RuleStroke[] {
  const pale = candidates
    .map((stroke) => ({ stroke, darkness: darknessOf(stroke, image) }))
    .filter(({ darkness }) => darkness <= PALE);
  const all = [...inked.map((stroke) => ({ stroke, darkness: darknessOf(stroke, image) })), ...pale].sort(
    (a, b) => a.darkness - b.darkness,
  );
  const half = all.reduce((sum, { stroke }) => sum + stroke.to - stroke.from, 0) / 2;
  let length = 0;
  const usual = all.find(({ stroke }) => {
    length += stroke.to - stroke.from;
    return length >= half;
  });
  const bar = (usual?.darkness ?? 0) * LIKE_THE_OTHERS;
  return pale.filter(({ darkness }) => darkness >= bar).map(({ stroke }) => stroke);
}

/** How much darker than white paper a stroke is on average, at its darkest across. */
function darknessOf(stroke: RuleStroke, { width, height, data }: GreyImage): number {
  let [looks, darkness] = [0, 0];
  for (let along = stroke.from; along < Math.min(width, stroke.to); along += STEP, looks++) {
    const middle = Math.floor(courseAt(stroke.course, along));
    let darkest = 255;
    for (let y = Math.max(0, middle - 1); y <= Math.min(height - 1, middle + 1); y++)
      darkest = Math.min(darkest, data[y * width + along] ?? 255);
    darkness += 255 - darkest;
  }
  return darkness / Math.max(1, looks);
}
