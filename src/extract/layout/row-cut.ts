import type { LayoutCell, LayoutGrid } from './layout-grid.js';

/** A label that begins an entry of its own: 一、 （一） 1. 其中： and totals. Such a cell is never the end of the one above. */
const BEGINS_ENTRY =
  /^(\s*[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+\s*[.、．]|其中|合\s*计|总\s*计|[本当上年收支]{1,2}年|\d{3,7}$)/;
const DIGIT_START = /^[-－−]?[\d０-９]/;

/**
 * Mends a row that a page break cuts: the first row of the next part holds only the ends of cells whose beginnings stand
 * in the last row of the part before, filling their cells ("十七、国土海洋气象等支" | "出"; Jiangsu 2018). Also drops an empty
 * strip that some producers draw at the cut. Such a cell keeps both places.
 */
export function joinRowCut(
  first: LayoutGrid,
  second: readonly LayoutCell[],
): { readonly upper: readonly LayoutCell[]; readonly lower: readonly LayoutCell[]; readonly rowsTaken: number } {
  const strip = second.filter((cell) => cell.row === 0);
  const printed = strip.filter((cell) => cell.text !== '');
  const lastRow = first.rows - 1;
  const tail = first.cells.filter((cell) => cell.row + cell.rowSpan - 1 === lastRow);
  const goesOn = (cell: LayoutCell): LayoutCell | undefined =>
    tail.find(
      (above) =>
        above.column === cell.column && above.columnSpan === cell.columnSpan && above.filled && above.text !== '',
    );
  const cut =
    printed.length > 0 &&
    strip.every((cell) => cell.rowSpan === 1) &&
    printed.every(
      (cell) => !BEGINS_ENTRY.test(cell.text) && !DIGIT_START.test(cell.text) && goesOn(cell) !== undefined,
    );
  if (!cut) return { upper: first.cells, lower: second, rowsTaken: 0 };
  const ends = new Map(printed.map((cell) => [goesOn(cell), cell]));
  const upper = first.cells.map((cell) => {
    const end = ends.get(cell);
    return end ? { ...cell, text: cell.text + end.text, places: [...cell.places, ...end.places] } : cell;
  });
  return { upper, lower: second.filter((cell) => cell.row > 0), rowsTaken: 1 };
}
