import type { Grid } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { bandAt, bandsOf, bandsUnder } from './text-grid-bands.js';
import { type GridRow, gridOfRows, type RowCell, wholeRow } from './text-grid-cells.js';
import { placesByKind } from './text-grid-place.js';
import { type VisualRow, visualRows } from './text-grid-rows.js';
import { type CharacterWidth, type SegmentedLine, segmentedLines } from './text-grid-segments.js';
import type { Band } from './text-grid-span.js';
import { isCaption, isProse, isValueLike, startsItem } from './text-grid-tokens.js';

/** The part of a table on one page. */
interface Part {
  readonly head: readonly SegmentedLine[];
  readonly bands: readonly Band[];
  readonly rows: readonly VisualRow[];
  readonly last: DumpLine;
}

/** A row of column numbers, 1 2 3 …: part of the head, and aligned like it, not like amounts. */
function numbersColumns(line: SegmentedLine): boolean {
  const numbers = line.segments.filter((segment) => segment.kind !== 'word');
  return numbers.length > 1 && numbers.every((segment, at) => segment.text === String(at + 1));
}

const hasValue = (line: SegmentedLine): boolean =>
  line.segments.some((segment) => isValueLike(segment.kind)) && !numbersColumns(line);

/** Where the rows begin: at the first number, or above it where the first row's label begins. */
function bodyStart(lines: readonly SegmentedLine[]): number {
  let start = lines.findIndex(hasValue);
  while (
    start > 0 &&
    !lines[start]?.afterBlank &&
    lines[start - 1]?.segments.some((segment) => startsItem(segment.text))
  ) {
    start -= 1;
  }
  return start;
}

/** How far a text may stand out of the range of its column. */
const RAGGED = 2;

/** Does the line stand in the label columns of the table, so that it is a row without values and not a note? */
function fits(line: SegmentedLine, bands: readonly Band[]): boolean {
  return line.segments.every((segment) => {
    const band = bands[bandAt(bands, segment)];
    return band !== undefined && segment.left >= band.left - RAGGED && segment.right <= band.right + RAGGED;
  });
}

/** The part of a table in the lines of one page below a caption, or at the top of a page that goes on; or `null`. */
function partOf(page: readonly DumpLine[], width: CharacterWidth): Part | null {
  const segmented = segmentedLines(page, width);
  const stop = segmented.findIndex((line) => isProse(line.line.text) || isCaption(line.line.text));
  const lines = stop < 0 ? segmented : segmented.slice(0, stop);
  const start = bodyStart(lines);
  let end = lines.findLastIndex((line) => hasValue(line) && line.segments.at(-1)?.kind !== 'word') + 1;
  if (start < 0 || end <= start) return null;
  const head = lines.slice(0, start);
  const bands = bandsOf(head, lines.slice(start, end));
  // Above a caption stand the titles of the next table: there only lines that hang on the last row belong to this one.
  const titlesFollow = isCaption(segmented[stop]?.line.text ?? '');
  for (let next = lines[end]; next !== undefined && fits(next, bands); next = lines[end]) {
    if (titlesFollow && next.afterBlank) break;
    end += 1;
  }
  const last = lines[end - 1];
  if (bands.length < 2 || last === undefined) return null;
  return { head, bands, rows: visualRows(lines.slice(start, end), bands), last: last.line };
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
      else if (previous !== undefined)
        cells[cells.length - 1] = { ...previous, text: `${previous.text} ${segment.text}` };
    }
    return { cells, page: line.page };
  });
}

/**
 * The columns of the whole table for the columns of a part: those that its head shows, or by kind where only one way
 * fits. A page without a head may lack a column in which it has no value: then nothing tells which one.
 */
function columnsOf(part: Part, table: readonly Band[]): readonly number[] | null {
  if (part.head.length > 0 && part.bands.length === table.length) return table.map((_, at) => at);
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
export function alignedTable(
  lines: readonly DumpLine[],
  width: CharacterWidth,
): { readonly grid: Grid; readonly end: number } | null {
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
  const headed = parts.filter((part) => part.head.length > 0);
  const table = headed.reduce(
    (widest, part) => (part.bands.length > widest.length ? part.bands : widest),
    parts[0]?.bands ?? [],
  );
  const rows = parts.flatMap((part) => rowsOfPart(part, table));
  return { grid: gridOfRows(rows, table.length), end: lines.indexOf(last.last) + 1 };
}
