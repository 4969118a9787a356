import type { Block, Grid, TextLine } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { flowTable } from './text-grid-flow.js';
import { alignedTable } from './text-grid-position.js';
import { characterWidth, isAligned } from './text-grid-segments.js';
import { isCaption } from './text-grid-tokens.js';

/** A table in the lines that follow a caption; `end` is the index after its last line. */
type TableReader = (following: readonly DumpLine[]) => { readonly grid: Grid; readonly end: number } | null;

function textLines(lines: readonly DumpLine[]): TextLine[] {
  return lines.flatMap((line) => {
    const text = line.text.trim();
    return text === '' ? [] : [{ kind: 'line', page: line.page, text, box: null }];
  });
}

function flowReader(following: readonly DumpLine[]): ReturnType<TableReader> {
  const caption = following.findIndex((line) => isCaption(line.text));
  return flowTable(caption < 0 ? following : following.slice(0, caption));
}

function readerFor(lines: readonly DumpLine[]): TableReader {
  if (!isAligned(lines)) return flowReader;
  const width = characterWidth(lines);
  return (following) => alignedTable(following, width);
}

/**
 * Lines and grids of a dump in reading order. Two kinds of dump are told apart by their blanks: columns aligned by
 * blanks (pdftotext -layout), where the position tells the column, and cells separated by single blanks, where only
 * the form of the pieces and the blanks of empty cells do. A page number inside a table follows it as a line.
 */
export function textBlocks(lines: readonly DumpLine[]): Block[] {
  const tableAfter = readerFor(lines);
  const blocks: Block[] = [];
  let next = 0;
  for (const [index, line] of lines.entries()) {
    if (index < next) continue;
    blocks.push(...textLines([line]));
    next = index + 1;
    if (!isCaption(line.text)) continue;
    const found = tableAfter(lines.slice(next));
    if (found === null) continue;
    blocks.push(found.grid, ...textLines(lines.slice(next, next + found.end).filter((other) => other.pageNumber)));
    next += found.end;
  }
  return blocks;
}
