import type { PixelRule, PreparedPage } from '../prepared-page.js';
import { courseAt } from './rule-course.js';

/** Around a rule's middle this many pixels are looked at for its ink; courses are that exact. */
const COURSE_ERROR = 2;

/** The ink of a page with its rules taken away. Where a glyph touches a rule, the glyph keeps its ink beyond the rule's thickness. */
export function inkWithoutRules(prepared: PreparedPage): Uint8Array {
  const { width, height } = prepared.image;
  const once = prepared.ink.slice();
  for (const rule of prepared.rules) erase(prepared.ink, once, width, height, rule);
  // Where two rules cross each runs on beyond the other, as a glyph would; now that they are gone around it, the crossing goes too.
  const left = once.slice();
  for (const rule of prepared.rules) erase(once, left, width, height, rule);
  return left;
}

function erase(ink: Uint8Array, left: Uint8Array, width: number, height: number, rule: PixelRule): void {
  const isHorizontal = rule.direction === 'horizontal';
  const [alongStep, acrossStep] = isHorizontal ? [1, width] : [width, 1];
  const [length, breadth] = isHorizontal ? [width, height] : [height, width];
  const reach = rule.thickness / 2 + COURSE_ERROR;
  const to = Math.min(length, Math.ceil(rule.to + rule.thickness / 2));
  for (let along = Math.max(0, Math.floor(rule.from - rule.thickness / 2)); along < to; along++) {
    const middle = courseAt(rule.course, along + 0.5);
    const first = Math.max(0, Math.floor(middle - reach));
    const last = Math.min(breadth - 1, Math.floor(middle + reach));
    const at = (across: number): number => along * alongStep + across * acrossStep;
    // The frayed edge of a rule goes with it; a stroke that runs on beyond on either side belongs to a glyph.
    const runsOn = (across: number): boolean => across >= 0 && across < breadth && ink[at(across)] === 1;
    const above = runsOn(first - 1);
    const below = runsOn(last + 1);
    if (above && below) continue;
    const from = above ? Math.ceil(middle - rule.thickness / 2 - 0.5) : first;
    const until = below ? Math.floor(middle + rule.thickness / 2 - 0.5) : last;
    for (let across = from; across <= until; across++) left[at(across)] = 0;
  }
}
