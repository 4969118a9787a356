import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMaterial } from '../assemble.js';
import { mergeRules } from '../layout/merge-rules.js';
import type { Box } from '../place.js';
import type { FontFacts } from './graphics-state.js';
import { interpret } from './interpret.js';
import type { Matrix } from './matrix.js';
import { openPage } from './open.js';
import type { PageContent } from './page-content.js';
import { beyondLimits, checkPageSize } from './page-limits.js';
import { pageCondition } from './readable.js';
import { runsOf } from './text-layer.js';
import { readerBox, uprightContent } from './upright.js';

/** What the text layer and the drawing of one page give. */
export async function digitalPage(document: PDFDocumentProxy, number: number, file: string): Promise<PageMaterial> {
  const content = await pageContent(document, number, file);
  const beyond = beyondLimits(content);
  if (beyond !== null) return unlaid(content, beyond);
  const { condition, reason } = pageCondition(content);
  const { content: upright, turn } = uprightContent(content);
  const { width, height } = content;
  const rules = mergeRules(upright.strokes);
  return {
    number,
    width,
    height,
    condition,
    reason,
    runs: runsOf(upright.glyphs),
    rules,
    readerRules: turn === 0 ? rules : mergeRules(content.strokes),
    toReader: (box) => readerBox(box, turn, { width, height }),
  };
}

/** A page that stays unread unless its picture is read. */
function unlaid({ number, width, height }: PageContent, reason: string): PageMaterial {
  const nothing = { runs: [], rules: [], readerRules: [], toReader: (box: Box) => box };
  return { number, width, height, condition: 'needs-ocr', reason, ...nothing };
}

async function pageContent(document: PDFDocumentProxy, number: number, file: string): Promise<PageContent> {
  const { page, operators } = await openPage(document, number, file);
  try {
    const viewport = page.getViewport({ scale: 1 });
    checkPageSize(viewport, number, file);
    const fonts = new Map<string, FontFacts | null>();
    const fontOf = (name: string): FontFacts | null => {
      let font = fonts.get(name);
      if (font === undefined) {
        font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontFacts) : null;
        fonts.set(name, font);
      }
      return font;
    };
    return interpret(
      { number, width: viewport.width, height: viewport.height },
      operators,
      viewport.transform as unknown as Matrix,
      fontOf,
    );
  } finally {
    page.cleanup();
  }
}
