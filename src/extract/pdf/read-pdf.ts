import { assembled, distrusted, type LaidOutPage, laidOut, type PageMaterial, withoutRuns } from '../assemble.js';
import type { Page } from '../document.js';
import type { Extraction, OcrUse } from '../extraction.js';
import type { Kept } from '../kept.js';
import type { OcrMode } from '../ocr/ocr-mode.js';
import type { Unread } from '../scanned-pages.js';
import { digitalPage } from './digital-page.js';
import { addFontWords, type FontWords, fontFault } from './font-words.js';
import { openPdf } from './open.js';
import { pagePictures } from './page-pictures.js';
import { loadPdfjs } from './pdfjs.js';
import { asPicturePage, KnownPictures, type PicturePage, picturePages } from './picture-pages.js';

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
  const known = new KnownPictures(sha256, ocr === null || ocr.mode === 'never' ? null : () => keptPictures(ocr));
  const digital = await digitalPages(bytes, file, known);
  const source = { file, sha256, format: 'pdf' } as const;
  const unread = ocr === null ? [] : digital.filter(({ page }) => isToBeRead(page, ocr.mode));
  if (ocr === null || unread.length === 0) {
    const read = assembled(source, digital);
    return { document: read, readAgain: async () => read };
  }
  const pictures = pagePictures(bytes, file);
  try {
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
          request: { key: `${sha256}-${number}`, image: () => pictures.of(number) },
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
    await pictures.close();
  }
}

/** What the text layers and the drawings of all pages give. */
async function digitalPages(bytes: Uint8Array, file: string, known: KnownPictures): Promise<readonly LaidOutPage[]> {
  const document = await openPdf(bytes, file, 'read');
  try {
    const pages: { readonly page: LaidOutPage; readonly fonts: ReadonlyMap<string, FontWords> }[] = [];
    const fontsOfAll = new Map<string, FontWords>();
    for (let number = 1; number <= document.numPages; number++) {
      const before = known.known(number);
      if (before !== null) {
        pages.push({ page: laidOut(withoutRuns(before, before.reason)), fonts: new Map() });
        continue;
      }
      const { material, fonts } = await digitalPage(document, number, file);
      const picture = asPicturePage(material, fonts);
      if (picture !== null) await known.saw(picture);
      addFontWords(fontsOfAll, fonts);
      pages.push({ page: laidOut(material), fonts });
    }
    await known.keep();
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

async function keptPictures({ service }: OcrUse): Promise<Kept<readonly PicturePage[]> | null> {
  const { kept } = await service();
  return kept?.of(picturePages((await loadPdfjs()).version)) ?? null;
}
