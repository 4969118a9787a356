import type { RuleCourse } from '../prepared-page.js';
import { connectedRuns, inkRuns } from './ink-runs.js';
import { courseAt, courseOfRuns, joinedCourse } from './rule-course.js';

/** A thin straight stroke along the rows of a mask: a rule, or what may be one. `to` is the first pixel after it. */
export interface RuleStroke {
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly course: RuleCourse;
}

/** Lengths in pixels at 300 dpi (measured, design/ocr.md, but for those explained). */
const GAP = 5;
/** 4 points: thicker strokes are bars, black margins and pictures. */
const THICKEST = 16;
/** A stroke that bends away from its chord by more than this share of its length is an arc of a stamp. */
const STRAIGHT = 0.02;
/** Ink must be found at this share of the places looked at, and the strokes of glyphs may thicken this share of them. */
const COVERED = 0.7;
const GLYPHS_TOUCH = 0.5;
/** A break of a stroke up to here is bridged when both pieces lie on one line; no cell is so narrow. */
const BREAK = 25;
const ON_ONE_LINE = 2.5;

/** The strokes of at least `shortest` pixels along the rows of a mask. */
export function ruleStrokes(
  ink: Uint8Array,
  width: number,
  height: number,
  dpi: number,
  shortest: number,
): RuleStroke[] {
  const unit = dpi / 300;
  const pieces = connectedRuns(inkRuns(ink, width, height, shortest, Math.round(GAP * unit))).flatMap((runs) => {
    const from = Math.min(...runs.map((run) => run.from));
    const to = Math.max(...runs.map((run) => run.to));
    const course = courseOfRuns(runs);
    const thickness = thicknessOf(ink, width, height, from, to, course, Math.round(THICKEST * unit));
    return thickness !== null && isStraight(course, from, to, unit) ? [{ from, to, thickness, course }] : [];
  });
  return joinBroken(pieces, unit);
}

/** Thickness of a stroke where no glyph touches it; `null` when what the runs found is no thin stroke. */
function thicknessOf(
  ink: Uint8Array,
  width: number,
  height: number,
  from: number,
  to: number,
  course: RuleCourse,
  thickest: number,
): number | null {
  const found: number[] = [];
  let places = 0;
  for (let x = from + 1; x < to; x += 4, places++) {
    const middle = Math.min(height - 1, Math.floor(courseAt(course, x)));
    const row = [0, -1, 1, -2, 2].map((offset) => middle + offset).find((y) => ink[y * width + x] === 1);
    if (row === undefined) continue;
    let [top, bottom] = [row, row];
    while (top > 0 && row - top <= thickest && ink[(top - 1) * width + x] === 1) top--;
    while (bottom < height - 1 && bottom - row <= thickest && ink[(bottom + 1) * width + x] === 1) bottom++;
    found.push(bottom - top + 1);
  }
  found.sort((a, b) => a - b);
  const thickness = found[Math.floor(found.length * (1 - GLYPHS_TOUCH))];
  return thickness !== undefined && found.length >= places * COVERED && thickness <= thickest
    ? (found[Math.floor(found.length * 0.4)] ?? thickness)
    : null;
}

function isStraight(course: RuleCourse, from: number, to: number, unit: number): boolean {
  const [first, last] = [courseAt(course, from), courseAt(course, to)];
  const middle = courseAt(course, (from + to) / 2);
  return Math.abs(middle - (first + last) / 2) <= 2 * unit + (to - from) * STRAIGHT;
}

function joinBroken(pieces: readonly RuleStroke[], unit: number): RuleStroke[] {
  const strokes: RuleStroke[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const at = courseAt(piece.course, piece.from);
    const before = strokes.findIndex(
      (stroke) =>
        piece.from >= stroke.to - 2 &&
        piece.from - stroke.to <= BREAK * unit &&
        Math.abs(courseAt(stroke.course, stroke.to) - at) <= ON_ONE_LINE * unit + 1,
    );
    const first = strokes[before];
    if (!first) strokes.push(piece);
    else
      strokes[before] = {
        from: first.from,
        to: piece.to,
        thickness: Math.max(first.thickness, piece.thickness),
        course: joinedCourse(first.course, piece.course, piece.to),
      };
  }
  return strokes;
}
