import { createHash } from 'node:crypto';
import type { Page, SourceDocument } from '../document.js';
import { textBlocks } from '../layout/text-grid.js';
import { decodeTextDump } from './decode.js';
import { type DumpLine, pagesOfDump } from './pages.js';

/** A page of a dump: no size, no runs, no rules; only its number and whether anything stands on it. */
function pageOf(lines: readonly DumpLine[], index: number): Page {
  const blank = lines.every((line) => line.text.trim() === '');
  return {
    number: index + 1,
    width: 0,
    height: 0,
    condition: blank ? 'blank' : 'read',
    reason: blank ? 'nothing is printed on the page' : null,
    runs: [],
    rules: [],
  };
}

/**
 * Reads a plain-text dump of a report (made by a PDF-to-text tool, with or without alignment by blanks).
 * Blocks are lines and grids in reading order, every one with its page; there are no boxes.
 *
 * @throws EmptyFileError, UnknownFormatError see `decodeTextDump`
 */
export function readTextDump(bytes: Uint8Array, file: string): SourceDocument {
  const pages = pagesOfDump(decodeTextDump(bytes, file));
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: 'text',
    pages: pages.map(pageOf),
    blocks: textBlocks(pages.flat()),
  };
}
