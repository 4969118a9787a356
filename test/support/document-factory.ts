import type { Block, Grid, SourceDocument, TextLine } from '../../src/extract/document.js';

/** A line of text outside every grid. */
export function lineOf(text: string, page = 1): TextLine {
  return { kind: 'line', page, text, box: { left: 50, top: 50, right: 500, bottom: 62 } };
}

/** Blocks in reading order: texts are lines of page 1, grids and lines stay as they are. */
export function blocksOf(...parts: readonly (string | Grid | TextLine)[]): Block[] {
  return parts.map((part) => (typeof part === 'string' ? lineOf(part) : part));
}

/** A document of pages that were read, as many as the blocks stand on. */
export function documentOf(...parts: readonly (string | Grid | TextLine)[]): SourceDocument {
  const blocks = blocksOf(...parts);
  const last = Math.max(1, ...blocks.flatMap((block) => (block.kind === 'grid' ? block.pages : [block.page])));
  const pages = Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    width: 595,
    height: 842,
    condition: 'read' as const,
    reason: null,
    runs: [],
    rules: [],
  }));
  return { file: 'made-up.pdf', sha256: '0'.repeat(64), format: 'pdf', pages, blocks };
}
