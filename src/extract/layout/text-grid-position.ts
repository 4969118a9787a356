import type { Grid } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { type Band, bandsOf, bandsUnder } from './text-grid-bands.js';
import { type GridRow, gridOfRows, type RowCell, wholeRow } from './text-grid-cells.js';
import { placesByKind } from './text-grid-place.js';
import { type VisualRow, visualRows } from './text-grid-rows.js';
import { type CharacterWidth, type SegmentedLine, segmentedLines } from './text-grid-segments.js';
import { isCaption, isProse, isValueLike, startsItem } from './text-grid-tokens.js';

/** The part of a table on one page. */
interface Part {
  readonly head: readonly SegmentedLine[];
  readonly bands: readonly Band[];
  readonly rows: readonly VisualRow[];
  readonly last: DumpLine;
}

const hasValue = (line: SegmentedLine): boolean => line.segments.some((segment) => isValueLike(segment.kind));

/** Where the rows begin: at the first number, or above it where the first row's label begins. */
function bodyStart(lines: readonly SegmentedLine[]): number {
  let start = lines.findIndex(hasValue);
  while (start > 0 && !lines[start]?.afterBlank && lines[start - 1]?.segments.some((segment) => startsItem(segment.text))) {
    start -= 1;
  }
  return start;
}

/** After the last number only the lines that hang on it belong to the table: what follows a blank line is its note. */
function bodyEnd(lines: readonly SegmentedLine[]): number {
  let end = lines.findLastIndex(hasValue) + 1;
  while (end < lines.length && !lines[end]?.afterBlank) end += 1;
  return end;
}

/** The part of a table in the lines of one page below a caption, or at the top of a page that goes on; or `null`. */
function partOf(page: readonly DumpLine[], width: CharacterWidth): Part | null {
  const segmented = segmentedLines(page, width);
  const stop = segmented.findIndex((line) => isProse(line.line.text) || isCaption(line.line.text));
  const lines = stop < 0 ? segmented : segmented.slice(0, stop);
  const start = bodyStart(lines);
  const end = bodyEnd(lines);
  const last = lines[end - 1];
  if (start < 0 || last === undefined) return null;
  const head = lines.slice(0, start);
  const body = lines.slice(start, end);
  const bands = bandsOf(head, body);
  if (bands.length < 2) return null;
  return { head, bands, rows: visualRows(body, bands), last: last.line };
}

/** Each line of a head as a row: its pieces over the columns that they stand over. */
function headRows(part: Part): GridRow[] {
  return part.head.map(({ line, segments }) => {
    const cells: RowCell[] = [];
    for (const segment of segments) {
      const [first, last] = bandsUnder(part.bands, segment);
      const previous = cells.at(-1);
      const free = previous === undefined ? 0 : previous.column + previous.span;
      const column = Math.max(first, free);
      if (column <= last) cells.push({ column, span: last - column + 1, text: segment.text, pages: [line.page] });
      else if (previous !== undefined) cells[cells.length - 1] = { ...previous, text: `${previous.text} ${segment.text}` };
    }
    return { cells, page: line.page };
  });
}

/** The columns of the whole table for the columns of a part: one for one, or by kind where only one way fits. */
function columnsOf(part: Part, table: readonly Band[]): readonly number[] | null {
  if (part.bands.length === table.length) return table.map((_, at) => at);
  const pieces = part.bands.map((band) => ({ kind: band.kind, words: [], text: '', gap: 0, pages: [] }));
  const places = placesByKind(
    pieces,
    table.map((band) => band.kind),
  );
  return places.length === 1 ? (places[0] ?? null) : null;
}

function gridRow(row: VisualRow, columns: readonly number[] | null, count: number): GridRow {
  const pages = row.lines.map((line) => line.line.page);
  if (columns === null || row.clash) {
    return wholeRow(row.lines.map((line) => line.line.text.trim()).join(' '), pages, count);
  }
  const cells = row.cells.flatMap((cell, at) => {
    const text = cell.map((segment) => segment.text).join('');
    return text === '' ? [] : [{ column: columns[at] ?? 0, span: 1, text, pages: [...new Set(pages)] }];
  });
  return { cells, page: pages[0] ?? 1 };
}

function rowsOfPart(part: Part, table: readonly Band[]): GridRow[] {
  const columns = columnsOf(part, table);
  const head =
    columns !== null && part.bands.length === table.length
      ? headRows(part)
      : part.head.map((line) => wholeRow(line.line.text.trim(), [line.line.page], table.length));
  return [...head, ...part.rows.map((row) => gridRow(row, columns, table.length))];
}

/**
 * The table below a caption in a dump that aligns columns by blanks; `null` when there is none. `lines` begin after
 * the caption and go to the end of the dump; pages on which the rows go on, with the head repeated or not, belong to
 * it. `end`: the last line of the table. Columns are found page by page, because each page is aligned on its own.
 */
export function alignedTable(lines: readonly DumpLine[], width: CharacterWidth): { readonly grid: Grid; readonly end: number } | null {
  const parts: Part[] = [];
  const first = lines[0]?.page ?? 0;
  for (let page = first; ; page += 1) {
    const part = partOf(
      lines.filter((line) => line.page === page),
      width,
    );
    if (part === null) break;
    parts.push(part);
    const below = lines.slice(lines.indexOf(part.last) + 1).filter((line) => line.page === page);
    // Something else below it on the same page: the table has ended.
    if (below.some((line) => line.text.trim() !== '' && !line.pageNumber)) break;
  }
  const last = parts.at(-1);
  if (last === undefined) return null;
  const table = parts.reduce((widest, part) => (part.bands.length > widest.length ? part.bands : widest), last.bands);
  const rows = parts.flatMap((part) => rowsOfPart(part, table));
  return { grid: gridOfRows(rows, table.length), end: lines.indexOf(last.last) + 1 };
}
