import type { Box } from '../place.js';
import { type Matrix, xOf, yOf } from './matrix.js';
import type { Stroke } from './page-content.js';

/** Thickest filled rectangle, in points, that is still a rule and not a coloured area. Word fills 0.5 pt, Excel double rules 2 pt. */
const THICKEST_RULE = 3;
/** A border drawn along the edge of its clip shows by half of its width; so far, in points, outside it still counts as inside. */
const CLIP_SLACK = 1;
/** A stroke may lean by so much, in points, and still be taken as straight. */
const LEAN = 0.5;

/**
 * The axis-parallel strokes of one painted path, in reader coordinates.
 * `data` is pdf.js's path: 0 x y (move), 1 x y (line), 2 x1 y1 x2 y2 x y (curve), 3 x1 y1 x y (quadratic), 4 (close).
 * Producers draw rules in three ways: strokes (OnlyOffice, WPS), thin filled rectangles with corner squares
 * (Word, Chromium, Acrobat), hundreds of segments, one a cell edge. Corner squares are left out: rules are joined over them later.
 */
export function strokesOfPath(data: ArrayLike<number>, matrix: Matrix, stroked: boolean, filled: boolean): Stroke[] {
  const strokes: Stroke[] = [];
  let xs: number[] = [];
  let ys: number[] = [];
  let curved = false;
  const finish = (): void => {
    if (stroked) addSegments(strokes, xs, ys);
    if (filled && !curved) addThinRectangle(strokes, xs, ys);
    xs = [];
    ys = [];
    curved = false;
  };
  let i = 0;
  while (i < data.length) {
    const operator = data[i] ?? 0;
    const size = operator === 4 ? 0 : operator === 2 ? 6 : operator === 3 ? 4 : 2;
    if (operator === 0) finish();
    if (operator === 4) {
      const [x, y] = [xs[0], ys[0]];
      if (x !== undefined && y !== undefined) {
        xs.push(x);
        ys.push(y);
      }
    } else {
      if (operator > 1) curved = true;
      const x = data[i + size - 1] ?? 0;
      const y = data[i + size] ?? 0;
      xs.push(xOf(matrix, x, y));
      ys.push(yOf(matrix, x, y));
    }
    i += 1 + size;
  }
  finish();
  return strokes;
}

/** How many parts of a path have a curve or a slanted line: rules and boxes have none, the outlines of most letters do. */
export function shapesOfPath(data: ArrayLike<number>, matrix: Matrix): number {
  let shapes = 0;
  let counted = false;
  let from: { readonly x: number; readonly y: number } | null = null;
  for (let i = 0; i < data.length; ) {
    const operator = data[i] ?? 0;
    const size = operator === 4 ? 0 : operator === 2 ? 6 : operator === 3 ? 4 : 2;
    if (operator === 0) counted = false;
    if (size > 0) {
      const [x, y] = [data[i + size - 1] ?? 0, data[i + size] ?? 0];
      const to = { x: xOf(matrix, x, y), y: yOf(matrix, x, y) };
      const slanted =
        operator === 1 && from !== null && Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) > LEAN;
      if (!counted && (operator > 1 || slanted)) {
        shapes++;
        counted = true;
      }
      from = to;
    }
    i += 1 + size;
  }
  return shapes;
}

/** The part of a stroke inside the clip; `null` when nothing of it is painted. */
export function clipped(stroke: Stroke, clip: Box | null): Stroke | null {
  if (!clip) return stroke;
  const along = stroke.direction === 'horizontal';
  const [nearest, farthest] = along ? [clip.top, clip.bottom] : [clip.left, clip.right];
  if (stroke.at < nearest - CLIP_SLACK || stroke.at > farthest + CLIP_SLACK) return null;
  const from = Math.max(stroke.from, (along ? clip.left : clip.top) - CLIP_SLACK);
  const to = Math.min(stroke.to, (along ? clip.right : clip.bottom) + CLIP_SLACK);
  return from < to ? { ...stroke, from, to } : null;
}

function addSegments(strokes: Stroke[], xs: readonly number[], ys: readonly number[]): void {
  for (let i = 1; i < xs.length; i++) {
    const [x1, y1, x2, y2] = [xs[i - 1] ?? 0, ys[i - 1] ?? 0, xs[i] ?? 0, ys[i] ?? 0];
    const stroke = straight(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), LEAN);
    if (stroke) strokes.push(stroke);
  }
}

/** A rectangle has four corners, and perhaps the first again, closed twice; a map or a chart has thousands and is none. */
const MOST_CORNERS = 8;

function addThinRectangle(strokes: Stroke[], xs: readonly number[], ys: readonly number[]): void {
  if (xs.length < 4 || xs.length > MOST_CORNERS) return;
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const stroke = straight(left, top, right, bottom, THICKEST_RULE);
  if (stroke) strokes.push(stroke);
}

/** The middle line of a thin upright or lying box; `null` for a box that is thick, or a dot. */
function straight(left: number, top: number, right: number, bottom: number, thickest: number): Stroke | null {
  const width = right - left;
  const height = bottom - top;
  if (width > height * 2 && height <= thickest && width > 1)
    return { direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right };
  if (height > width * 2 && width <= thickest && height > 1)
    return { direction: 'vertical', at: (left + right) / 2, from: top, to: bottom };
  return null;
}
