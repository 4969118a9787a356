import { expect, test } from 'vitest';
import { readPdf } from '../../src/extract/pdf/read-pdf.js';
import { HEAD, ROWS, statementIn, TABLE_STYLES } from '../support/table-styles.js';

test.each(TABLE_STYLES)('a statement in a PDF, %s: every cell in its place', async (style) => {
  const { document } = await readPdf(await statementIn(style), 'statement.pdf', 'hash');
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
  expect(grids).toHaveLength(1);
  const rows = Array.from({ length: grids[0]?.rows ?? 0 }, (_, row) =>
    HEAD.map((_, column) => grids[0]?.cells.find((cell) => cell.row === row && cell.column === column)?.text),
  );
  expect(rows).toEqual([HEAD, ...ROWS].map((row) => [...row]));
});
