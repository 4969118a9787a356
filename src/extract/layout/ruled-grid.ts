import type { RuledLine } from '../document.js';
import type { Box } from '../place.js';
import { boxAround } from '../place.js';
import { cellText } from './cell-text.js';
import type { LayoutCell, LayoutGrid } from './layout-grid.js';
import type { RuleNetwork } from './rule-networks.js';
import type { LayoutRun, RunPart } from './run.js';
import { isWide } from './run.js';
import { tokenKind } from './text-grid-tokens.js';

/** Borders nearer than this, in points, are one border of the grid: cells of different rows are drawn with small offsets. */
const SAME_EDGE = 2.5;
/** A rule separates two unit cells when it covers this share of their common side. */
const SEPARATES = 0.6;
/** A network with more unit cells is a chart or a map; the largest table page seen has some 1,500. */
const MOST_UNITS = 20_000;
/** Horizontal rules that reach so far, in points, beyond the outermost vertical one show a table open at its side. */
const OPEN_SIDE = 12;

/**
 * The grid that a network of rules draws, with the runs inside it. Cells are the faces between rules: unit cells that no
 * rule separates are one cell with spans. Returns the runs it took, so that the rest can become lines; `null` when the
 * network is no table (one cell: a frame) or draws only a part of its borders.
 */
export function ruledGrid(
  network: RuleNetwork,
  runs: readonly LayoutRun[],
  page: number,
): { readonly grid: LayoutGrid; readonly taken: ReadonlySet<LayoutRun> } | null {
  const columnEdges = edges(network.vertical, openSides(network));
  const rowEdges = edges(network.horizontal, []);
  const columns = columnEdges.length - 1;
  const rows = rowEdges.length - 1;
  if (columns < 1 || rows < 1 || rows * columns < 2 || rows * columns > MOST_UNITS) return null;
  const face = faces(network, columnEdges, rowEdges);
  const outline: Box = {
    left: columnEdges[0] ?? 0,
    top: rowEdges[0] ?? 0,
    right: columnEdges[columns] ?? 0,
    bottom: rowEdges[rows] ?? 0,
  };
  const contents = new Map<number, LayoutRun[]>();
  const taken = new Set<LayoutRun>();
  for (const run of runs) {
    if (!centreInside(run.box, outline)) continue;
    taken.add(run);
    for (const piece of splitAtBorders(run, columnEdges, rowEdges, face, columns)) {
      const index = unitAt(piece.box, columnEdges, rowEdges, columns);
      const key = face[index] ?? index;
      contents.set(key, [...(contents.get(key) ?? []), piece]);
    }
  }
  if (isHalfRuled([...contents.values()])) return null;
  const cells: LayoutCell[] = [];
  for (const [key, units] of unitsByFace(face)) {
    const spanRows = units.map((unit) => Math.floor(unit / columns));
    const spanColumns = units.map((unit) => unit % columns);
    const [row, lastRow] = [Math.min(...spanRows), Math.max(...spanRows)];
    const [column, lastColumn] = [Math.min(...spanColumns), Math.max(...spanColumns)];
    const box: Box = {
      left: columnEdges[column] ?? 0,
      top: rowEdges[row] ?? 0,
      right: columnEdges[lastColumn + 1] ?? 0,
      bottom: rowEdges[lastRow + 1] ?? 0,
    };
    const content = cellText(contents.get(key) ?? [], box);
    cells.push({
      row,
      column,
      rowSpan: lastRow - row + 1,
      columnSpan: lastColumn - column + 1,
      text: content.text,
      places: [{ page, box: content.box ?? box }],
      confidence: content.confidence,
      filled: content.filled,
      ...(content.readings === undefined ? {} : { readings: content.readings }),
    });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    grid: { method: 'ruled', rows, columnEdges, stretches: null, cells, pages: [page], box: outline, lastBox: outline },
    taken,
  };
}

/** Share of the amounts that may stand together with others in one cell, before the rules are taken for a part of the borders only. */
const TOGETHER = 0.3;

/**
 * Tables with rules between rows or between columns only: several amounts fall into each cell. Their columns and rows are found by
 * alignment, as if nothing were ruled.
 */
function isHalfRuled(cells: readonly (readonly LayoutRun[])[]): boolean {
  const counts = cells.map((runs) => runs.filter((run) => tokenKind(run.text) === 'amount').length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const together = counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  return all > 3 && together > all * TOGETHER;
}

function edges(rules: readonly RuledLine[], extra: readonly number[]): number[] {
  const sorted = [...rules.map((rule) => rule.at), ...extra].sort((a, b) => a - b);
  const result: number[] = [];
  let group: number[] = [];
  for (const at of sorted) {
    if (group.length > 0 && at - (group.at(-1) ?? 0) > SAME_EDGE) {
      result.push(group.reduce((sum, value) => sum + value, 0) / group.length);
      group = [];
    }
    group.push(at);
  }
  if (group.length > 0) result.push(group.reduce((sum, value) => sum + value, 0) / group.length);
  return result;
}

/** x of the missing outer borders of a table whose rules run on beyond its last vertical rule. */
function openSides(network: RuleNetwork): number[] {
  const left = Math.min(...network.vertical.map((rule) => rule.at));
  const right = Math.max(...network.vertical.map((rule) => rule.at));
  const long = network.horizontal.filter((rule) => rule.to - rule.from > (right - left) / 2);
  const from = Math.min(...long.map((rule) => rule.from));
  const to = Math.max(...long.map((rule) => rule.to));
  const sides: number[] = [];
  if (left - from > OPEN_SIDE && long.filter((rule) => rule.from <= from + SAME_EDGE).length >= 2) sides.push(from);
  if (to - right > OPEN_SIDE && long.filter((rule) => rule.to >= to - SAME_EDGE).length >= 2) sides.push(to);
  return sides;
}

/** For each unit cell the index of the first unit of its face. Faces are made rectangular, so that spans are well defined. */
function faces(network: RuleNetwork, columnEdges: readonly number[], rowEdges: readonly number[]): number[] {
  const columns = columnEdges.length - 1;
  const rows = rowEdges.length - 1;
  const face = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (face[at] !== at) at = face[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [root(a), root(b)];
    face[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const [left, right] = [columnEdges[column] ?? 0, columnEdges[column + 1] ?? 0];
      const [top, bottom] = [rowEdges[row] ?? 0, rowEdges[row + 1] ?? 0];
      if (column + 1 < columns && !separated(network.vertical, right, top, bottom)) join(index, index + 1);
      if (row + 1 < rows && !separated(network.horizontal, bottom, left, right)) join(index, index + columns);
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const units of unitsByFace(face.map((_, index) => root(index))).values()) {
      const rowsOf = units.map((unit) => Math.floor(unit / columns));
      const columnsOf = units.map((unit) => unit % columns);
      for (let row = Math.min(...rowsOf); row <= Math.max(...rowsOf); row++)
        for (let column = Math.min(...columnsOf); column <= Math.max(...columnsOf); column++)
          if (root(row * columns + column) !== root(units[0] ?? 0)) {
            join(row * columns + column, units[0] ?? 0);
            changed = true;
          }
    }
  }
  return face.map((_, index) => root(index));
}

function separated(rules: readonly RuledLine[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= SAME_EDGE) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return covered >= (to - from) * SEPARATES;
}

function unitsByFace(face: readonly number[]): Map<number, number[]> {
  const units = new Map<number, number[]>();
  face.forEach((key, index) => {
    const list = units.get(key);
    if (list) list.push(index);
    else units.set(key, [index]);
  });
  return units;
}

function centreInside(box: Box, outline: Box): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x >= outline.left && x <= outline.right && y >= outline.top - 1 && y <= outline.bottom + 1;
}

function unitAt(box: Box, columnEdges: readonly number[], rowEdges: readonly number[], columns: number): number {
  const column = intervalOf((box.left + box.right) / 2, columnEdges);
  const row = intervalOf((box.top + box.bottom) / 2, rowEdges);
  return row * columns + column;
}

function intervalOf(value: number, sorted: readonly number[]): number {
  let index = 0;
  while (index < sorted.length - 2 && value >= (sorted[index + 1] ?? 0)) index++;
  return index;
}

/**
 * A run that crosses a border is split there when its characters show a seam: a gap, or a change between Chinese and digits
 * (a number set tight against the next label). Without a seam the whole run belongs where its centre stands: a label may
 * reach a little out of its cell.
 */
function splitAtBorders(
  run: LayoutRun,
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  face: readonly number[],
  columns: number,
): LayoutRun[] {
  const faceOf = (part: RunPart): number => face[unitAt(part.box, columnEdges, rowEdges, columns)] ?? 0;
  const first = run.parts[0];
  const last = run.parts.at(-1);
  if (!first || !last || faceOf(first) === faceOf(last)) return [run];
  const pieces: RunPart[][] = [[first]];
  for (let i = 1; i < run.parts.length; i++) {
    const [before, part] = [run.parts[i - 1], run.parts[i]];
    if (!before || !part) continue;
    const seam =
      part.box.left - before.box.right > run.size * 0.05 ||
      isWide(before.text.slice(-1)) !== isWide(part.text.charAt(0));
    if (seam && faceOf(before) !== faceOf(part)) pieces.push([part]);
    else pieces.at(-1)?.push(part);
  }
  if (pieces.length === 1) return [run];
  return pieces.map((parts) => pieceOf(run, parts));
}

/** A part of a run as a run. What an engine read besides was the whole: only the part's own text is left of its readings. */
function pieceOf({ readings, ...run }: LayoutRun, parts: readonly RunPart[]): LayoutRun {
  const text = parts.map((part) => part.text).join('');
  const box = boxAround(parts.map((part) => part.box)) ?? run.box;
  const own = readings?.slice(0, 1).map((reading) => ({ ...reading, text }));
  return { ...run, text, box, parts, ...(own === undefined ? {} : { readings: own }) };
}
