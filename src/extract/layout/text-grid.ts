import type { Block, Grid, TextLine } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { flowTable } from './text-grid-flow.js';
import { alignedTable } from './text-grid-position.js';
import { type CharacterWidth, characterWidth, isAligned, isLaidOut, wordsOf } from './text-grid-segments.js';
import { isCaption } from './text-grid-tokens.js';

/** A table in the lines that follow a caption; `end` is the index after its last line. */
type TableReader = (following: readonly DumpLine[]) => { readonly grid: Grid; readonly end: number } | null;

/** `width`: that of a dump which aligns columns by blanks, so that the place of a word says something; else `null`. */
function textLines(lines: readonly DumpLine[], width: CharacterWidth | null): TextLine[] {
  return lines.flatMap((line) => {
    const text = line.text.trim();
    if (text === '') return [];
    const words = width === null || line.pageNumber ? {} : { words: wordsOf(line.text, width) };
    return [{ kind: 'line', page: line.page, text, box: null, ...words }];
  });
}

function flowReader(following: readonly DumpLine[]): ReturnType<TableReader> {
  const caption = following.findIndex((line) => isCaption(line.text));
  return flowTable(caption < 0 ? following : following.slice(0, caption));
}

/**
 * Lines and grids of a dump in reading order. Two kinds of dump are told apart by their blanks: columns aligned by
 * blanks (pdftotext -layout), where the position tells the column, and cells separated by single blanks, where only
 * the form of the pieces and the blanks of empty cells do. A page number inside a table follows it as a line.
 */
export function textBlocks(lines: readonly DumpLine[]): Block[] {
  const aligned = isAligned(lines);
  const width = aligned || isLaidOut(lines) ? characterWidth(lines) : null;
  const tableAfter: TableReader =
    aligned && width !== null ? (following) => alignedTable(following, width) : flowReader;
  const blocks: Block[] = [];
  let next = 0;
  for (const [index, line] of lines.entries()) {
    if (index < next) continue;
    blocks.push(...textLines([line], width));
    next = index + 1;
    if (!isCaption(line.text)) continue;
    const found = tableAfter(lines.slice(next));
    if (found === null) continue;
    const taken = lines.slice(next, next + found.end);
    const numbers = taken.filter(({ pageNumber }) => pageNumber);
    blocks.push(width === null ? found.grid : { ...found.grid, lines: textLines(taken, width) });
    blocks.push(...textLines(numbers, width));
    next += found.end;
  }
  return blocks;
}
