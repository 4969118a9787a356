import { assembled, laidOut, type PageMaterial } from './assemble.js';
import type { Extraction, OcrUse } from './extraction.js';
import { openImageFile } from './ocr/image-file.js';
import { scannedPages, type Unread, unreadMaterial } from './scanned-pages.js';

/** A picture file: a page of a report, or several (TIFF). */
export interface PictureFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Points in one inch. */
const POINTS = 72;

/**
 * A report that is pictures only, one file or several in the order of their pages. Places are in points of the picture by its resolution.
 * @param file what the report is called: the picture file, or the folder of several
 * @throws the errors of `openImageFile` for a file that cannot be opened
 */
export async function readPictures(
  pictures: readonly PictureFile[],
  file: string,
  sha256: string,
  ocr: OcrUse,
): Promise<Extraction> {
  const pages: Unread[] = [];
  for (const picture of pictures) {
    const opened = await openImageFile(picture.bytes, picture.file);
    for (let page = 1; page <= opened.pages; page++) {
      const number = pages.length + 1;
      const { width, height, dpi } = await opened.read(page);
      pages.push({
        number,
        width: (width * POINTS) / dpi,
        height: (height * POINTS) / dpi,
        reason: 'the page is a picture',
        prints: false,
        request: { key: `${sha256}-${number}`, image: () => opened.read(page) },
      });
    }
  }
  const source = { file, sha256, format: 'image' } as const;
  if (ocr.mode === 'never') {
    const document = assembled(
      source,
      pages.map((page) => laidOut(unreadMaterial(page, null))),
    );
    return { document, readAgain: async () => document };
  }
  const scanned = await scannedPages(file, pages, ocr);
  const inOrder = (materials: ReadonlyMap<number, PageMaterial>) =>
    assembled(
      source,
      pages.map((page) => laidOut(materials.get(page.number) ?? unreadMaterial(page, null))),
    );
  return {
    document: inOrder(scanned.materials),
    readAgain: async (places) => inOrder(await scanned.readAgain(places)),
  };
}
