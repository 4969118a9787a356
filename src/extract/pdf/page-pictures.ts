import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageImage } from '../ocr/image.js';
import { openPdf } from './open.js';

/** The pictures of the pages of one PDF. */
export interface PagePictures {
  /** The picture of a page, from 1. @throws Error with the reason where there is none */
  readonly of: (number: number) => Promise<PageImage>;
  /** Frees the document. A picture that is asked for later opens it once more, for itself. */
  readonly close: () => Promise<void>;
}

/** Opens the PDF when the first picture is asked for: where all readings are kept, it need not be opened at all. */
export function pagePictures(bytes: Uint8Array, file: string): PagePictures {
  let opening: Promise<PDFDocumentProxy> | null = null;
  let isClosed = false;
  return {
    of: async (number) => {
      if (!isClosed) {
        opening ??= openPdf(bytes, file, 'paint');
        return pictureOf(await opening, number);
      }
      const document = await openPdf(bytes, file, 'paint');
      try {
        return await pictureOf(document, number);
      } finally {
        await document.destroy();
      }
    },
    close: async () => {
      isClosed = true;
      // One that did not open has told its pages so.
      await (await opening?.catch(() => null))?.destroy();
    },
  };
}

async function pictureOf(document: PDFDocumentProxy, number: number): Promise<PageImage> {
  const { pageImage } = await import('./page-image.js');
  const { image, reason } = await pageImage(document, await document.getPage(number));
  if (image === null) throw new Error(reason);
  return image;
}
