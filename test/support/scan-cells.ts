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

/** A cell as it was read, in points of the page as it lies in the file. */
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

/** Two boxes are the same cell when they share this part of what they cover together. */
const SAME_CELL = 0.5;
const NOTHING_READ = { right: 0, all: 0 };

/**
 * Compares the cells of a table with those that were read, by their place. Numbers, codes and names must be equal to the last character
 * but for blanks, widths, and the forms of quotes and dashes; an empty cell must be empty, or not a cell of its own.
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
    const found = sameCell(onPage(cell.box, picture, points), read);
    const right = sort === 'empty' ? folded(found?.text ?? '') === '' : folded(found?.text ?? '') === folded(cell.text);
    counts[sort] = { right: counts[sort].right + (right ? 1 : 0), all: counts[sort].all + 1 };
    if (!right) wrong.push({ sort, printed: cell.text, read: found?.text ?? null });
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

function sameCell(box: Box, read: readonly ReadCell[]): ReadCell | undefined {
  return read
    .map((cell) => ({ cell, share: sharedPart(box, cell.box) }))
    .filter(({ share }) => share >= SAME_CELL)
    .sort((one, other) => other.share - one.share)[0]?.cell;
}

/** Area of the intersection as a share of the union, 0 to 1. */
function sharedPart(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (area(one) + area(other) - width * height);
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
