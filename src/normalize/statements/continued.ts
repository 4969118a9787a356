import type { Grid, GridCell } from '../../extract/document.js';
import type { LocatedTable } from '../segment/tables.js';
import { labelForm } from '../text/full-width.js';
import { viewOf } from './grid-view.js';
import { headerRows } from './header.js';
import { rowTemplates } from './templates.js';

/**
 * Some producers print title, unit line and header again on every page of a table. Such parts follow each other on
 * consecutive pages under one title with the same header, and are one table.
 */
export function joinRepeated(tables: readonly LocatedTable[]): LocatedTable[] {
  const joined: LocatedTable[] = [];
  for (const table of tables) {
    const before = joined.at(-1);
    const whole = before && continues(before, table) ? joinGrids(before.grid, table.grid) : null;
    if (before && whole)
      joined[joined.length - 1] = { ...before, grid: whole, notes: [...before.notes, ...table.notes] };
    else joined.push(table);
  }
  return joined;
}

function continues(before: LocatedTable, table: LocatedTable): boolean {
  const pages: readonly [number, number] = [before.grid.pages.at(-1) ?? 0, table.grid.pages[0] ?? 0];
  return (
    table.template !== null &&
    before.template?.kind === table.template.kind &&
    pages[1] - pages[0] === 1 &&
    before.grid.columns === table.grid.columns &&
    wholeTitle(before.title) === wholeTitle(table.title) &&
    table.notes.length + before.notes.length <= Math.max(table.notes.length, before.notes.length)
  );
}

/** 收入决算表（分单位） and 收入决算表（分科目） are two tables; （续） and a number in brackets only count the parts of one. */
function wholeTitle(title: string): string {
  return labelForm(title).replace(/\((续表?|[一二三四五六七八九十\d]+)\)|续表?$/gu, '');
}

/** A table prints its total once, so two grids that both print one are two tables (分单位 and 分科目 under one name, Zhejiang). */
function printsTotal(grid: Grid, header: number): boolean {
  const totals = rowTemplates().totals.filter((total) => total !== '小计');
  return grid.cells.some((cell) => cell.row >= header && totals.includes(labelForm(cell.text)));
}

/** `null` unless both parts begin with the same header and at most one of them prints the total. */
function joinGrids(first: Grid, second: Grid): Grid | null {
  const header = headerRows(viewOf(second)).first;
  if (
    header === 0 ||
    header !== headerRows(viewOf(first)).first ||
    headText(first, header) !== headText(second, header) ||
    (printsTotal(first, header) && printsTotal(second, header))
  )
    return null;
  const offset = first.rows - header;
  const cells: GridCell[] = second.cells
    .filter((cell) => cell.row >= header)
    .map((cell) => ({ ...cell, row: cell.row + offset }));
  return {
    ...first,
    rows: offset + second.rows,
    cells: [...first.cells, ...cells],
    pages: [...first.pages, ...second.pages],
  };
}

function headText(grid: Grid, rows: number): string {
  return grid.cells
    .filter((cell) => cell.row < rows)
    .map((cell) => `${cell.row}:${cell.column}:${labelForm(cell.text)}`)
    .join('|');
}
