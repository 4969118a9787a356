import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GreyImage } from '../ocr/image.js';

/** The part of a canvas of `@napi-rs/canvas` that is used here. */
interface Canvas {
  readonly canvas: object | null;
  readonly context: {
    readonly getImageData: (
      x: number,
      y: number,
      width: number,
      height: number,
    ) => { readonly data: Uint8ClampedArray };
  };
}

/** pdf.js's own maker of canvases: a second copy of `@napi-rs/canvas` next to the one it uses breaks both. */
interface CanvasFactory {
  readonly create: (width: number, height: number) => Canvas;
  readonly destroy: (canvas: Canvas) => void;
}

/** A page that could not be painted: the native canvas does not load on this platform, or pdf.js failed. `message` says which. */
export class UnpaintedError extends Error {}

/**
 * The page as a viewer shows it, red channel, on white paper. Annotations are left out, as they are when the text layer is read.
 * @param scale pixels to a point
 * @throws UnpaintedError
 */
export async function renderPage(document: PDFDocumentProxy, page: PDFPageProxy, scale: number): Promise<GreyImage> {
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const factory = document.canvasFactory as CanvasFactory;
  const target = canvasOf(factory, width, height);
  try {
    await painted(page, { canvas: target.canvas, canvasContext: target.context, viewport, annotationMode: 0 });
    const { data } = target.context.getImageData(0, 0, width, height);
    const red = new Uint8Array(width * height);
    for (let i = 0, from = 0; i < red.length; i++, from += 4) red[i] = data[from] ?? 255;
    return { width, height, data: red };
  } finally {
    factory.destroy(target);
  }
}

async function painted(page: PDFPageProxy, parameters: object): Promise<void> {
  try {
    await page.render(parameters as Parameters<PDFPageProxy['render']>[0]).promise;
  } catch (error) {
    throw new UnpaintedError(`pdf.js failed: ${firstLine(error)}`, { cause: error });
  }
}

function canvasOf(factory: CanvasFactory, width: number, height: number): Canvas {
  try {
    return factory.create(width, height);
  } catch (error) {
    throw new UnpaintedError(`@napi-rs/canvas does not load here: ${firstLine(error)}`, { cause: error });
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
