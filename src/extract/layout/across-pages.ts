import type { LayoutCell, LayoutGrid } from './layout-grid.js';
import { isLayoutGrid, type LayoutLine, type PageLayout } from './page-layout.js';
import { misreadCharacters } from './read-alike.js';
import { repeatedHeaderRows } from './repeated-header.js';
import { joinRowCut } from './row-cut.js';
import { runningLines } from './running-lines.js';

/** Column borders of two pages agree when they stand this near, in points. */
const SAME_COLUMN = 4;
/** … or this near, where both pages have the same number of columns. */
const FITTED_COLUMN = 15;
/**
 * Joins the parts of tables that run over pages: a grid that is the last thing on one page and a grid that is the first
 * on the next are one table when their columns stand at the same places. The second part may repeat the header (dropped),
 * have no header, or have fewer columns (a page that holds only the total row, code and label in one cell).
 */
export function joinAcrossPages(
  pages: readonly PageLayout[],
): ((LayoutLine & { readonly page: number }) | LayoutGrid)[] {
  const joined: ((LayoutLine & { readonly page: number }) | LayoutGrid)[] = [];
  const running = runningLines(pages);
  let open: { readonly index: number; readonly grid: LayoutGrid } | null = null;
  for (const page of pages) {
    if (page.unread) open = null;
    const content = page.items.filter((item) => isLayoutGrid(item) || !running.has(item));
    for (const item of page.items) {
      if (!isLayoutGrid(item)) {
        joined.push({ ...item, page: page.page });
        continue;
      }
      const whole: LayoutGrid | null = open && content[0] === item ? joinGrids(open.grid, item) : null;
      if (whole && open) {
        joined[open.index] = whole;
        open = { index: open.index, grid: whole };
      } else {
        joined.push(item);
        open = { index: joined.length - 1, grid: item };
      }
    }
    const last = content.at(-1);
    // A page without any content (a blank page between two parts) does not end a table; a page that ends in prose does.
    if (last && !isLayoutGrid(last)) open = null;
  }
  return joined;
}

/** The two parts as one grid, or `null` when their columns do not agree. */
function joinGrids(first: LayoutGrid, second: LayoutGrid): LayoutGrid | null {
  const columns =
    first.stretches && second.stretches
      ? matchStretches(first.stretches, second.stretches)
      : matchColumns(first.columnEdges, second.columnEdges);
  if (!columns || hasOwnTitle(first, second) || hasOwnHeader(first, second)) return null;
  const moved = second.cells.map((cell) => {
    const from = columns[cell.column] ?? 0;
    const to = columns[cell.column + cell.columnSpan] ?? first.columnEdges.length - 1;
    return { ...cell, column: from, columnSpan: Math.max(1, to - from) };
  });
  const header = repeatedHeaderRows(first, moved, second.rows);
  const kept = moved.filter((cell) => cell.row >= header).map((cell) => ({ ...cell, row: cell.row - header }));
  const { upper, lower, rowsTaken } = joinRowCut(first, kept);
  const offset = first.rows - rowsTaken;
  return {
    method: first.method,
    rows: first.rows + second.rows - header - rowsTaken,
    columnEdges: first.columnEdges,
    stretches: first.stretches,
    cells: [...upper, ...lower.map((cell) => ({ ...cell, row: cell.row + offset }))],
    pages: [...first.pages, ...second.pages],
    box: first.box,
    lastBox: second.lastBox,
  };
}

/** Spreadsheets print the title as a row over all columns: another title is another table, even with the same columns. */
function hasOwnTitle(first: LayoutGrid, second: LayoutGrid): boolean {
  const [title, before] = [titleRow(second), titleRow(first)];
  if (title === null || before === null) return title !== null;
  // 基本支出决算表 and 项目支出决算表 differ by two characters, and a title that lacks one is another: no more than one may be misread.
  const sameLength = title.text.replace(/\s/g, '').length === before.text.replace(/\s/g, '').length;
  const misread = misreadCharacters(before, title);
  return misread === null || misread > (sameLength ? 1 : 0);
}

/** A first row of several words without a digit, which the table before does not have, heads another table whose title was not seen. */
function hasOwnHeader(first: LayoutGrid, second: LayoutGrid): boolean {
  const words = second.cells.filter((cell) => cell.row === 0 && cell.text !== '');
  if (words.length < 3 || words.some(({ text }) => /\d/.test(text))) return false;
  const known = new Set(first.cells.map((cell) => cell.text.replace(/\s/g, '')));
  const isKnown = (word: LayoutCell): boolean =>
    known.has(word.text.replace(/\s/g, '')) ||
    (word.readings !== undefined &&
      first.cells.some((cell) => cell.column === word.column && misreadCharacters(cell, word) !== null));
  return !words.some(isKnown);
}

function titleRow(grid: LayoutGrid): LayoutCell | null {
  const cell = grid.cells.find(({ row }) => row === 0);
  const spans = cell !== undefined && grid.columnEdges.length > 3 && cell.columnSpan === grid.columnEdges.length - 1;
  return spans && cell.text.replace(/\s/g, '').endsWith('表') ? cell : null;
}

/** For each border of the second part its number among those of the first; `null` when some border fits none, or the sides differ. */
function matchColumns(first: readonly number[], second: readonly number[]): number[] | null {
  const shift = (second[0] ?? 0) - (first[0] ?? 0);
  // The whole table may stand elsewhere on the next page (other margins); then all borders are moved alike.
  for (const by of [0, shift]) {
    const matched: number[] = [];
    for (const edge of second) {
      const index = first.findIndex((other) => Math.abs(other + by - edge) <= SAME_COLUMN);
      if (index < 0 || matched.includes(index)) break;
      matched.push(index);
    }
    if (matched.length === second.length && matched[0] === 0 && matched.at(-1) === first.length - 1) return matched;
  }
  // As many columns, each a little wider or narrower: the producer fitted them to the text of each page.
  const fitted = (edge: number, index: number): boolean =>
    Math.abs((first[index] ?? 0) + shift - edge) <= FITTED_COLUMN;
  return first.length === second.length && first.length > 3 && second.every(fitted) ? [...second.keys()] : null;
}

/** Numbers of one column end, or are centred, at places this near on both pages, in points. */
const SAME_STRETCH = 14;

/**
 * The columns of an unruled table go on in the same order. Labels of other lengths move the gutters, so the columns of numbers
 * decide: each must continue one of the first part, in order. Columns of words go to what lies
 * between (a page that holds only the total row has one column of words for code and label). `null` when the places differ.
 */
function matchStretches(
  first: NonNullable<LayoutGrid['stretches']>,
  second: NonNullable<LayoutGrid['stretches']>,
): number[] | null {
  const numbers = [...first.keys()].filter((index) => first[index]?.numeric);
  const matched: number[] = [];
  let next = 0;
  for (const [index, column] of second.entries()) {
    const found = numbers.find((at) => at >= next && sameStretch(first[at], column));
    if (column.numeric && found === undefined) return null;
    const at = found !== undefined && column.numeric ? found : second.length === first.length ? index : next;
    if (at >= first.length || (matched.length > 0 && at <= (matched.at(-1) ?? 0))) return null;
    matched.push(at);
    next = at + 1;
  }
  const count = (columns: typeof first): number => columns.filter((column) => column.numeric).length;
  // A column that is blank on the whole page leaves no trace there.
  return count(second) <= count(first) ? [...matched, first.length] : null;
}

function sameStretch(
  first: { readonly left: number; readonly right: number } | undefined,
  second: { readonly left: number; readonly right: number },
): boolean {
  if (!first) return false;
  const centres = Math.abs(second.left + second.right - first.left - first.right) / 2;
  return Math.min(centres, Math.abs(second.right - first.right)) <= SAME_STRETCH;
}
