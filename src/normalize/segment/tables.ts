import type { Block, Grid, TextLine } from '../../extract/document.js';
import { findUnit, type Unit } from '../figures/unit.js';
import type { StatementTemplate } from '../statements/templates.js';
import { templateByTitle } from '../statements/title.js';
import { labelForm } from '../text/full-width.js';
import { headingNumber } from './headings.js';
import { isTableFurniture } from './table-furniture.js';

/** A grid of the document with the lines around it that belong to it. */
export interface LocatedTable {
  readonly grid: Grid;
  /** The title as printed, '' when none stands above the grid. */
  readonly title: string;
  /** The form that the title names. */
  readonly template: StatementTemplate | null;
  readonly unit: Unit | null;
  readonly notes: readonly string[];
}

/** How many lines above a grid may hold its title and unit line. */
const ABOVE = 10;
/** How many lines below a grid may belong to its notes. */
const BELOW = 8;
const NOTE = /^(注|说明|备注|附注)\s*[:：.、]?/;

/**
 * Finds for each grid its title, unit and notes. The title is the nearest line above that names a form, never one of the
 * contents list and never a number or a position; it may be broken over two lines, or stand inside the grid as a row of its own.
 */
export function locateTables(
  blocks: readonly Block[],
  contents: ReadonlySet<TextLine>,
  running: ReadonlySet<TextLine>,
): LocatedTable[] {
  const tables: LocatedTable[] = [];
  const aside = new Set([...contents, ...running]);
  blocks.forEach((block, index) => {
    if (block.kind !== 'grid') return;
    const above = linesBefore(blocks, index, aside);
    const inside = titleInside(block);
    const found = inside ?? titleAbove(above);
    const unit = above.map((line) => findUnit(line.text)).findLast((one) => one !== null) ?? unitInside(block);
    tables.push({
      grid: inside ? withoutFirstRow(block) : block,
      title: found?.title ?? fallbackTitle(above),
      template: found?.template ?? null,
      unit,
      notes: notesBelow(blocks, index, aside),
    });
  });
  return tables;
}

/** The lines between the grid before and this one, on the grid's first page or the end of the page before, nearest last. */
function linesBefore(blocks: readonly Block[], index: number, aside: ReadonlySet<TextLine>): TextLine[] {
  const grid = blocks[index];
  const firstPage = grid?.kind === 'grid' ? (grid.pages[0] ?? 1) : 1;
  const lines: TextLine[] = [];
  for (let i = index - 1; i >= 0 && lines.length < ABOVE; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'grid' || block.page < firstPage - 1) break;
    if (aside.has(block)) continue;
    lines.unshift(block);
  }
  return lines;
}

interface FoundTitle {
  readonly title: string;
  readonly template: StatementTemplate;
}

function titleAbove(lines: readonly TextLine[]): FoundTitle | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]?.text.trim() ?? '';
    if (isTableFurniture(line)) continue;
    const before = lines[i - 1]?.text.trim() ?? '';
    // A broken title first: its second line may name a form by itself (…“三公”经费、会议费、培训费 / 支出预算表, Jiangsu 2018).
    const whole = beginsTitle(before) ? templateByTitle(`${before}${line}`) : null;
    const alone = templateByTitle(line);
    // Where the line says the same alone, what stands above it is no part of the title (a cover line, the name of the body).
    if (alone && (whole === null || whole.kind === alone.kind)) return { title: line, template: alone };
    if (whole) return { title: `${before}${line}`, template: whole };
  }
  return null;
}

/**
 * Whether a line can be the first half of a title: words, but no sentence or note (the prose and the empty-table notes of
 * Shanghai budgets end right above a title), no label 公开07表, no 第二部分, no whole title
 * (七、 with the title's own words, then the title: Quanzhou) and no page number.
 */
function beginsTitle(line: string): boolean {
  return (
    /\p{Script=Han}/u.test(line) &&
    !/[。；！？!?]/.test(line) &&
    !NOTE.test(line) &&
    !isTableFurniture(line) &&
    headingNumber(line)?.level !== 1 &&
    templateByTitle(line) === null
  );
}

/** Spreadsheet producers put the title into the first row of the grid, over all columns. */
function titleInside(grid: Grid): FoundTitle | null {
  const first = grid.cells.find((cell) => cell.row === 0);
  if (!first || first.columnSpan !== grid.columns || first.rowSpan !== 1 || first.text.includes('|')) return null;
  const template = templateByTitle(first.text);
  return template ? { title: first.text, template } : null;
}

function withoutFirstRow(grid: Grid): Grid {
  return {
    ...grid,
    rows: grid.rows - 1,
    cells: grid.cells.filter((cell) => cell.row > 0).map((cell) => ({ ...cell, row: cell.row - 1 })),
  };
}

function unitInside(grid: Grid): Unit | null {
  for (const cell of grid.cells) {
    if (cell.row > 3) return null;
    const unit = findUnit(cell.text);
    if (unit) return unit;
  }
  return null;
}

/** The title of a table that no form knows: the nearest line above that is neither a unit line nor the body's name. */
function fallbackTitle(lines: readonly TextLine[]): string {
  const line = lines.findLast((one) => {
    const form = labelForm(one.text);
    return form !== '' && !/单位:|^(部门|编制部门|编制单位|预算单位|单位)[:：]/.test(form) && !/^[-\d]+$/.test(form);
  });
  const text = line?.text.trim() ?? '';
  return text.length <= 60 ? text : '';
}

function notesBelow(blocks: readonly Block[], index: number, aside: ReadonlySet<TextLine>): string[] {
  const notes: string[] = [];
  const lastPage = lastPageOf(blocks[index]);
  for (let i = index + 1; i < blocks.length && i <= index + BELOW; i++) {
    const block = blocks[i];
    if (!block || block.kind === 'grid' || block.page > lastPage + 1) break;
    const text = block.text.trim();
    const form = labelForm(text);
    if (form === '' || aside.has(block)) continue;
    if (notes.length === 0 && !NOTE.test(text)) break;
    if (notes.length > 0 && (templateByTitle(text) !== null || /^(第.{1,3}部分|[一二三四五六七八九十]+、)/.test(form)))
      break;
    notes.push(text);
  }
  return notes;
}

function lastPageOf(block: Block | undefined): number {
  return block?.kind === 'grid' ? (block.pages.at(-1) ?? 1) : 1;
}
