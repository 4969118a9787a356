import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Page, SourceDocument } from '../document.js';
import { joinAcrossPages } from '../layout/across-pages.js';
import type { LayoutCell } from '../layout/layout-grid.js';
import { mergeRules } from '../layout/merge-rules.js';
import { isLayoutGrid, layOutPage, type PageLayout } from '../layout/page-layout.js';
import type { Place } from '../place.js';
import type { FontFacts } from './graphics-state.js';
import { interpret } from './interpret.js';
import type { Matrix } from './matrix.js';
import { openPage, openPdf } from './open.js';
import type { PageContent, Turn } from './page-content.js';
import { pageCondition } from './readable.js';
import { runsOf } from './text-layer.js';
import { readerBox, uprightContent } from './upright.js';

/** What the pages of a PDF print: text with places, rules, lines and tables. Knows nothing of accounting. */
export async function readPdf(bytes: Uint8Array, file: string, sha256: string): Promise<SourceDocument> {
  const document = await openPdf(bytes, file);
  try {
    const pages: Page[] = [];
    const layouts: PageLayout[] = [];
    const turns = new Map<number, { readonly turn: Turn; readonly width: number; readonly height: number }>();
    for (let number = 1; number <= document.numPages; number++) {
      const content = await pageContent(document, number, file);
      const { condition, reason } = pageCondition(content);
      const { content: upright, turn } = uprightContent(content);
      const runs = runsOf(upright.glyphs);
      const rules = mergeRules(upright.strokes);
      const back = { turn, width: content.width, height: content.height };
      turns.set(number, back);
      pages.push({
        number,
        width: content.width,
        height: content.height,
        condition,
        reason,
        runs: runs.map((run) => ({
          text: run.text,
          box: readerBox(run.box, turn, back),
          origin: 'text-layer',
          confidence: null,
        })),
        rules: turn === 0 ? rules : mergeRules(content.strokes),
      });
      // The text of a page that cannot be trusted goes no further: nothing of it may become a number.
      layouts.push(
        condition === 'read'
          ? layOutPage(number, runs, rules)
          : { page: number, items: [], unread: condition === 'needs-ocr' },
      );
    }
    const toReader = (place: Place): Place => {
      const back = turns.get(place.page);
      return place.box && back ? { page: place.page, box: readerBox(place.box, back.turn, back) } : place;
    };
    const blocks = joinAcrossPages(layouts).map((item): Block => {
      if (!isLayoutGrid(item)) return { kind: 'line', page: item.page, text: item.text, box: toReader(item).box };
      return {
        kind: 'grid',
        method: item.method,
        rows: item.rows,
        columns: item.columnEdges.length - 1,
        cells: item.cells.map((cell) => finished(cell, toReader)),
        pages: item.pages,
        top: item.box.top,
      };
    });
    return { file, sha256, format: 'pdf', pages, blocks };
  } finally {
    await document.destroy();
  }
}

function finished({ filled: _, ...cell }: LayoutCell, toReader: (place: Place) => Place): Omit<LayoutCell, 'filled'> {
  return { ...cell, places: cell.places.map(toReader) };
}

async function pageContent(document: PDFDocumentProxy, number: number, file: string): Promise<PageContent> {
  const { page, operators } = await openPage(document, number, file);
  try {
    const viewport = page.getViewport({ scale: 1 });
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
