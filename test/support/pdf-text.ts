import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as pdf.js gives it, with its matrix on the page as a reader sees it (a, b, c, d, x, y from the top). */
export interface TextPiece {
  readonly text: string;
  readonly matrix: readonly number[];
}

/** Opens a PDF with pdf.js, hands it to `use`, and closes it. */
export async function withPdf<T>(bytes: Uint8Array, use: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // pdf.js takes the buffer over, so it gets a copy.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The text pieces of one page, in the order of the file, empty ones left out. */
export async function textPieces(page: PDFPageProxy): Promise<TextPiece[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [{ text: item.str, matrix: product(transform, item.transform) }] : [],
  );
}

/** Text of the given pages (from 1), one string a page, without blanks. */
export function pageTexts(bytes: Uint8Array, pages: readonly number[]): Promise<string[]> {
  return withPdf(bytes, async (document) => {
    const texts: string[] = [];
    for (const number of pages) {
      const pieces = await textPieces(await document.getPage(number));
      texts.push(
        pieces
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, ''),
      );
    }
    return texts;
  });
}

/** How often a page paints a path (fills or strokes one); clip paths do not count. */
export async function paintedPaths(page: PDFPageProxy): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.filter((fn, index) => fn === OPS.constructPath && argsArray[index]?.[0] !== OPS.endPath).length;
}

/** The product of two affine matrices, the right one applied first. */
function product(left: readonly number[], right: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = left;
  const [A = 0, B = 0, C = 0, D = 0, E = 0, F = 0] = right;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}
