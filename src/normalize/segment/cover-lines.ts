import type { Block, TextLine } from '../../extract/document.js';
import { headingNumber } from './headings.js';
import { isTitle, unnumberedLevel } from './titles.js';

/** A cover has few lines; a page with more is text. */
const MOST_LINES = 14;

/**
 * The lines of the cover: what stands before the contents list or, without a list, the first page when it holds few lines, no table,
 * no heading and no sentence. Empty for a report that begins with its text (泉州 2023) or with a table (江苏 人大 2019).
 */
export function coverLines(blocks: readonly Block[], contents: ReadonlySet<TextLine>): ReadonlySet<TextLine> {
  const first = blocks.findIndex((block) => block.kind === 'line' && contents.has(block));
  const candidates = first >= 0 ? blocks.slice(0, first) : firstPage(blocks);
  const cover: TextLine[] = [];
  for (const block of candidates) {
    if (block.kind === 'grid') return new Set();
    if (/[。；]/u.test(block.text)) break;
    const number = headingNumber(block.text);
    // 附件1 above the title of a cover is no heading of the report.
    if (number && number.ordinal !== null && !number.number.startsWith('附') && isTitle(number.rest, number.level))
      break;
    if (number === null && cover.length > 0 && unnumberedLevel(block.text) !== null && !/决算|预算/u.test(block.text))
      break;
    cover.push(block);
  }
  return cover.length > MOST_LINES || (first < 0 && cover.length < candidates.length) ? new Set() : new Set(cover);
}

function firstPage(blocks: readonly Block[]): Block[] {
  const page = blocks[0]?.kind === 'grid' ? blocks[0].pages[0] : blocks[0]?.page;
  return blocks.filter((block) => (block.kind === 'grid' ? block.pages[0] : block.page) === page);
}
