import type { Block, Grid, TextLine } from '../../../src/extract/document.js';

/** Lines of a text dump, one a row; a row `--- 2` begins page 2, a row `[table]` is a grid. */
export function dump(text: string): Block[] {
  const blocks: Block[] = [];
  let page = 1;
  for (const row of text.split('\n')) {
    const turned = /^\s*--- (\d+)$/u.exec(row);
    if (turned) page = Number(turned[1]);
    else if (row.trim() === '[table]') blocks.push(grid(page));
    else if (row.trim() !== '') blocks.push({ kind: 'line', page, text: row.trim(), box: null });
  }
  return blocks;
}

/** A line of a PDF page: `left` and the width of its characters in points, 12 points a Chinese character. */
export function printed(page: number, top: number, left: number, text: string): TextLine {
  const width = [...text].reduce((sum, character) => sum + (character <= '~' ? 6 : 12), 0);
  return { kind: 'line', page, text, box: { left, top, right: left + width, bottom: top + 12 } };
}

export function grid(page: number, rows: readonly (readonly string[])[] = [['']]): Grid {
  return {
    kind: 'grid',
    method: 'ruled',
    rows: rows.length,
    columns: Math.max(...rows.map((row) => row.length)),
    cells: rows.flatMap((row, at) =>
      row.map((text, column) => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        places: [{ page, box: null }],
        confidence: null,
      })),
    ),
    pages: [page],
    top: 0,
  };
}

export const texts = (lines: Iterable<TextLine>): string[] => [...lines].map((line) => line.text);
