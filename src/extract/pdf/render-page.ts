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

/** The native canvas does not load on this platform. `message` is what the loader said. */
export class NoCanvasError extends Error {}

/**
 * The page as a viewer shows it, red channel, on white paper. Annotations are left out, as they are when the text layer is read.
 * @param scale pixels to a point
 * @throws NoCanvasError where `@napi-rs/canvas` is not installed or does not load
 */
export async function renderPage(document: PDFDocumentProxy, page: PDFPageProxy, scale: number): Promise<GreyImage> {
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const factory = document.canvasFactory as CanvasFactory;
  const target = canvasOf(factory, width, height);
  try {
    const parameters = { canvas: target.canvas, canvasContext: target.context, viewport, annotationMode: 0 };
    await page.render(parameters as unknown as Parameters<PDFPageProxy['render']>[0]).promise;
    const { data } = target.context.getImageData(0, 0, width, height);
    const red = new Uint8Array(width * height);
    for (let i = 0, from = 0; i < red.length; i++, from += 4) red[i] = data[from] ?? 255;
    return { width, height, data: red };
  } finally {
    factory.destroy(target);
  }
}

function canvasOf(factory: CanvasFactory, width: number, height: number): Canvas {
  try {
    return factory.create(width, height);
  } catch (error) {
    throw new NoCanvasError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}
