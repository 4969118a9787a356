import type { PixelBox } from '../image.js';
import type { PreparedPage } from '../prepared-page.js';
import { inkWithoutRules } from './rules.js';
import { BLOB_DPI, inkBlobs } from './text-blobs.js';

/** Heights of lines of text in points: smaller is dirt, larger a picture. */
const LINE_HEIGHT = { least: 5, most: 40 };
/** A line worth reading as a sample holds some characters. */
const LONG = 3;
/** More characters in one line tell nothing more and take longer to read. */
const LONGEST = 24;

/** Boxes, in pixels of the page, of up to `most` long pieces of text, to see by reading them which side is up. */
export function sampleLines(prepared: PreparedPage, most: number): PixelBox[] {
  const { image, dpi } = prepared;
  const scale = dpi / BLOB_DPI;
  const height = (box: PixelBox): number => box.bottom - box.top;
  const length = (box: PixelBox): number => Math.min(box.right - box.left, height(box) * LONGEST);
  return inkBlobs(image, inkWithoutRules(prepared), dpi)
    .boxes.filter(
      (box) =>
        box.right - box.left >= height(box) * LONG &&
        (height(box) * 72) / BLOB_DPI >= LINE_HEIGHT.least &&
        (height(box) * 72) / BLOB_DPI <= LINE_HEIGHT.most,
    )
    .sort((a, b) => length(b) / height(b) - length(a) / height(a))
    .slice(0, most)
    .map((box) => ({
      left: Math.max(0, Math.floor(box.left * scale)),
      top: Math.max(0, Math.floor(box.top * scale)),
      right: Math.min(image.width, Math.ceil((box.left + length(box)) * scale)),
      bottom: Math.min(image.height, Math.ceil(box.bottom * scale)),
    }));
}
