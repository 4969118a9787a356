import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Picture } from './picture.js';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const POINTS_PER_INCH = 72;
const AMOUNT = /^-?\d[\d,]*\.\d\d$/;

/** Opens a PDF to paint its pages. The caller ends it with `document.loadingTask.destroy()`. */
export function openForPainting(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the buffer over, so it gets a copy.
  return getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: path.join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: path.join(PACKAGE, 'standard_fonts/'),
    wasmUrl: path.join(PACKAGE, 'wasm/'),
  }).promise;
}

/** Size of a page as a reader sees it, in points. */
export function sizeOf(page: PDFPageProxy): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/**
 * The page in grey, `dpi` pixels per inch, turned anticlockwise by `skew` degrees about its middle: what falls beyond the edge is lost,
 * what is not page is white.
 */
export async function paint(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  dpi: number,
  skew: number,
): Promise<Picture> {
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  // The canvas must come from pdf.js: a second copy of @napi-rs/canvas beside its own cannot be drawn on.
  const { canvas, context } = newCanvas(document, width, height);
  await page.render({
    canvas,
    canvasContext: context,
    viewport,
    background: '#ffffff',
    transform: about(width / 2, height / 2, -skew),
  }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8ClampedArray(width * height);
  for (let index = 0; index < grey.length; index++)
    grey[index] =
      0.299 * (data[index * 4] ?? 0) + 0.587 * (data[index * 4 + 1] ?? 0) + 0.114 * (data[index * 4 + 2] ?? 0);
  return { width, height, channels: 1, data: grey };
}

/** Middles of the printed amounts of a page, in points from its top left. */
export async function amountsOf(page: PDFPageProxy): Promise<{ readonly x: number; readonly y: number }[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || !AMOUNT.test(item.str.trim())) return [];
    const [a = 1, b = 0, , , left = 0, foot = 0] = item.transform as number[];
    const along = item.width / 2 / Math.hypot(a, b);
    const [x = 0, y = 0] = viewport.convertToViewportPoint(left + a * along, foot + b * along) as number[];
    return [{ x, y }];
  });
}

/** What this file needs of a canvas of pdf.js in Node, whose own types know browsers only. */
interface PaintedCanvas {
  readonly canvas: object;
  readonly context: {
    getImageData: (x: number, y: number, width: number, height: number) => { readonly data: Uint8ClampedArray };
  };
}

function newCanvas(document: PDFDocumentProxy, width: number, height: number): PaintedCanvas {
  const factory = document.canvasFactory as { create: (width: number, height: number) => PaintedCanvas };
  return factory.create(width, height);
}

/** The matrix of a turn by `degrees` clockwise about a point. */
function about(x: number, y: number, degrees: number): number[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
