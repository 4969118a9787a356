import type { PixelBox } from '../image.js';
import { betweenNeighbours, type PageLine, type PageText } from './page-lines.js';

/** A detector draws its boxes wider than the ink: by this share of their height on each side. */
const MARGIN = 0.14;
/** Lines of characters that cover so much of the length of a detected one are that line. */
const COVERED = 0.6;
/** Two boxes stand on one line when their heights overlap by this share of the lower one. */
const SAME_LINE = 0.4;

/**
 * The lines of a page together with those that a detector saw. What the ink shows clearly stays: it stands where the ink stands, and
 * keeps columns apart. Where a detected line is not covered by such lines, it takes their place, and that of doubtful ones.
 * @param detected boxes of lines in pixels of the page
 */
export function withDetected(
  text: PageText,
  detected: readonly PixelBox[],
  page: { readonly width: number; readonly height: number },
): readonly PageLine[] {
  const clear = text.lines.filter(({ doubtful }) => !doubtful);
  const found = detected
    .filter((box) => coverage(box, clear) < COVERED)
    .map((box) => ({ line: tight(box), cell: text.cells.find((cell) => holdsMiddle(cell, box)) }));
  const stays = ({ box, doubtful }: PageLine): boolean =>
    !found.some(({ line }) => (doubtful ? shared(line.box, box) > 0 : holdsMiddle(line.box, box)));
  const kept = text.lines.filter(stays);
  const inCells = found.flatMap(({ line, cell }) => (cell ? [{ ...line, clip: cell, inCell: true }] : []));
  const free = [
    ...kept.filter(({ inCell }) => !inCell),
    ...found.flatMap(({ line, cell }) => (cell ? [] : [line])),
  ].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return [...kept.filter(({ inCell }) => inCell), ...inCells, ...betweenNeighbours(free, page)];
}

function tight({ left, top, right, bottom }: PixelBox): Omit<PageLine, 'clip' | 'inCell'> {
  const margin = Math.floor((bottom - top) * MARGIN);
  const box = { left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin };
  return { box, size: box.bottom - box.top, doubtful: false };
}

/** The share of the length of a box that lines at its height take. */
function coverage(box: PixelBox, lines: readonly PageLine[]): number {
  const length = lines.reduce((sum, { box: other }) => {
    const common = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    const lower = Math.min(box.bottom - box.top, other.bottom - other.top);
    return common < lower * SAME_LINE ? sum : sum + shared(box, other);
  }, 0);
  return length / Math.max(1, box.right - box.left);
}

/** The length that two boxes share, 0 where they do not touch. */
function shared(a: PixelBox, b: PixelBox): number {
  if (Math.min(a.bottom, b.bottom) <= Math.max(a.top, b.top)) return 0;
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left));
}

function holdsMiddle({ left, top, right, bottom }: PixelBox, box: PixelBox): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= left && x < right && y >= top && y < bottom;
}
