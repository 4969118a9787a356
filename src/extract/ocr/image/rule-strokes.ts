import { COURSE_STEP, type RuleCourse } from '../prepared-page.js';
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
/** Pixels of the picture that the runs' course may be off where paper curls. */
const NEAREST = 3;
/** A break of a stroke up to here is bridged when both pieces lie on one line; no cell is so narrow. */
const BREAK = 25;
/** Shorter pieces may be strokes of neighbouring glyphs: only a small break between them is bridged. */
const SHORT = 110;
const SMALL_BREAK = 10;
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
    const mask = { data: ink, width, height };
    const thickness = thicknessOf(mask, from, to, course, Math.round(THICKEST * unit));
    return thickness !== null && isStraight(course, from, to, unit)
      ? [{ from, to, thickness, course: refined(mask, course, thickness) }]
      : [];
  });
  return joinBroken(pieces, unit);
}

/** Thickness of a stroke where no glyph touches it; `null` when what the runs found is no thin stroke. */
function thicknessOf(ink: Mask, from: number, to: number, course: RuleCourse, thickest: number): number | null {
  const found: number[] = [];
  let places = 0;
  for (let x = from + 1; x < to; x += 4, places++) {
    const span = inkAround(ink, x, courseAt(course, x), thickest);
    if (span) found.push(span.bottom - span.top);
  }
  found.sort((a, b) => a - b);
  const thickness = found[Math.floor(found.length * (1 - GLYPHS_TOUCH))];
  return thickness !== undefined && found.length >= places * COVERED && thickness <= thickest
    ? (found[Math.floor(found.length * 0.4)] ?? thickness)
    : null;
}

/**
 * The course taken from the ink itself, since runs are longest on one side of a line that curls. Where glyphs or rules cross it,
 * it keeps as far off the runs as at the point before.
 */
function refined(ink: Mask, course: RuleCourse, thickness: number): RuleCourse {
  const offs = course.middles.map((middle, point) => {
    const span = inkAround(ink, course.start + point * COURSE_STEP, middle, thickness + 2);
    return span && span.bottom - span.top <= thickness + 2 ? (span.top + span.bottom) / 2 - middle : null;
  });
  let off = offs.find((value) => value !== null) ?? 0;
  const middles = course.middles.map((middle, point) => {
    off = offs[point] ?? off;
    return middle + off;
  });
  return { start: course.start, middles };
}

interface Mask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The ink of one column nearest to a place, at most `NEAREST` pixels off; looked at no further than `thickest` either way. */
function inkAround(
  { data, width, height }: Mask,
  x: number,
  place: number,
  thickest: number,
): { readonly top: number; readonly bottom: number } | null {
  const middle = Math.min(height - 1, Math.floor(place));
  let row = -1;
  for (let off = 0; off <= NEAREST && row < 0; off++)
    row =
      data[(middle - off) * width + x] === 1
        ? middle - off
        : data[(middle + off) * width + x] === 1
          ? middle + off
          : -1;
  if (row < 0) return null;
  let [top, bottom] = [row, row + 1];
  while (top > 0 && row - top <= thickest && data[(top - 1) * width + x] === 1) top--;
  while (bottom < height && bottom - row <= thickest && data[bottom * width + x] === 1) bottom++;
  return { top, bottom };
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
        piece.from - stroke.to <= bridged(stroke, piece, unit) &&
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

function bridged(first: RuleStroke, second: RuleStroke, unit: number): number {
  const shorter = Math.min(first.to - first.from, second.to - second.from);
  return (shorter < SHORT * unit ? SMALL_BREAK : BREAK) * unit;
}
