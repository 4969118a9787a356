import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PageMaterial, withoutRuns } from '../assemble.js';
import { mergeRules } from '../layout/merge-rules.js';
import { type FontWords, fontWords } from './font-words.js';
import type { FontFacts } from './graphics-state.js';
import { interpret, type OperatorList } from './interpret.js';
import type { Matrix } from './matrix.js';
import { openPage } from './open.js';
import type { PageContent } from './page-content.js';
import { type PaintFont, paintsOf } from './page-image-paints.js';
import { beyondLimits, checkPageSize } from './page-limits.js';
import { pageCondition } from './readable.js';
import { runsOf } from './text-layer.js';
import { unreadPictures } from './unread-pictures.js';
import { readerBox, uprightContent } from './upright.js';

/** Images that cover so much of a page may hide its text: scanners lay what they read under the picture, invisible or painted before it. */
const HIDING_COVER = 0.9;

/** What the text layer and the drawing of one page give, and what its fonts say. */
export async function digitalPage(
  document: PDFDocumentProxy,
  number: number,
  file: string,
): Promise<{ readonly material: PageMaterial; readonly fonts: ReadonlyMap<string, FontWords> }> {
  const content = await pageContent(document, number, file);
  const beyond = beyondLimits(content);
  if (beyond !== null) return { material: withoutRuns(content, beyond), fonts: new Map() };
  const { condition, reason } = pageCondition(content);
  const { content: upright, turn } = uprightContent(content);
  const { width, height } = content;
  const rules = mergeRules(upright.strokes);
  const material: PageMaterial = {
    number,
    width,
    height,
    condition,
    reason,
    runs: runsOf(upright.glyphs),
    rules,
    readerRules: turn === 0 ? rules : mergeRules(content.strokes),
    toReader: (box) => readerBox(box, turn, { width, height }),
    turn,
    unreadPictures: unreadPictures(content),
  };
  return { material, fonts: fontWords(content) };
}

async function pageContent(document: PDFDocumentProxy, number: number, file: string): Promise<PageContent> {
  const { page, operators } = await openPage(document, number, file);
  try {
    const viewport = page.getViewport({ scale: 1 });
    checkPageSize(viewport, number, file);
    const fonts = new Map<string, (FontFacts & PaintFont) | null>();
    const fontOf = (name: string): (FontFacts & PaintFont) | null => {
      let font = fonts.get(name);
      if (font === undefined) {
        font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontFacts & PaintFont) : null;
        fonts.set(name, font);
      }
      return font;
    };
    const { width, height } = viewport;
    const transform = viewport.transform as unknown as Matrix;
    const content = interpret({ number, width, height }, operators, transform, fontOf);
    const hidesText = content.imageCover > HIDING_COVER && content.glyphs.length > 0;
    return hidesText ? withoutHidden(content, operators, transform, fontOf) : content;
  } finally {
    page.cleanup();
  }
}

/** The page without the glyphs that an opaque image over the whole page hides. */
function withoutHidden(
  content: PageContent,
  operators: OperatorList,
  viewport: Matrix,
  fontOf: (name: string) => PaintFont | null,
): PageContent {
  const paints = paintsOf(operators, viewport, content, fontOf);
  const seen = new Set(paints.flatMap((paint) => (paint.kind === 'drawing' ? [paint.operator] : [])));
  return { ...content, glyphs: content.glyphs.filter(({ operator }) => seen.has(operator)) };
}
