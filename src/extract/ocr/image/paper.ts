import type { GreyImage } from '../image.js';

/** The grey of the paper around each place, one value a block of pixels; `outside` are blocks of a dark margin around the page. */
export interface PaperMap {
  readonly block: number;
  readonly columns: number;
  readonly rows: number;
  readonly levels: Float32Array;
  readonly outside: Uint8Array;
}

/** Blocks a inch: small enough to follow the shade of a row of a table, large enough to hold paper between glyphs. */
const BLOCKS_PER_INCH = 12.5;
/** A block needs this share of paper pixels to know its grey. */
const ENOUGH_PAPER = 0.2;
/** Darker than this share of the page's usual paper and reaching the edge of the picture: the lid of the scanner, not the page. */
const DARK_MARGIN = 0.5;

/** Measures the paper of a picture between its ink. */
export function paperMap(image: GreyImage, ink: Uint8Array, dpi: number): PaperMap {
  const block = Math.max(4, Math.round(dpi / BLOCKS_PER_INCH));
  const columns = Math.ceil(image.width / block);
  const rows = Math.ceil(image.height / block);
  const means = new Float32Array(columns * rows);
  const levels = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const right = Math.min(image.width, (column + 1) * block);
      const bottom = Math.min(image.height, (row + 1) * block);
      let [all, pixels, paper, papers] = [0, 0, 0, 0];
      for (let y = row * block; y < bottom; y++)
        for (let x = column * block; x < right; x++) {
          const at = y * image.width + x;
          const value = image.data[at] ?? 0;
          all += value;
          pixels++;
          if (ink[at] === 1) continue;
          paper += value;
          papers++;
        }
      means[row * columns + column] = all / pixels;
      levels[row * columns + column] = papers >= pixels * ENOUGH_PAPER ? paper / papers : 0;
    }
  const outside = darkMargin(means, columns, rows);
  for (let i = 0; i < levels.length; i++) if (outside[i] === 1) levels[i] = 0;
  fillGaps(levels, columns, rows);
  return { block, columns, rows, levels, outside };
}

/** Dark blocks that hang together with the edge of the picture, and the blocks beside them. */
function darkMargin(means: Float32Array, columns: number, rows: number): Uint8Array {
  const usual = means.slice().sort()[Math.floor(means.length / 2)] ?? 255;
  const isDark = (index: number): boolean => (means[index] ?? 255) < usual * DARK_MARGIN;
  const margin = new Uint8Array(means.length);
  const queue: number[] = [];
  const visit = (column: number, row: number): void => {
    const index = row * columns + column;
    if (column < 0 || row < 0 || column >= columns || row >= rows || margin[index] === 1) return;
    margin[index] = 1;
    if (isDark(index)) queue.push(index);
  };
  const start = (column: number, row: number): void => {
    if (isDark(row * columns + column)) visit(column, row);
  };
  for (let column = 0; column < columns; column++) for (const row of [0, rows - 1]) start(column, row);
  for (let row = 0; row < rows; row++) for (const column of [0, columns - 1]) start(column, row);
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) visit(column + dx, row + dy);
  }
  return margin;
}

/** Blocks without paper of their own take the mean of their neighbours, ring by ring; a picture without any paper is taken as white. */
function fillGaps(levels: Float32Array, columns: number, rows: number): void {
  let gaps = [...levels.keys()].filter((index) => levels[index] === 0);
  while (gaps.length > 0) {
    const found: [number, number][] = [];
    for (const index of gaps) {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      let [sum, count] = [0, 0];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const level = levels[y * columns + x] ?? 0;
          if (level > 0) [sum, count] = [sum + level, count + 1];
        }
      if (count > 0) found.push([index, sum / count]);
    }
    if (found.length === 0) found.push(...gaps.map((index): [number, number] => [index, 255]));
    for (const [index, level] of found) levels[index] = level;
    gaps = gaps.filter((index) => levels[index] === 0);
  }
}
