import type { Box } from '../../src/extract/place.js';

/** A cell of the printed page: text and place (x, y, width, height) in CSS pixels (96 dpi) of the upright page. */
export interface TrueCell {
  readonly kind: string;
  readonly text: string;
  readonly box: readonly [number, number, number, number];
}

/** How a picture shows the page: a pixel is `M` times [x · scale, y · scale, 1], `w` and `h` its size in pixels. `M` is `null` for a clean one. */
export interface PictureOfPage {
  readonly scale: number;
  readonly M: readonly [readonly [number, number, number], readonly [number, number, number]] | null;
  readonly w: number;
  readonly h: number;
}

/** A cell as it was read; the box of its text, or of the whole cell, in points of the page as it lies in the file. */
export interface ReadCell {
  readonly text: string;
  readonly box: Box;
}

/** What a cell holds: a number, a classification code, a name, or nothing. */
export type CellSort = 'number' | 'code' | 'name' | 'empty';

/** A cell that was not read as it is printed; `read` is `null` where no cell was found in its place. */
export interface WrongCell {
  readonly sort: CellSort;
  readonly printed: string;
  readonly read: string | null;
}

/** How many cells of each sort there are and how many of them are exact, and the others one by one. */
export interface CellScore {
  readonly counts: Readonly<Record<CellSort, { readonly right: number; readonly all: number }>>;
  readonly wrong: readonly WrongCell[];
}

/** What was read belongs to a printed cell when this part of its box lies in that cell. */
const INSIDE = 0.5;
const NOTHING_READ = { right: 0, all: 0 };

/**
 * Compares the cells of a table with those that were read, by their place. Numbers, codes and names must be equal to the last character
 * but for blanks, widths, and the forms of quotes and dashes, and stand in one cell; an empty cell must be empty, or not a cell of its own.
 * @param points width of the page in points, as the reader gives it
 */
export function scoreCells(
  printed: readonly TrueCell[],
  picture: PictureOfPage,
  points: number,
  read: readonly ReadCell[],
): CellScore {
  const counts = { number: NOTHING_READ, code: NOTHING_READ, name: NOTHING_READ, empty: NOTHING_READ };
  const wrong: WrongCell[] = [];
  for (const cell of printed) {
    const sort = sortOf(cell);
    if (sort === null) continue;
    const place = onPage(cell.box, picture, points);
    const found = read.filter(({ box }) => partInside(box, place) >= INSIDE).map(({ text }) => text);
    // A cell that was cut in two is wrong even if its halves make up the text: it is told as `1,23|4.50`.
    const text = found.length === 0 ? null : found.filter((part) => part !== '').join('|');
    const right = folded(text ?? '') === folded(cell.text);
    counts[sort] = { right: counts[sort].right + (right ? 1 : 0), all: counts[sort].all + 1 };
    if (!right) wrong.push({ sort, printed: cell.text, read: text });
  }
  return { counts, wrong };
}

/** Heads, titles, numbers of lines, labels and notes are not compared: `null`. */
function sortOf({ kind, text }: TrueCell): CellSort | null {
  if (kind === 'blank' || (kind === 'num' && text === '')) return 'empty';
  return kind === 'num' ? 'number' : kind === 'code' ? 'code' : kind === 'name' ? 'name' : null;
}

/** The box around a true cell in points of the page as it lies in the file. */
function onPage([x, y, width, height]: TrueCell['box'], { scale, M, w }: PictureOfPage, points: number): Box {
  const [[a, b, c], [d, e, f]] = M ?? [
    [1, 0, 0],
    [0, 1, 0],
  ];
  const corners = [x, x + width].flatMap((across) =>
    [y, y + height].map((down) => {
      const [px, py] = [across * scale, down * scale];
      return { x: ((a * px + b * py + c) * points) / w, y: ((d * px + e * py + f) * points) / w };
    }),
  );
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Which part of a box lies in another one, 0 to 1. */
function partInside(box: Box, place: Box): number {
  const width = Math.min(box.right, place.right) - Math.max(box.left, place.left);
  const height = Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / area(box);
}

function area({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** One form for what looks alike: widths (NFKC), blanks, quotes, dashes and minus signs. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[“”„‟〝〞«»]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/\p{Dash}/gu, '-');
}
