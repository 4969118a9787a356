import type { Block, Grid, GridCell, SourceDocument } from '../../extract/document.js';
import type { Edit } from '../printed.js';
import { codesOfTree } from './code-tree.js';
import { withOrdinals } from './ordinals.js';
import { withoutLoneQuote, withPairedQuotes } from './paired-quotes.js';
import { cleanedProse } from './scanned-prose.js';
import { codeByName, codeDigits, namesOfCode } from './snap-codes.js';
import { snappedLabel, snappedName, snappedTitle } from './snap-label.js';
import { splitCodes } from './split-codes.js';

const HAN = /\p{Script=Han}/u;

/**
 * The document with the words of its scanned tables as the forms and the catalogue print them, where what was read is near to exactly
 * one of them; code and name support each other. What was read stays in `readings`. Digital pages are not touched: what they
 * print is known.
 */
export function withSnappedWords(document: SourceDocument): SourceDocument {
  const scanned = new Set(document.pages.flatMap((page) => (page.ocr === undefined ? [] : [page.number])));
  if (scanned.size === 0) return document;
  let quoteOpen = false;
  return {
    ...document,
    blocks: document.blocks.map((block, index): Block => {
      if (block.kind === 'grid') return snappedGrid(block);
      const before = document.blocks[index - 1];
      // A mark that was not seen must not turn all that follow: quotations end with the sentence.
      if (before?.kind !== 'line' || /[。！？；]\s*$/u.test(before.text)) quoteOpen = false;
      if (!scanned.has(block.page)) return block;
      const after = document.blocks[index + 1];
      const cleaned = cleanedProse(block.text, after?.kind === 'line' ? after.text : '', quoteOpen);
      quoteOpen = cleaned.quoteOpen;
      return { ...block, text: snappedTitle(cleaned.text) ?? cleaned.text };
    }),
  };
}

function snappedGrid(grid: Grid): Grid {
  const codes = codeColumns(grid);
  const cells = new Map(codesOfTree(grid, codes));
  for (let row = 0; row < grid.rows; row++) {
    const inRow = grid.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    inRow.forEach((cell, index) => {
      if (cell.readings === undefined || cell.text === '' || cells.has(cell)) return;
      const paired = HAN.test(cell.text)
        ? { ...cell, text: withPairedQuotes(withoutLoneQuote(cell.text), false).text }
        : cell;
      const left = inRow[index - 1];
      const text = HAN.test(cell.text) ? wordsOf(paired, left, codes, cells) : codeOf(cell, codes);
      if (text !== null || paired.text !== cell.text) cells.set(cell, text ?? paired.text);
    });
  }
  const textOf = (cell: GridCell): string => cells.get(cell) ?? cell.text;
  for (const [cell, part] of splitCodes(grid, textOf)) cells.set(cell, part);
  for (const [cell, label] of withOrdinals(grid, textOf)) cells.set(cell, label);
  if (cells.size === 0) return grid;
  return { ...grid, cells: grid.cells.map((cell) => ({ ...cell, text: cells.get(cell) ?? cell.text })) };
}

/** Columns of codes: most of what is printed there without words is one. Amounts stand to the left of names too (收入支出决算总表). */
function codeColumns(grid: Grid): ReadonlySet<number> {
  const balance = new Map<number, number>();
  for (const { column, text } of grid.cells) {
    if (text === '' || HAN.test(text)) continue;
    const code = codeDigits(text);
    balance.set(column, (balance.get(column) ?? 0) + (code !== null && namesOfCode(code).length > 0 ? 1 : -1));
  }
  return new Set([...balance].flatMap(([column, known]) => (known > 0 ? [column] : [])));
}

/** A code of one cell whose digits were read as letters. A blank alone is left there: 2 31 may be an amount that lost its point. */
function codeOf(cell: GridCell, codes: ReadonlySet<number>): string | null {
  const digits = codes.has(cell.column) && /[\p{L}|]/u.test(cell.text) ? codeDigits(cell.text) : null;
  return digits === null || namesOfCode(digits).length === 0 ? null : digits;
}

/** The words of a cell, by the code to its left where there is one. May correct that code in a column of codes. */
function wordsOf(
  cell: GridCell,
  left: GridCell | undefined,
  codes: ReadonlySet<number>,
  corrected: Map<GridCell, string>,
): string | null {
  const confidence = cell.confidence ?? 0;
  const isCode = left?.readings !== undefined && codes.has(left.column);
  const code = isCode ? codeDigits(corrected.get(left) ?? left.text) : null;
  if (left === undefined || code === null) return snappedLabel(cell.text, confidence);
  const names = namesOfCode(code);
  const name = names.length === 0 ? null : snappedName(cell.text, names, confidence);
  if (name !== null || names.length > 0) return name ?? snappedLabel(cell.text, confidence);
  const other = codeByName(code, snappedLabel(cell.text, confidence) ?? cell.text);
  if (other !== null) corrected.set(left, other);
  return snappedLabel(cell.text, confidence);
}

/** What was changed in cells that were read from a picture, by name: the engine's reading and what stands there now. */
export function snapEdits(cells: readonly GridCell[]): Edit[] {
  return cells.flatMap(({ text, readings }) => {
    const read = readings?.[0]?.text;
    return read === undefined || read === text ? [] : [{ rule: 'snap', from: read, to: text }];
  });
}
