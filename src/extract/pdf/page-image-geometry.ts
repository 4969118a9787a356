import type { Box } from '../place.js';
import { type Matrix, xOf, yOf } from './matrix.js';

/** The box around a rectangle `[x1, y1, x2, y2]` after a transformation. */
export function boxOf(matrix: Matrix, bounds: ArrayLike<number>): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [bounds[0], bounds[1], bounds[2], bounds[3]];
  const xs = [xOf(matrix, x1, y1), xOf(matrix, x2, y2), xOf(matrix, x1, y2), xOf(matrix, x2, y1)];
  const ys = [yOf(matrix, x1, y1), yOf(matrix, x2, y2), yOf(matrix, x1, y2), yOf(matrix, x2, y1)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Area of a box in square points; 0 for an empty one. */
export function areaOf(box: Box): number {
  return Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);
}

/** Numbers that follow each drawing command in a path of pdf.js: move, line, cubic curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0] as const;

/** Whether a path of pdf.js is one rectangle along the axes: each of its corners is a corner of its bounds. */
export function isRectangle(path: ArrayLike<number> | null | undefined): boolean {
  if (!path) return false;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? -1;
    if (command === 2 || command === 3 || (command === 0 && i > 0)) return false;
    const operands = OPERANDS[command];
    if (operands === undefined) return false;
    if (operands === 2) {
      xs.push(path[i + 1] ?? 0);
      ys.push(path[i + 2] ?? 0);
    }
    i += 1 + operands;
  }
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const corners = new Set<number>();
  for (const [i, x] of xs.entries()) {
    const y = ys[i];
    if ((x !== left && x !== right) || (y !== low && y !== high)) return false;
    corners.add((x === right ? 1 : 0) + (y === high ? 2 : 0));
  }
  return corners.size === 4 && xs.length <= 5;
}
