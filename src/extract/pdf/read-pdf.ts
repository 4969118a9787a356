import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assembled, distrusted, type LaidOutPage, laidOut, type PageMaterial } from '../assemble.js';
import type { Page } from '../document.js';
import type { Extraction, OcrUse } from '../extraction.js';
import type { PageImage } from '../ocr/image.js';
import type { OcrMode } from '../ocr/ocr-mode.js';
import type { Unread } from '../scanned-pages.js';
import { digitalPage } from './digital-page.js';
import { addFontWords, type FontWords, fontFault } from './font-words.js';
import { openPdf } from './open.js';

/**
 * What the pages of a PDF print: text with places, rules, lines and tables. Knows nothing of accounting.
 * @param ocr how pages are read that have no readable text layer; `null`: they stay unread
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  sha256: string,
  ocr: OcrUse | null = null,
): Promise<Extraction> {
  const digital = await digitalPages(bytes, file);
  const source = { file, sha256, format: 'pdf' } as const;
  const unread = ocr === null ? [] : digital.filter(({ page }) => isToBeRead(page, ocr.mode));
  if (ocr === null || unread.length === 0) {
    const read = assembled(source, digital);
    return { document: read, readAgain: async () => read };
  }
  const document = await openPdf(bytes, file, 'paint');
  let open: PDFDocumentProxy | null = document;
  try {
    const picture = async (number: number): Promise<PageImage> => {
      if (open !== null) return pictureOf(open, number);
      const reopened = await openPdf(bytes, file, 'paint');
      try {
        return await pictureOf(reopened, number);
      } finally {
        await reopened.destroy();
      }
    };
    const { scannedPages } = await import('../scanned-pages.js');
    const scanned = await scannedPages(
      file,
      unread.map(
        ({ page: { number, width, height, reason, runs } }): Unread => ({
          number,
          width,
          height,
          reason: reason ?? 'all pages were to be read from their pictures',
          prints: runs.length > 0,
          request: { key: `${sha256}-${number}`, image: () => picture(number) },
        }),
      ),
      ocr,
    );
    const withPages = (pages: ReadonlyMap<number, PageMaterial>) =>
      assembled(
        source,
        digital.map((page) => {
          const scan = pages.get(page.page.number);
          if (scan === undefined) return page;
          // With `always`, a page whose picture cannot be read still has its text layer.
          const isOnlyDigital = scan.condition === 'needs-ocr' && page.page.condition === 'read';
          return isOnlyDigital ? withReason(page, `${scan.reason}; its text layer was kept`) : laidOut(scan);
        }),
      );
    return {
      document: withPages(scanned.materials),
      readAgain: async (places) => withPages(await scanned.readAgain(places)),
    };
  } finally {
    open = null;
    await document.destroy();
  }
}

/** What the text layers and the drawings of all pages give. */
async function digitalPages(bytes: Uint8Array, file: string): Promise<readonly LaidOutPage[]> {
  const document = await openPdf(bytes, file, 'read');
  try {
    const pages: { readonly page: LaidOutPage; readonly fonts: ReadonlyMap<string, FontWords> }[] = [];
    const fontsOfAll = new Map<string, FontWords>();
    for (let number = 1; number <= document.numPages; number++) {
      const { material, fonts } = await digitalPage(document, number, file);
      addFontWords(fontsOfAll, fonts);
      pages.push({ page: laidOut(material), fonts });
    }
    return pages.map(({ page, fonts }) => {
      const fault = page.page.condition === 'read' ? fontFault(fonts, fontsOfAll) : null;
      return fault === null ? page : distrusted(page, fault);
    });
  } finally {
    await document.destroy();
  }
}

function withReason(page: LaidOutPage, reason: string): LaidOutPage {
  return { ...page, page: { ...page.page, reason } };
}

function isToBeRead({ condition }: Page, mode: OcrMode): boolean {
  return condition === 'needs-ocr' ? mode !== 'never' : mode === 'always' && condition === 'read';
}

async function pictureOf(document: PDFDocumentProxy, number: number): Promise<PageImage> {
  const { pageImage } = await import('./page-image.js');
  const { image, reason } = await pageImage(document, await document.getPage(number));
  if (image === null) throw new Error(reason);
  return image;
}
