import type { RuleStyle, Sheets } from './sheets.js';
import type { TruthRow } from './truth.js';
import { wrapped } from './wrap.js';

/** A cell to print; spans count from its own row and column. */
export interface Cell {
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

/** A row to print and what it says: the truth is known where the row is made, the page once it is drawn. */
export interface PrintedRow {
  readonly cells: readonly Cell[];
  readonly truth?: readonly Omit<TruthRow, 'page'>[];
  /** Begin a new page before this row even if there is room (the lone total page of real reports). */
  readonly breakBefore?: boolean;
}

export interface Table {
  /** Widths of the columns in points. */
  readonly widths: readonly number[];
  readonly header: readonly PrintedRow[];
  readonly body: readonly PrintedRow[];
  readonly rules: RuleStyle;
  readonly repeatHeader: boolean;
  /** Least height of a row in points. */
  readonly rowHeight: number;
  readonly orientation: 'portrait' | 'landscape';
}

interface Placed extends Cell {
  readonly row: number;
  readonly column: number;
}

const TEXT_SIZE = 9;
const LEADING = 11;
const PADDING = 3;
const PAGE_MARGIN = 56;

/** Draws a table from `top` down over as many pages as it takes; returns its truth rows with pages, and its bottom. */
export function drawTable(paper: Sheets, table: Table, top: number): { truth: TruthRow[]; bottom: number } {
  const truth: TruthRow[] = [];
  const drawRows = (rows: readonly PrintedRow[], band: Band, from: number): number => {
    truth.push(...rows.flatMap((row) => row.truth ?? []).map((row) => ({ ...row, page: paper.pageNumber })));
    return drawBand(paper, table, band, from);
  };
  const header = bandOf(paper, table, table.header);
  let y = drawRows(table.header, header, top);
  for (const row of table.body) {
    const band = bandOf(paper, table, [row]);
    const [height = table.rowHeight] = band.heights;
    if (row.breakBefore === true || y + height > paper.height - PAGE_MARGIN) {
      paper.addPage(table.orientation);
      y = table.repeatHeader ? drawBand(paper, table, header, PAGE_MARGIN) : PAGE_MARGIN;
    }
    y = drawRows([row], band, y);
  }
  return { truth: truth.sort((a, b) => rank(a) - rank(b)), bottom: y };
}

/** Truth lists the left side, or block, of a table before the right one. */
function rank(row: TruthRow): number {
  return (row.side === 'expenditure' ? 1 : 0) + (row.set ?? 0);
}

/** Draws rows that belong together (a header with row spans, or one body row); returns the bottom. */
function drawBand(paper: Sheets, table: Table, { cells, heights }: Band, top: number): number {
  const left = (paper.width - table.widths.reduce((a, b) => a + b, 0)) / 2;
  const x = edges(left, table.widths);
  const y = edges(top, heights);
  for (const cell of cells) {
    const box = {
      left: at(x, cell.column),
      right: at(x, cell.column + (cell.columnSpan ?? 1)),
      top: at(y, cell.row),
      bottom: at(y, cell.row + (cell.rowSpan ?? 1)),
    };
    drawOutline(paper, table.rules, box);
    drawText(paper, cell, box);
  }
  return at(y, heights.length);
}

/** Rows that belong together, laid out: every cell with its place, every row with its height. */
interface Band {
  readonly cells: readonly Placed[];
  readonly heights: readonly number[];
}

type Outline = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function drawOutline(paper: Sheets, style: RuleStyle, box: Outline): void {
  if (style === 'box') {
    paper.box(box.left, box.top, box.right, box.bottom);
    return;
  }
  paper.rule(box.left, box.top, box.right, box.top, style);
  paper.rule(box.left, box.bottom, box.right, box.bottom, style);
  paper.rule(box.left, box.top, box.left, box.bottom, style);
  paper.rule(box.right, box.top, box.right, box.bottom, style);
}

function drawText(paper: Sheets, cell: Cell, box: Outline): void {
  const lines = wrapped(paper, cell.text, box.right - box.left - 2 * PADDING, TEXT_SIZE);
  const first = (box.top + box.bottom) / 2 - (lines.length * LEADING) / 2 + TEXT_SIZE * 0.92 + 0.6;
  for (const [index, line] of lines.entries()) {
    const width = paper.measure(line, TEXT_SIZE);
    const left =
      cell.align === 'right'
        ? box.right - PADDING - width
        : cell.align === 'center'
          ? (box.left + box.right - width) / 2
          : box.left + PADDING;
    paper.text(line, left, first + index * LEADING, TEXT_SIZE);
  }
}

function bandOf(paper: Sheets, table: Table, rows: readonly PrintedRow[]): Band {
  const heights = rows.map(() => table.rowHeight);
  const cells = placed(rows, table.widths.length);
  for (const cell of cells) {
    const columns = table.widths.slice(cell.column, cell.column + (cell.columnSpan ?? 1));
    const width = columns.reduce((a, b) => a + b, 0) - 2 * PADDING;
    const needed = (wrapped(paper, cell.text, width, TEXT_SIZE).length * LEADING + 2 * PADDING) / (cell.rowSpan ?? 1);
    for (let row = cell.row; row < cell.row + (cell.rowSpan ?? 1); row++)
      heights[row] = Math.max(heights[row] ?? 0, needed);
  }
  return { cells, heights };
}

/** Gives every cell its row and column, spans of rows above taken into account. */
function placed(rows: readonly PrintedRow[], columns: number): Placed[] {
  const result: Placed[] = [];
  /** For each column, the first row that no cell of a row above reaches into. */
  const free = Array<number>(columns).fill(0);
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    const skip = (): void => {
      while (column < columns && (free[column] ?? 0) > row) column++;
    };
    for (const cell of cells) {
      skip();
      result.push({ ...cell, row, column });
      free.fill(row + (cell.rowSpan ?? 1), column, column + (cell.columnSpan ?? 1));
      column += cell.columnSpan ?? 1;
    }
    skip();
    if (column !== columns)
      throw new Error(
        `expected cells over ${columns} columns, found ${column} in the row "${cells.map((c) => c.text).join('|')}"`,
      );
  }
  return result;
}

function edges(start: number, sizes: readonly number[]): number[] {
  const result = [start];
  for (const size of sizes) result.push((result.at(-1) ?? start) + size);
  return result;
}

function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`expected an edge number ${index}, found ${list.length} edges`);
  return value;
}
