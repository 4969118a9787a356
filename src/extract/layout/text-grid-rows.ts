import { bandAt } from './text-grid-bands.js';
import type { Segment, SegmentedLine } from './text-grid-segments.js';
import type { Band } from './text-grid-span.js';
import { startsItem } from './text-grid-tokens.js';

/** Lines of an aligned table that make one row. */
export interface VisualRow {
  readonly lines: readonly SegmentedLine[];
  /** Segments by band, from top to bottom. */
  readonly cells: readonly (readonly Segment[])[];
  /** Two pieces of one line fell into one column, or two numbers into one cell: the row cannot be read. */
  readonly clash: boolean;
}

/** No row of the reports seen is printed on more lines. */
const MOST_LINES = 6;

/** Weights of what speaks against taking some lines as one row; only their order of size matters. */
const COST = {
  line: 0.3,
  blankLine: 2,
  itemInside: 6,
  itemMissing: 1.5,
  codeMissing: 1,
  codeHeadless: 2,
  labelMissing: 3,
  valueMissing: 0.3,
  offCentre: 0.6,
  shortWrap: 3,
  clash: 50,
} as const;

/** A label that goes on in the next line has filled at least this share of its column. */
const FULL_LINE = 0.6;

interface Habits {
  readonly bands: readonly Band[];
  /** By band: the width of its longest text. */
  readonly widths: readonly number[];
  /** By band: do most labels begin like items of a list? */
  readonly itemized: readonly boolean[];
  readonly coded: boolean;
}

/** Words of one line and one column with a single blank between them are one text. */
function withWord(cell: readonly Segment[], segment: Segment): Segment[] | null {
  const last = cell.at(-1);
  if (last === undefined || segment.left - last.right > 1) return null;
  return [...cell.slice(0, -1), { ...last, text: `${last.text} ${segment.text}`, right: segment.right }];
}

function rowFrom(lines: readonly SegmentedLine[], bands: readonly Band[]): VisualRow {
  const cells: Segment[][] = bands.map(() => []);
  let clash = false;
  for (const line of lines) {
    const used = new Set<number>();
    for (const segment of line.segments) {
      const at = bandAt(bands, segment);
      const cell = cells[at] ?? [];
      const joined = used.has(at) && segment.kind === 'word' ? withWord(cell, segment) : null;
      clash ||= joined === null && (used.has(at) || (cell.length > 0 && bands[at]?.kind !== 'label'));
      used.add(at);
      cells[at] = joined ?? [...cell, segment];
    }
  }
  return { lines, cells, clash };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Wrapped labels stand evenly above and below the codes and numbers of their row. */
function offCentre(row: VisualRow, bands: readonly Band[]): number {
  const linesIn = (belongs: (at: number) => boolean): number[] =>
    row.lines.flatMap((line, index) =>
      line.segments.some((segment) => belongs(bandAt(bands, segment))) ? [index] : [],
    );
  const anchors = linesIn((at) => bands[at]?.kind !== 'label');
  if (anchors.length === 0) return 0;
  return bands.reduce((sum, band, at) => {
    const own = band.kind === 'label' ? linesIn((other) => other === at) : [];
    return own.length === 0 ? sum : sum + Math.abs(mean(own) - mean(anchors));
  }, 0);
}

/** Panels whose numbers have no label: a row of numbers belongs to the label next to it. */
function panelsWithoutLabel(row: VisualRow, bands: readonly Band[]): number {
  let panel = -1;
  const missing = new Set<number>();
  bands.forEach((band, at) => {
    if (band.kind === 'label') panel = at;
    if (band.kind === 'value' && panel >= 0 && row.cells[at]?.length && !row.cells[panel]?.length) missing.add(panel);
  });
  return missing.size;
}

/** A code column right of another one: the section of a class, the item of a section. */
function isPartOfCode(bands: readonly Band[], at: number): boolean {
  return bands[at]?.kind === 'code' && bands[at - 1]?.kind === 'code';
}

function cost(row: VisualRow, { bands, widths, itemized, coded }: Habits): number {
  const filled = (kind: Band['kind']): boolean =>
    row.cells.some((cell, at) => bands[at]?.kind === kind && cell.length > 0);
  let total = COST.line * (row.lines.length - 1) + (row.clash ? COST.clash : 0);
  total += COST.blankLine * row.lines.slice(1).filter((line) => line.afterBlank).length;
  row.cells.forEach((cell, at) => {
    if (bands[at]?.kind !== 'label') return;
    total += COST.itemInside * cell.slice(1).filter((segment) => startsItem(segment.text)).length;
    const full = FULL_LINE * (widths[at] ?? 0);
    total += COST.shortWrap * cell.slice(0, -1).filter((segment) => segment.right - segment.left < full).length;
    if (itemized[at] && !filled('value') && cell[0] !== undefined && !startsItem(cell[0].text))
      total += COST.itemMissing;
  });
  total +=
    COST.codeHeadless *
    bands.filter((_, at) => isPartOfCode(bands, at) && row.cells[at]?.length && !row.cells[at - 1]?.length).length;
  if (coded && !filled('code')) total += COST.codeMissing;
  if (coded && filled('code') && !filled('label')) total += COST.labelMissing;
  if (!filled('value')) total += COST.valueMissing;
  return total + COST.labelMissing * panelsWithoutLabel(row, bands) + COST.offCentre * offCentre(row, bands);
}

function habitsOf(body: readonly SegmentedLine[], bands: readonly Band[]): Habits {
  const all = rowFrom(body, bands).cells;
  const itemized = all.map((cell) => cell.filter((segment) => startsItem(segment.text)).length * 2 > cell.length);
  const widths = all.map((cell) => Math.max(0, ...cell.map((segment) => segment.right - segment.left)));
  return { bands, widths, itemized, coded: bands.some((band) => band.kind === 'code') };
}

/**
 * Cuts the lines of an aligned table into rows. A row may be printed on several lines (wrapped labels, numbers off
 * the line of their label); of all ways to cut, the one is taken against which least speaks. Rows with a clash are
 * marked, never mended.
 */
export function visualRows(body: readonly SegmentedLine[], bands: readonly Band[]): VisualRow[] {
  const habits = habitsOf(body, bands);
  const best: { readonly total: number; readonly rows: readonly VisualRow[] }[] = [{ total: 0, rows: [] }];
  for (let end = 1; end <= body.length; end += 1) {
    let chosen: { total: number; rows: readonly VisualRow[] } = { total: Infinity, rows: [] };
    for (let start = Math.max(0, end - MOST_LINES); start < end; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      const row = rowFrom(body.slice(start, end), bands);
      const total = before.total + cost(row, habits);
      if (total < chosen.total) chosen = { total, rows: [...before.rows, row] };
    }
    best.push(chosen);
  }
  return [...(best.at(-1)?.rows ?? [])];
}
