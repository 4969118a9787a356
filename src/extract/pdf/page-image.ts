import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GreyImage, PageImage } from '../ocr/image.js';
import { isBilevel, LONGEST_SIDE } from '../ocr/picture.js';
import { lostTexts } from './lost-text.js';
import type { Matrix } from './matrix.js';
import { composed } from './page-image-compose.js';
import { type Drawing, type PaintFont, type PlacedImage, paintsOf } from './page-image-paints.js';
import { type DecodedImage, isDecodedImage } from './page-image-pixels.js';
import { renderPage, UnpaintedError } from './render-page.js';

/** The picture of a page, or why there is none: the page then stays unread, with this reason. */
export type PagePicture =
  | { readonly image: PageImage; readonly reason: null }
  | { readonly image: null; readonly reason: string };

/** Resolution of a page that the program paints. */
const RENDER_DPI = 300;
/** So few glyphs that cannot be painted are a page number or a mark on a scan, not what the page says. */
const FEW_GLYPHS = 12;

/**
 * The picture of a page as a reader sees it, always of the whole page: a pixel is a point times `dpi / 72`, or exactly
 * `width / (width of the page in points)` across and `height / (its height)` down. Where images alone make the page it is the
 * scan itself, its pixels untouched; otherwise the page is painted at 300 dpi. Frees what pdf.js holds of the page.
 */
export async function pageImage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PagePicture> {
  try {
    const viewport = page.getViewport({ scale: 1 });
    const operators = await page.getOperatorList({ annotationMode: 0 });
    const lost = lostTexts(operators);
    if (lost > 0) return without(`${lost} texts of the page are lost, because their font is damaged or missing`);
    const fontOf = (name: string) => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PaintFont) : null);
    const paints = paintsOf(operators, viewport.transform as unknown as Matrix, viewport, fontOf);
    const placed = paints.filter((paint): paint is PlacedImage => paint.kind === 'image');
    const images: { readonly placed: PlacedImage; readonly decoded: DecodedImage }[] = [];
    for (const image of placed) {
      const decoded = await decodedImage(page, image.source);
      if (!decoded) return without('an image of the page is damaged or cut off');
      images.push({ placed: image, decoded });
    }
    if (placed.length === paints.length) {
      const scan = await composed(images, viewport);
      if (scan) return { image: pictured(scan, 'embedded', viewport.width), reason: null };
    }
    const unpaintable = unpaintableGlyphs(paints);
    if (unpaintable) return without(unpaintable);
    const longest = Math.max(viewport.width, viewport.height);
    const scale = Math.min(RENDER_DPI / 72, LONGEST_SIDE / longest);
    return { image: pictured(await renderPage(document, page, scale), 'rendered', viewport.width), reason: null };
  } catch (error) {
    if (error instanceof UnpaintedError) return without(`the page is no scan and cannot be painted: ${error.message}`);
    throw error;
  } finally {
    page.cleanup();
  }
}

function without(reason: string): PagePicture {
  return { image: null, reason };
}

function pictured(grey: GreyImage, source: 'embedded' | 'rendered', pageWidth: number): PageImage {
  const bilevel = source === 'embedded' && isBilevel(grey);
  return { ...grey, dpi: (grey.width / pageWidth) * 72, source, bilevel };
}

/** pdf.js decodes images on their own; it gives `null` for one that cannot be decoded. */
async function decodedImage(page: PDFPageProxy, source: unknown): Promise<DecodedImage | null> {
  const objects = typeof source === 'string' && source.startsWith('g_') ? page.commonObjs : page.objs;
  const decoded: unknown =
    typeof source === 'string' ? await new Promise((resolve) => objects.get(source, resolve)) : source;
  return isDecodedImage(decoded) ? decoded : null;
}

/**
 * A font that the PDF does not bring along cannot be painted here, and where a system has one like it, its glyphs would be
 * chosen by the same character map as the text layer: reading them would prove nothing.
 */
function unpaintableGlyphs(paints: readonly (PlacedImage | Drawing)[]): string | null {
  const fonts = new Map<string, number>();
  for (const paint of paints)
    if (paint.kind === 'drawing')
      for (const [font, glyphs] of paint.unpaintable) fonts.set(font, (fonts.get(font) ?? 0) + glyphs);
  const glyphs = [...fonts.values()].reduce((sum, count) => sum + count, 0);
  if (glyphs <= FEW_GLYPHS && paints.some((paint) => paint.kind === 'image')) return null;
  if (glyphs === 0) return null;
  return `${glyphs} characters are of fonts that are not in the PDF (${[...fonts.keys()].join(', ')}), so the page cannot be painted`;
}
